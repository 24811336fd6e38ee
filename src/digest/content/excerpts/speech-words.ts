/** How a language says who said something. Words in lower case. */
export interface SpeechWords {
  /** Verbs of speech as they stand with one speaker. */
  readonly verbs: ReadonlySet<string>;
  /** Those of them that a listener follows, never the speaker: `told`. */
  readonly addressing: ReadonlySet<string>;
  /** They stand before a participle: `a déclaré`. */
  readonly auxiliaries: ReadonlySet<string>;
  /** What may stand between the speaker and the verb. */
  readonly fillers: ReadonlySet<string>;
  /** `according to`, longest first. */
  readonly sources: readonly (readonly string[])[];
  /** Who speaks for an organisation. */
  readonly spokespeople: ReadonlySet<string>;
  /** What may stand behind the speaker where he follows the verb, but for adverbs in `-ly`. */
  readonly adverbs: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  /** Behind one of these a name is not the speaker's: prepositions, relative pronouns, conjunctions. */
  readonly relations: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** Days and months, which have a capital and are no names. */
  readonly calendar: ReadonlySet<string>;
  /** Ranks that go on with `of` or `for`: `Secretary of State Antony Blinken`. */
  readonly ranks: ReadonlySet<string>;
  /** Does every noun have a capital? */
  readonly capitalNouns: boolean;
  /** Does the speaker stand behind the verb also before a quotation: `Dazu sagte Jane Roe:`? */
  readonly inverts: boolean;
}

const NONE: ReadonlySet<string> = new Set();

const ENGLISH: SpeechWords = {
  verbs: words(
    'said says told tells added adds wrote writes warned warns argued argues insisted insists explained explains noted',
    'notes stated states declared declares announced claimed claims tweeted posted replied asked asks admitted admits',
    'recalled recalls continued concluded concludes stressed emphasised emphasized remarked joked jokes confirmed',
    'observed responded commented vowed promised predicted acknowledged lamented quipped urged testified recounted',
    'reflected reiterated countered complained cautioned cautions',
  ),
  addressing: words('told tells'),
  auxiliaries: words('has had have'),
  fillers: words(
    'also later then once recently previously further simply already even first again himself herself',
  ),
  sources: [['according', 'to']],
  spokespeople: words('spokesman spokeswoman spokesperson'),
  adverbs: words(
    'yesterday today tonight tomorrow later earlier afterwards afterward then himself herself',
  ),
  determiners: words('the a an this that his her its their our my'),
  relations: words(
    'of for at in on from to with by and or but as after before near who whom whose which when while where if that than',
    'about against during into over under between among behind because since until what whether how why',
  ),
  pronouns: words('he she they it we i you who him her them one'),
  calendar: words(
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september',
    'october november december jan feb mar apr aug sept oct nov dec',
  ),
  ranks: words(
    'secretary minister archbishop bishop duke head director president governor mayor chief chancellor speaker leader',
    'commissioner attorney king queen prince princess ministers',
  ),
  capitalNouns: false,
  inverts: false,
};

const GERMAN: SpeechWords = {
  verbs: words(
    'sagte sagt erklärte erklärt betonte betont warnte warnt meinte meint schrieb schreibt ergänzte ergänzt forderte',
    'fordert kritisierte kritisiert äußerte mahnte mahnt bekräftigte bekräftigt versicherte versichert fügte berichtete',
    'berichtet erzählte erzählt antwortete antwortet gesagt teilte klagte klagt lobte urteilte sprach',
  ),
  addressing: NONE,
  auxiliaries: words('hat hatte'),
  fillers: words('auch später zudem dann selbst zuvor bereits weiter nun dazu'),
  sources: [['nach', 'angaben', 'von'], ['nach', 'worten', 'von'], ['laut'], ['so']],
  spokespeople: words(
    'sprecher sprecherin pressesprecher pressesprecherin regierungssprecher regierungssprecherin',
  ),
  adverbs: words(
    'gestern heute morgen später danach zuvor dazu hinzu mit an selbst dort hier weiter',
  ),
  determiners: words(
    'der die das den dem des ein eine einen einem einer eines sein seine ihr ihre dieser diese dieses',
  ),
  relations: words(
    'von vom in im an am auf aus bei beim mit nach zu zum zur für über und oder aber als wie wenn während dass',
    'gegen durch um vor seit gegenüber ob',
  ),
  pronouns: words('er sie es wir ich du ihr man ihm ihnen'),
  calendar: words(
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august',
    'september oktober november dezember montagabend dienstagabend mittwochabend donnerstagabend freitagabend',
  ),
  ranks: NONE,
  capitalNouns: true,
  inverts: true,
};

