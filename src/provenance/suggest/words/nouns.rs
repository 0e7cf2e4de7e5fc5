//! The nouns and adjectives that attribute, and the nouns that tell who or what can speak.
//!
//! A row is a noun and what leads from it to the content: `T` "that" and a clause, `I` an infinitive, `Q` a quotation or question, or prepositions.
//! `!` marks nouns that are surely somebody's words or thoughts.

use crate::model::Stance;

/// Nouns of like stance.
pub(in crate::provenance::suggest) const GROUPS: &[(Stance, &str)] = &[
    (Stance::Asserts, SPEECH),
    (Stance::Asserts, MIND),
    (Stance::Endorses, ENDORSE),
    (Stance::Denies, DENY),
    (Stance::Questions, QUESTION),
];

/// What is said.
const SPEECH: &str = "
! claim T about of Q
! assertion T about of
! argument T for against about
! allegation T of about
! accusation T of about against
! charge T
! statement T about on
! contention T
! suggestion T of
! declaration T of
! announcement T of
! admission T of
! acknowledgment T of
! acknowledgement T of
! revelation T about
! warning T about of against
! prediction T about of
! pledge T I of
! promise T I of
! vow T I
! threat T I
! proposal T I for
~ offer I
! demand T I for
! call I for
! request T I for
~ order I
! recommendation T I for
! insistence T on
! complaint T about of
~ comment T about on
~ remark T about on
~ criticism T of about
~ critique of
~ praise for of
~ apology for
~ attack on
~ denunciation of
~ condemnation of
~ characterization of
~ description of
~ portrayal of
~ depiction of
~ rhetoric about on
~ speech about on
~ tweet about T
~ question about
~ message T
~ rumor T about of
~ rumour T about of
~ report T of about
~ story about
~ testimony T about
~ reminder T
~ assurance T
~ conclusion T
~ finding T
~ verdict T
~ ruling T on
~ confirmation T of
~ explanation for of
~ debate over about on
~ discussion about of
~ talk of about
";

/// What is thought or meant.
const MIND: &str = "
! belief T in
! view T on of
! opinion T of on about
! idea T
! notion T
! theory T
! thought T
! assumption T
! presumption T
! suspicion T of about
! perception T of
! impression T
! conviction T
! feeling T
! sense T
! hope T of for I
! fear T of about
! concern T about over for with
! worry T about over
! anxiety about over
! expectation T
! realization T
! realisation T
! recognition T of
! understanding T of
~ knowledge T of
~ confidence T in
! desire I for
! wish I for
! intention I of
! intent I
! plan I for
! aim I
~ goal of
! decision I
! willingness I
! unwillingness I
! eagerness I
! reluctance I
! refusal I
! commitment I
! ambition I
~ interest in
~ frustration with at over T
~ anger over at about
~ outrage over at about
~ disgust with at
~ disappointment in with at
~ enthusiasm for about
~ admiration for of
~ contempt for
~ disdain for
~ respect for
~ love for of
~ hatred for of
~ animosity toward
~ hostility toward to
~ sympathy for
~ regret for over about
~ preference for
~ dissatisfaction with
~ displeasure with
~ appreciation for of
~ awareness T of
~ attitude toward about
~ stance on
~ position on
~ vision for of
~ optimism T about
~ pessimism about
~ unease about with over
~ alarm over about
";

/// Sides taken for.
const ENDORSE: &str = "
~ support for
~ endorsement of
~ approval of
~ backing for of
~ defense of
~ defence of
~ advocacy for of
~ acceptance of
~ agreement T
";

/// Sides taken against.
const DENY: &str = "
~ denial T of
~ rejection of
~ opposition to
~ objection to
~ dismissal of
~ disapproval of
~ dispute over about
~ disagreement over with about
";

/// Doubts.
const QUESTION: &str = "
~ doubt T about
~ question about of W
~ skepticism T about of toward
~ scepticism T about of toward
~ uncertainty about over
~ speculation T about
";

