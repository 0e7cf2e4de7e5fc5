//! Verbs of thinking, wishing, judging and deciding; the rows are explained in [`super::verbs`].

/// Judgements, mostly on people.
pub(super) const JUDGE: &str = "
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
pub(super) const URGE: &str = "
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
pub(super) const MIND: &str = "
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
pub(super) const WISH: &str = "
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
pub(super) const DECREE: &str = "
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

/// Taking a side for.
pub(super) const ENDORSE: &str = "
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
pub(super) const DENY: &str = "
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
pub(super) const QUESTION: &str = "
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
