//! Words that hold sentences together, and common words whose part of speech the endings do not tell.

pub(in crate::provenance::suggest) const DETERMINERS: &str = "a an the this that these those each every either neither some any no another such both all many most several few more much other half certain what whichever whatever";
pub(in crate::provenance::suggest) const POSSESSIVES: &str = "my your his her its our their whose";
/// Pronouns that can be subjects.
pub(in crate::provenance::suggest) const PRONOUNS: &str = "i you he she it we they who everyone everybody someone somebody anyone anybody nobody none one others many most some few several \
     both all another neither those this that these us them him me myself himself herself themselves ourselves itself there what nothing something everything anything";
pub(in crate::provenance::suggest) const PREPOSITIONS: &str = "about above across after against along alongside amid among amongst around as at before behind below beneath beside besides between beyond by \
     concerning despite down during except for from in inside into like minus near of off on onto out outside over past per plus regarding since than through \
     throughout till toward towards under underneath unlike until up upon versus via vs with within without";
pub(in crate::provenance::suggest) const CONJUNCTIONS: &str = "and or but nor yet so";
pub(in crate::provenance::suggest) const SUBORDINATORS: &str =
    "because although though while whereas if unless when whenever where wherever whether as since until after before once lest";
pub(in crate::provenance::suggest) const QUESTION_WORDS: &str = "who whom whose which what when where why how whether if that";
pub(in crate::provenance::suggest) const MODALS: &str = "will would can could may might must shall should 'll 'd ca wo sha ought cannot 'm 're 's 've is am are was were be been being has have had having do does did done";
pub(in crate::provenance::suggest) const ADVERBS: &str = "not n't never also too very just only even still already again once twice always often sometimes seldom rarely ever soon later earlier now then here there \
     today yesterday tomorrow recently lately once perhaps maybe quite rather almost nearly instead indeed thus hence therefore however moreover furthermore \
     meanwhile nonetheless nevertheless otherwise likewise further far well back ago away aloud alike together apart simply long first last next twice anyway \
     though yet online elsewhere abroad afterward afterwards beforehand publicly initially flatly";
pub(in crate::provenance::suggest) const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december \
     jan feb aug sept oct nov dec today yesterday tomorrow tonight mon tue wed thu fri sat sun";
/// Ends in a point without ending a sentence.
pub(in crate::provenance::suggest) const ABBREVIATIONS: &str = "mr mrs ms dr prof sen sens rep reps gov govs lt col gen sgt capt cmdr adm maj rev hon jr sr st vs etc inc corp co ltd bros jan feb mar apr jun jul aug \
     sep sept oct nov dec no vol pp ed al fig approx dept est ave blvd rd mt ft ariz calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev \
     okla ore pa tenn tex va vt wash wis wyo atty supt pres";

/// Further verbs, so that clauses are seen.
pub(in crate::provenance::suggest) const VERBS: &str = "
accompany achieve act adapt adjust advance affect afford aim allocate alter amount appear apply arise arrest arrive ask assemble assign assist assume attach attempt
attend attract avoid award bear beat become begin behave belong bend benefit bet bind bite blow borrow break bring build burn buy calculate capture care carry cast
catch cause celebrate change chase check choose circulate clean clear climb close collapse collect come commit compete complete concern conduct connect consist
constitute consume contact contain contribute control convert cook cope copy correct cost count cover create cross cut dance deal decline decrease defeat define
delay deliver depart depend derive deserve design destroy develop die differ dig direct disappear discover divide dominate double draw dress drink drive
drop earn eat edit elect eliminate emerge employ enable end enforce engage enhance ensure enter escape establish evolve examine exceed exist expand experience
explode export expose extend fail fall feed fight file fill find finish fit fix flee flow fly focus follow force form fund gain gather generate get give go grab grow
handle hang happen harm head help hide hire hit hold host hunt hurt identify implement import improve include increase influence inherit initiate insert inspire
install intend intervene invade invest involve issue join jump keep kick kill knock lack land launch lay lead lean leave lend let lie light limit link list live load
locate lock lose lower maintain make manage march mark marry match matter measure meet merge miss move multiply murder need negotiate obtain occupy occur open operate
organize overcome owe own park participate pass pay perform persist pick place play please pour prepare prevent proceed produce protect prove provide pull punish
purchase pursue push put qualify quit raise range reach receive reduce reform refugee register regulate relate release rely remain remove render rent repair
replace represent rescue resign resist resolve rest restore restrict result retain retire retreat return reverse ride rise rob roll ruin run rush satisfy save score
search secure sell send separate serve set settle shake shape share shift shoot shop shut sit sleep slip smell smoke solve spark speed spend spill split spread stage
stand start stay steal step stick stop store strengthen stretch strike struggle study succeed suffer supply surge surprise surround survive suspect sweep swim swing
switch take talk tap tax teach tear tend test throw tie top touch track trade train transfer transform travel trigger trust try turn unite use vary visit vote wait
wake walk warn wash waste watch weaken wear win wind withdraw work worsen wrap yield remain seem look appear stand stem spur lag trail top face fuel edge narrow tout
";