const FRENCH: SpeechWords = {
  verbs: words(
    'dit déclaré déclare affirmé affirme expliqué explique ajouté ajoute assuré assure estimé estime indiqué indique',
    'prévenu prévient souligné souligne précisé précise lancé lance écrit averti avertit raconté raconte confié confie',
    'insisté insiste répondu répond regretté regrette martelé martèle rappelé rappelle dénoncé dénonce jugé juge réagi',
    'réagit promis promet plaidé plaide commenté commente conclu conclut témoigne résume',
  ),
  addressing: NONE,
  auxiliaries: words('a avait'),
  fillers: words('aussi également ensuite encore toutefois notamment ainsi'),
  sources: [['selon'], ["d'", 'après'], ['d’', 'après']],
  spokespeople: words('porte-parole'),
  adverbs: words("hier aujourd'hui demain mercredi ensuite"),
  determiners: words("le la les l' l’ un une des du ce cet cette son sa ses leur"),
  relations: words(
    "de d' d’ du des à au aux en dans sur par pour avec chez et ou mais qui que qu' qu’ dont où comme lors après avant sous",
  ),
  pronouns: words("il elle ils elles on nous vous je j' j’ tu lui"),
  calendar: words(
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre',
    'octobre novembre décembre',
  ),
  ranks: NONE,
  capitalNouns: false,
  inverts: true,
};

const SPANISH: SpeechWords = {
  verbs: words(
    'dijo dice dicho afirmó afirma afirmado declaró declara declarado señaló señala señalado explicó explica explicado',
    'añadió añade añadido aseguró asegura asegurado advirtió advierte advertido escribió escribe escrito indicó indica',
    'indicado sostuvo sostiene manifestó manifiesta comentó comenta recordó recuerda insistió insiste subrayó subraya',
    'destacó destaca apuntó apunta agregó agrega expresó expresa reconoció reconoce respondió responde concluyó lamentó',
    'lamenta criticó critica prometió reiteró denunció relató relata contó cuenta precisó',
  ),
  addressing: NONE,
  auxiliaries: words('ha había'),
  fillers: words('también después luego además entonces ya'),
  sources: [['de', 'acuerdo', 'con'], ['según']],
  spokespeople: words('portavoz vocero vocera'),
  adverbs: words('ayer hoy mañana después luego'),
  determiners: words('el la los las un una unos unas este esta su sus al del'),
  relations: words(
    'de del a al en con por para sobre desde hasta entre y e o pero que quien cuando donde como tras ante según durante',
  ),
  pronouns: words('él ella ellos ellas ello nosotros yo tú usted ustedes le les se'),
  calendar: words(
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre',
    'octubre noviembre diciembre',
  ),
  ranks: NONE,
  capitalNouns: false,
  inverts: true,
};

const BY_LANGUAGE: ReadonlyMap<string, SpeechWords> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
]);

/** @param language BCP 47 tag. Null for languages whose verbs of speech are not known. */
export function speechWords(language: string): SpeechWords | null {
  return BY_LANGUAGE.get(/^[a-z]+/.exec(language.toLowerCase())?.[0] ?? '') ?? null;
}

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}
