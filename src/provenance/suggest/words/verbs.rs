//! The verbs that attribute, by what the source does with the content. A row is a lemma and its frames:
//!
//! - `T` a clause, with or without "that" (*said he would*); `t` only with "that" or a quotation
//! - `W` a question word (*asked whether*)
//! - `N` a noun phrase (*denied the report*)
//! - `I` an infinitive (*hopes to win*)
//! - `G` a gerund (*denied taking part*)
//! - `O` an object and an infinitive (*urged them to go*)
//! - `R` somebody told may stand between (*told reporters that*)
//! - `A` an object and "as" or a name for it (*described it as*, *called him a fool*)
//! - a small word: a preposition that leads to the content (*call for*)
//!
//! A quotation beside any of them is content. `!` marks verbs that speak of speech alone, `~` those that mostly do something else.

use crate::model::Stance;

/// One group of verbs of like stance.
pub(in crate::provenance::suggest) const GROUPS: &[(Stance, &str)] = &[
    (Stance::Asserts, SPEECH),
    (Stance::Asserts, CLAIM),
    (Stance::Asserts, JUDGE),
    (Stance::Asserts, URGE),
    (Stance::Asserts, MIND),
    (Stance::Asserts, WISH),
    (Stance::Asserts, DECREE),
    (Stance::Asserts, MANNER),
    (Stance::Endorses, ENDORSE),
    (Stance::Denies, DENY),
    (Stance::Questions, QUESTION),
    (Stance::Reports, REPORT),
];

/// Plain speech.
const SPEECH: &str = "
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
const CLAIM: &str = "
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

/// Judgements, mostly on people.
const JUDGE: &str = "
! criticize N for A
! criticise N for A
! condemn N for A
! denounce N for A
! blast N for A
! slam N for A
! bash N for
! lambast N for
! lambaste N for
! rebuke N for
! chide N for
! scold N for
! admonish N for
! chastise N for
! castigate N for
! excoriate N for
! berate N for
! rip N for
! disparage N
! denigrate N
! vilify N
! malign N
! belittle N
! insult N
! bemoan N
! deplore N
! upbraid N
! reprimand N
! censure N
! skewer N for
! trash N
! savage N
! pillory N
! pan N
! knock N for
! needle N
! jab N
! rail against at about
! lash out
! fume t at about over
! rant about against
! inveigh against
! sneer t at
! scoff t at
! jeer N at
! boo N
! heckle N
! object to
! take issue
! praise N for A
! laud N for A
! applaud N for
! commend N for
! hail N A
! salute N for
! extol N
! compliment N on
! congratulate N on for
! thank N for
! apologize for to
! apologise for to
! tar q
~ regard A
~ view A N
~ see A T W
~ consider A N G
~ deem A
~ perceive A N
~ judge A
~ treat q
~ think T of about W A
~ count q
~ interpret A
~ recognize T W N A
~ recognise T W N A
";

/// Telling others what to do.
const URGE: &str = "
! urge O N T for
! exhort O
! implore O
! beg O for
! plead for with I
! beseech O
! entreat O
! encourage O N
! call on for
! appeal for
! demand T N I
! request T N
! ask O for R
! instruct O
~ order O N
~ direct O
~ command O
~ invite O
~ challenge O N
~ dare O
~ persuade O T
~ convince O T
~ press O
~ pressure O
~ compel q
~ recommend T G N O
~ advise T O
~ suggest T G
~ prescribe N
~ counsel O N
! discourage N
! forbid N O
~ ban N
~ prohibit N G
~ bar q
~ invoke N
~ summon N
";

/// What goes on in a mind.
const MIND: &str = "
believe T in N
think T W
feel T about like
know T W N about of
understand T W N
realize T W N
realise T W N
assume T N
presume T N
suspect T N
guess T W
imagine T W N G
figure T
expect T O I N
anticipate T N G
doubt T W N
fear T N
worry T about over
dread N G
hope T I for
trust T N
agree T W with on I to about
disagree t with on about
wonder W about
remember T W N G
forget t W N about
notice T W N
learn T W
discover T W
~ hear t about from q
sense T N
~ consider G N W
contemplate G N
ponder W N
mull W N G
weigh W N
~ decide T I W on
~ choose I
~ conclude T
~ gather t
~ resent N G
regret T N G
~ mourn N
~ mind N
~ care about W
~ concur t with
~ identify A
~ view A
~ envision N G
envisage N G
~ dream of about
~ perceive N A
~ overestimate N
~ underestimate N
~ misunderstand N
~ ignore q
~ face q
~ watch q
~ witness N
~ marvel t at
~ rejoice t
";

/// Wishes, plans and tastes.
const WISH: &str = "
want I N O
wish T I for
intend I N
plan I on N
aim I
seek I N
desire I N
prefer I N T G O
like N I G
love N I G
hate N I G
loathe N
dislike N G
detest N
despise N
admire N
respect N
appreciate N W
favor N G
favour N G
~ need q
~ strive I
~ long for I
~ yearn for I
~ crave N
~ covet N
~ resolve I
~ commit to
~ threaten I N
~ offer I
~ opt I for
~ choose I
~ volunteer I
~ mean I
~ consent to
~ dare q
~ determine I
~ refuse I N
~ decline I N
~ prepare q
~ look q
~ vie q
~ hesitate I
~ distrust T
~ mistrust N
~ fault N
~ value N
~ prize N
~ embrace N
~ welcome N
";

/// Decisions that are statements.
const DECREE: &str = "
! rule T against in
~ decree T N
~ approve N of
~ adopt q
~ pass q
~ veto N
~ appoint N
~ nominate N A
~ name A
~ designate A
~ elect q
~ authorize N
~ authorise N
~ mandate T N
~ allow q
~ permit q
~ stipulate T N
~ dictate T N
~ grant N
~ impose N
~ overturn N
~ uphold N
~ sentence N
~ convict N
~ acquit N
~ sue N for
~ fire N
~ dismiss N A
~ suspend q
~ cancel q
~ repeal N
~ revoke N
~ enact N
~ sign q
~ issue q
~ lift q
~ outlaw N
";

/// Manners of speaking that stand for "said" beside a quotation.
const MANNER: &str = "
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

/// Taking a side for.
const ENDORSE: &str = "
! endorse N
support N G
back N
oppose N G
~ second N
~ champion N
~ advocate N G for
~ espouse N
~ stand by
~ side with
~ agree with
~ affirm N
~ echo N
~ accept N T
~ vouch for
~ bless N
~ sympathize with
~ sympathise with
~ corroborate N
~ reaffirm N T
";

/// Saying that it is not so.
const DENY: &str = "
! deny T N G
! refute N
! rebut N
! dispute T N
! reject N A
! dismiss N A
! disavow N
! disown N
! renounce N
! repudiate N
! retract N
! contradict N
! disclaim N
! debunk N
! discount N A
! brush off aside
! rule out
~ shrug off
~ deflect N
~ discredit N
! decline I
! refuse I
! contest N
! balk at
! recant N
! disprove N
! refuse I N
";

/// Doubting and asking.
const QUESTION: &str = "
! ask W R O about for T N
! question W N
! inquire W about
! enquire W about
! query W N
! doubt T W N
! wonder W T about
! quiz N about on
~ grill N about on
~ press N on about
~ probe N
~ investigate W N
~ second-guess N
";

/// Passing on what others said.
const REPORT: &str = "
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
~ tell q
~ release q
~ print q
";
