//! Verbs of saying; the rows are explained in [`super::verbs`].

/// Plain speech.
pub(super) const SPEECH: &str = "
! say T W N I
! tell R T W O N of about
! add T N
! state T N
! declare T N A
! announce T W N
! remark T on about
! comment t on about
! reply T
! respond t to
! retort t
! answer t
! write T W about of
! tweet T W N about
! note T W N
! explain T W N
! mention T N
! observe t
! exclaim t
! recount T W N
! reiterate T N
! repeat t N
! stress T W N
! emphasize T W N
! emphasise T W N
! underscore T W N
! recall T W N G
! joke T about
! quip T
! clarify T W N
! elaborate t on
! conclude T
~ continue q
~ begin q
~ go q
~ finish q
~ start q
! opine T on about
! confide T
! proclaim T N
! pronounce t A
! assert T N
! reveal T W N
! disclose T W N
! divulge T W N
! testify T about
! tout N A
! boast T about of
! brag T about of
! lament T N
! complain T about of
! gripe T about
! grouse T about
! vent t about
! caution T R against O
! warn T R of about against O
! remind R T of
! inform R T of
! notify R T of
! assure R T of
! reassure R T
! advise R T O against
! speak of about against out q
! talk about of up W
! discuss N W G
! describe A N W G
! characterize A
! characterise A
! portray A
! depict A
! paint A
! label A
! dub A
! brand A
! term A
! call A for on
~ refer to
! allude to
~ hint t at
! imply T
! insinuate T
! intimate t
! interject t
! blog T about
! post T about
! message t
! text t
! e-mail q
! email q
! narrate N
! preach t N
! utter N
! voice N
! express N
! articulate N
! communicate t N
! convey t N
! detail W N
! outline W N
! specify T W N
! spell out
~ signal T N
~ indicate T W N
~ suggest T W G N
~ read q
~ sound q
~ sing q
~ chant q
~ shout t q
~ address N
~ cover q
~ lay out
~ put q
~ mouth q
! liken N
~ compare N
~ equate N
! contrast N
~ mock N
! ridicule N
! deride N
! lampoon N
! taunt N
! tease N
! poke q
~ attack N
~ assail N
~ target N
~ hit back at
~ draw q
~ offer q
~ sum up
";

/// Claims and arguments.
pub(super) const CLAIM: &str = "
! claim T I N
! argue T for against about W N
! contend T
! allege T N
! maintain T
! insist T on
! assert T
! posit T
! theorize T
! speculate T about on W
! hypothesize T
! surmise T
! reason t
! counter t N
! object t to
! protest t N
! swear T I
! vow I T N
! pledge I T N
! promise I T N R
! guarantee T N
! predict T W N
! forecast T N
! foresee N
! prophesy T
! estimate T N
! acknowledge T W N G
! admit T W N to G
! concede T W N
! confess T to
! confirm T W N
! affirm T N
! attest t to
! certify t N
! verify T N
! point out to
! highlight N W
! illustrate W t N
~ demonstrate T W
~ show T W N
~ prove t
~ find T
~ underline N
~ determine T W
~ document N
~ mean t
~ reckon T
! pretend q
! profess t I N
! purport I
~ make clear
~ debate W N
! justify N G
! defend N G A
! explain away
! bemoan N
! decry N A
! downplay N
! minimize N
! exaggerate N
! overstate N
! blame N for on
! fault N for
! credit N for with
! attribute N to
! ascribe N to
! accuse N of
! charge t N with
! indict q
~ cast A
! frame A
~ position A
~ bill A
~ rate A
~ rank A
~ promote N
~ advocate for N G
~ campaign on for against
~ push for
~ press for
~ lobby for against
~ rally against
! agitate for
! crusade against
~ fight q
~ spar q
~ clash over on
~ quarrel over
! bicker over
! feud q
! argue over
~ pitch N
~ float N
~ pose q
~ raise q
~ propose N I G T
~ introduce q
~ present q
~ submit q
~ volunteer t
";

/// Manners of speaking that stand for "said" beside a quotation.
pub(super) const MANNER: &str = "
laugh q
smile q
grin q
sigh q
gasp q
whisper t
murmur t
mutter t
mumble t
shout t
yell t
scream t
cry q
roar q
bellow q
snap q
bark q
growl q
snarl q
hiss q
thunder q
howl q
wail q
groan q
moan t
grumble t about
shrug q
nod q
gush t about
coo q
deadpan t
chuckle q
giggle q
crow t about
chime in
intone q
drawl q
blurt t out
stammer q
bristle q
tut q
chirp q
weigh in
";

/// Passing on what others said.
pub(super) const REPORT: &str = "
! report T W on N
! quote A N q
! cite N A
~ relay N T
~ recite N
~ chronicle N W
~ reference N
~ paraphrase N
~ broadcast q
~ publish q
~ reprint q
~ release q
~ print q
";