/// Adjectives after a form of "be" (or feel, seem, sound) that tell an attitude, with what leads to its object.
pub(in crate::provenance::suggest) const ADJECTIVES: &str = "
afraid T of I
angry T at about over with
annoyed T by with at
anxious T about I
apprehensive about
ashamed T of I
astonished T by at
aware T of
bullish on about
cautious about
certain T about of
clear T about on
comfortable with
committed to
concerned T about with by
confident T in about of
confused about
convinced T of
content with
critical of
curious about
cynical about
delighted T with by I
desperate I
determined I
disappointed T in with by
dismissive of
disgusted with by at
displeased with
dissatisfied with
distrustful of
doubtful T about of
dubious of about
eager I for
enamored with of
enthusiastic about
excited T about by I
explicit about
fearful T of
fed-up with
fond of
frustrated T with by at
furious T at about over with
glad T I about
grateful T for to
happy T with about I
hesitant I about
honored I
honoured I
hopeful T about
hostile to toward
impatient with
impressed T by with
inclined I
incredulous T
indifferent to
interested in I
intent on
keen I on
leery of
loath I
mindful of
nervous about T
nostalgic for
open to about
opposed to
optimistic T about
outraged T by over at
outspoken about in
passionate about
pessimistic about
pleased T with by I
positive T about
prepared I
proud T of I
puzzled by
relieved T
reluctant I
resentful of
sad T about I
satisfied T with
scared of T
scornful of
shocked T by at
skeptical T of about
sceptical T of about
sorry T for about
supportive of
sure T about of
surprised T by at I
suspicious of about
sympathetic to toward
terrified T of
thankful T for
thrilled T with by about I
tired of
unaware T of
uncertain T about
uncomfortable with
uneasy about with
unhappy T with about
unsure T about of
unwilling I
upbeat about
upset T with about at by
vocal about
wary T of about
weary of
willing I
worried T about by
";

/// Nouns for things that carry words, so that they can be sources ("the report says").
pub(in crate::provenance::suggest) const ARTEFACTS: &str = "
ad advertisement affidavit agreement amendment analysis announcement article audit bill biography blog blurb book brief brochure bulletin bylaws cable caption
chart clip code column commercial complaint constitution contract data decision declaration directive document documentary dossier draft edict editorial e-mail
email entry essay evidence excerpt figures file film filing findings flyer footage guidelines headline indictment interview law lawsuit leaflet ledger legislation
letter list mailer manifesto manual map measure memo memoir memorandum message minutes motion movie note notice novel op-ed opinion order outline pamphlet
paper paragraph passage petition photo picture piece plan plank platform poem policy poll polling polls post poster press-release profile program proposal proposition
provision questionnaire quote record recording records registry release report research resolution review rule rules ruling script sign slogan speech spot statement
statistics statute story study subpoena summary survey tape testimony text thread transcript treaty tweet verdict video voicemail warrant website
";

/// Nouns for people and bodies that can be sources.
pub(in crate::provenance::suggest) const PEOPLE: &str = "
activist actor actress adviser advisor advocate agency agent aide ally ambassador analyst anchor apologist army assistant associate attorney audience author authority
backer banker blogger board boss brother campaign candidate captain caller chair chairman chairwoman champion chief child church citizen city clerk coach coalition
colleague columnist commander commentator commission commissioner committee community company congress congressman congresswoman conservative consultant
correspondent council councilman counsel country couple court coworker critic crowd customer daughter dean defender delegate demonstrator department deputy designer
detective detractor diplomat director doctor donor economist editor electorate elite employee employer engineer enthusiast establishment executive expert family
fan father federation feminist firm founder friend general girl government governor group guest guy head historian host husband immigrant industry insider
inspector institute investigator journalist judge jury justice kid lawmaker lawyer leader leadership league legislator legislature lesbian liberal lobbyist magazine
majority man manager marine mayor media member migrant millennial minister minority moderate moderator mother nation negotiator neighbor network newspaper nominee
nurse observer office officer official operative opponent organisation organiser organization organizer outlet owner panel panelist parent parliament participant
partner party passenger pastor patient people person physician player poet police policymaker politician pollster pope populist president press priest prime-minister
principal producer professor progressive prosecutor protester protestor psychologist public publication publisher pundit rabbi reader regulator reporter
representative republican democrat researcher resident rival scholar school scientist secretary senator sheriff sister skeptic socialist soldier someone son source
speaker spokesman spokesperson spokeswoman staff staffer state strategist student superdelegate supporter surrogate survivor talker teacher team
teenager tenant think-tank troop tweeter union university user veteran vice-president viewer victim volunteer voter wife winner witness woman worker writer youth
partisan partisans delegation administration observers commenter commentators campaigner campaigners sociologist philosopher
";