/// Irregular verbs: lemma, past, participle.
pub(in crate::provenance::suggest) const IRREGULAR: &str = "
say said said|tell told told|write wrote written|speak spoke spoken|think thought thought|know knew known|feel felt felt|find found found|hear heard heard|see saw seen|
read read read|swear swore sworn|forget forgot forgotten|foresee foresaw foreseen|begin began begun|go went gone|show showed shown|mean meant meant|hold held held|
make made made|give gave given|take took taken|put put put|set set set|let let let|cut cut cut|hit hit hit|cost cost cost|hurt hurt hurt|bet bet bet|quit quit quit|
shut shut shut|cast cast cast|spread spread spread|split split split|beat beat beaten|become became become|bend bent bent|bind bound bound|bite bit bitten|
blow blew blown|break broke broken|bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen|come came come|
deal dealt dealt|dig dug dug|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|fight fought fought|
flee fled fled|fly flew flown|forbid forbade forbidden|get got gotten|grow grew grown|hang hung hung|hide hid hidden|keep kept kept|lay laid laid|lead led led|
leave left left|lend lent lent|lie lay lain|light lit lit|lose lost lost|meet met met|overcome overcame overcome|pay paid paid|ride rode ridden|ring rang rung|
rise rose risen|run ran run|sell sold sold|send sent sent|shake shook shaken|shoot shot shot|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|
spend spent spent|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|sweep swept swept|swing swung swung|teach taught taught|tear tore torn|
throw threw thrown|understand understood understood|misunderstand misunderstood misunderstood|uphold upheld upheld|wake woke woken|wear wore worn|win won won|
withdraw withdrew withdrawn|beseech beseeched beseeched|rebut rebutted rebutted|spell spelled spelled|overestimate overestimated overestimated|burst burst burst|
retell retold retold|rethink rethought rethought|bear bore borne|do did done|have had had|arise arose arisen|stem stemmed stemmed|recut recut recut|stride strode stridden
";

/// Verbs that double their last letter before -ed and -ing.
pub(in crate::provenance::suggest) const DOUBLING: &str = "admit ban bar beg blog blot blur brag chat clap commit concur confer control cut defer dig drag drop fit gab get hit hop incur infer jab jot knit nag nod nap \
     occur omit opt pan permit pin plan plot pop prefer put quip quit rap rebut recur refer regret rib rip rob rub run set shop shrug sit slam slip snap spin spot spur stem step stir stop \
     strip sum swap swim tag tap tip top transfer travel trim wag wed win wrap grin hum outwit quiz compel excel expel patrol propel rebel repel spar tut cancel chug let bet pen blur";

/// Words that look like verbs but mostly are something else, or nouns and adjectives without an ending that tells.
pub(in crate::provenance::suggest) const ADJECTIVES: &str = "able anti-war bad best better big black broad close cold common dark dead deep early easy entire false few fine free fresh full gay good great \
     green grown half hard heavy high hot huge hungry key large last late left liberal likely little local long low main major mere minor naked new nice odd old only open own past poor \
     presidential prior proper quick quiet rare raw real recent red republican democratic rich right rough safe same sharp short sick similar single slow small social soft sole special strange strict strong \
     such sure sweet tall thick thin tiny top top-ranking tough true unlikely upper usual vast weak white whole wide wild worse worst worth wrong young former current senior junior chief presumptive \
     conservative progressive independent national federal private public political general foreign international state-run key prominent bipartisan anonymous unnamed one two three four five six seven eight nine ten";

/// Verbs that are as often nouns.
pub(in crate::provenance::suggest) const NOUNS_TOO: &str = "
claim call plan report view charge promise vote support attack comment hope fear state poll demand request question pledge
vow threat offer order push work run lead trade deal fight love talk speech stand start change cost cover cut debate estimate
figure force fund help issue joke judge label look mark matter mention name note pitch place post press tweet protest record
remark respect result review rule signal study surge tie trust turn worry wish desire aim address appeal answer ban blame
brand challenge check compliment concern contest counter credit cry doubt dream email face feud forecast guess hint influence
insult interest laugh list measure move object outline pick play praise present project purchase race reply rest rise risk
score search share shift split spread stress strike swing target tax test touch track value veto visit voice walk warning win
side
";