/// Titles before a name.
pub(in crate::provenance::suggest) const TITLES: &str = "
mr mrs ms miss dr prof professor sen senator rep representative gov governor lt president vice secretary sir lady lord judge justice general gen col colonel
sgt capt captain rev reverend father pastor pope king queen prince princess mayor attorney congressman congresswoman chairman chairwoman speaker
minister chancellor ambassador director chief former then-sen
";

/// Given names of women, to know who "she" is.
pub(in crate::provenance::suggest) const WOMEN: &str = "
abigail adriana agnes aisha alexandra alice alicia alison allison amanda amber amelia amy ana andrea angela angelina anita ann anna anne annie april ariana ashley
audrey barbara beatrice becky bernadette beth betsy betty beverly bonnie brenda bridget brittany camille carla carly carmen carol caroline carolyn carrie catherine
cecilia charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen connie courtney crystal cynthia daisy dana danielle dawn deborah debbie
debra denise diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen emily emma erica erin esther ethel eva evelyn fatima
felicia fiona florence frances gabrielle gail gina gladys glenda gloria grace gwen hannah harriet hazel heather heidi helen hillary holly ida irene iris isabel ivanka
jackie jacqueline jane janet janice jasmine jean jeanne jen jenna jennifer jenny jessica jill jo joan joanna jocelyn josephine joy joyce juanita judith judy julia
julie june kaitlyn karen kate katherine kathleen kathryn kathy katie katrina kayla kellyanne kim kimberly kirsten kristen kristin laura lauren leah leslie lillian
lily linda lisa lois loretta lori lorraine louise lucille lucy lydia lynn madeleine maggie mandy marcia margaret maria marianne marie marilyn marjorie marlene marsha
martha mary maureen maxine megan megyn melania melanie melinda melissa mercedes meredith mia michelle mildred miranda molly monica nadia nancy naomi natalie nicole
nina nora norma olivia pamela patricia patty paula pauline peggy penelope phyllis priscilla rachel rebecca regina renee rhonda rita roberta rosa rose rosemary ruth
sally samantha sandra sara sarah shannon sharon sheila shelley sherry shirley sofia sonia sophia stacey stacy stella stephanie sue susan suzanne sylvia tamika tammy
tara teresa theresa tiffany tina tracy ursula valerie vanessa vera veronica victoria viola virginia vivian wanda wendy whitney yolanda yvonne zoe
";

/// Given names of men, to know who "he" is.
pub(in crate::provenance::suggest) const MEN: &str = "
aaron abdul abraham adam adrian ahmed al alan albert alex alexander alfred ali allen andrew andy angelo anthony antonio arnold arthur austin barack barry ben benjamin
bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan caleb calvin cameron carl carlos casey cedric charles charlie
chester chris christian christopher chuck clarence clark claude clifford clint clinton cody colin corey craig curtis dale dan daniel danny darrell darren dave david
dean dennis derek derrick dick dominic don donald doug douglas duane dustin dwight earl eddie edgar edward edwin eli elias elijah eric ernest ethan eugene evan
felix fernando floyd francis francisco frank franklin fred frederick gabriel gary gavin gene george gerald gil gilbert glenn gordon graham greg gregory guy harold
harry harvey hector henry herbert herman howard hugh hugo ian isaac ivan jack jacob jake jamal james jared jason jay jeb jeff jeffrey jeremy jerome jerry jesse
jim jimmy joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua juan julian justin karl keith ken kenneth kevin kurt kyle larry lawrence lee leo
leon leonard leroy lewis liam lloyd logan louis lucas luis luke manuel marc marco marcus mario mark marshall martin marvin matt matthew maurice max melvin michael
miguel mike milton mitch mitt mohammed morris nat nathan nathaniel neil nelson newt nicholas nick nigel noah norman oliver omar oscar otto owen pablo patrick paul
pedro perry pete peter phil philip phillip pierre preston ralph ramon randall randy raul ray raymond reggie reince ricardo richard rick ricky rob robert roberto
rod rodney roger roland roman ron ronald ross roy rudy rupert russell ryan salvador sam samuel saul scott sean sergio seth shane sheldon sidney simon spencer
stanley stephen steve steven stuart sylvester ted terrance theodore thomas tim timothy todd tom tommy tony travis trevor troy tyler vernon victor vincent vladimir
wade wallace walter warren wayne wesley willard william willie winston xavier zachary
";
