/**
 * What a full stop does not end, per language. Words stand without their last full stop and are compared with their
 * case, so that `No. 5` is known and `no.` is not. Common newspaper usage; a word that is missing costs one false
 * sentence bound, never an error.
 */
export interface AbbreviationRules {
  /** A name or an example always follows: `Gen.`, `e.g.`. */
  readonly introducing: ReadonlySet<string>;
  /** A number follows where they are abbreviations: `No. 5`, `Feb. 10`. Otherwise they are plain words. */
  readonly numbered: ReadonlySet<string>;
  /** They stand inside and at the end of sentences alike: `Inc.`. Dotted capitals and initials are treated the same. */
  readonly ambiguous: ReadonlySet<string>;
  /** `9 a.m.`: ends the sentence unless a word of `calendar` follows. */
  readonly timesOfDay: ReadonlySet<string>;
  /** Days, months and time zones. */
  readonly calendar: ReadonlySet<string>;
  /** Words that open a sentence and hardly ever a name. After an ambiguous abbreviation they show that it ended one. */
  readonly openers: ReadonlySet<string>;
  /** `5. Mai`: a number of one or two digits with a full stop is an ordinal. */
  readonly dottedOrdinals: boolean;
  /** Verbs of speech: `"Why?" Mr Smith asked.` is one sentence. */
  readonly speech: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

const ENGLISH: AbbreviationRules = {
  introducing: words(
    'Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Gen Lt Col Sgt Capt Cmdr Adm Maj Brig Cpl Pvt Gov Govs Sen Sens Rep Reps',
    'Rev Hon Pres Supt Det Insp Msgr Mme Mlle Mt Ft vs v viz cf e.g i.e eg ie approx incl',
  ),
  numbered: words(
    'No Nos Vol Vols vol p pp Fig Figs fig Sec Ch ch Art Arts Eq para c ca fl b d',
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
  ),
  ambiguous: words(
    'St Ste Inc Corp Ltd Co Cos Bros Jr Sr Esq Ave Blvd Rd Sq Dept Univ Assn Ed Eds al Ph.D M.Sc B.Sc Ed.D',
  ),
  timesOfDay: words('a.m p.m A.M P.M'),
  calendar: words(
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August',
    'September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec',
    'ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST Eastern Central Mountain Pacific',
  ),
  openers: words(
    'The A An This That These Those It Its He She They We I You His Her Their Our My Your In On At By For From With',
    'As If When While Where Why How What Who Which There Here But And Or So Yet Nor After Before Since Although',
    'Though Because However Meanwhile Moreover Also Then Now Once Until Unless Despite During Some Many Most Both',
    'Each Every Not Only Even Such Another To Under Between Among Through Without Within According',
  ),
  dottedOrdinals: false,
  speech: words(
    'said says asked asks told tells added wrote replied tweeted shouted cried exclaimed',
  ),
};

const GERMAN: AbbreviationRules = {
  introducing: words(
    'Hr Hrn Fr Dr Prof Dipl Ing Gen St z.B z d.h u.a i.d.R bzw vgl ca sog evtl ggf inkl exkl geb gest z.T Bd',
  ),
  numbered: words('Nr Nrn Abs Art Abb Bd S Kap Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez'),
  ambiguous: words('Str Co Chr Jh Jhd Mio Mrd Inc Corp Jr Sr'),
  timesOfDay: NONE,
  calendar: NONE,
  openers: words(
    'Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Du Sein Seine Ihre Unser Dies Diese',
    'Dieser Dieses In Im Am An Auf Bei Mit Nach Von Vom Vor Zu Zum Zur Für Aus Über Unter Durch Gegen Ohne Um Als',
    'Wenn Während Wo Warum Wie Was Wer Welche Da Dort Hier Aber Und Oder Doch Denn Dann Nun Seit Obwohl Weil',
    'Allerdings Außerdem Auch Nur Noch Schon So Man Nicht Kein Keine Alle Viele Einige Jeder Jede',
  ),
  dottedOrdinals: true,
  speech: words('sagte fragte rief schrieb'),
};

const FRENCH: AbbreviationRules = {
  introducing: words('M MM Mme Mmes Mlle Dr Pr Me Mgr St Ste cf ex env p.ex c.-à-d'),
  numbered: words('n no nos vol p pp fig art chap v janv févr avr juil sept oct nov déc'),
  ambiguous: words('av bd Cie etc al apr J.-C'),
  timesOfDay: NONE,
  calendar: NONE,
  openers: words(
    'Le La Les Un Une Des Du Ce Cet Cette Ces Il Elle Ils Elles On Nous Vous Je Tu Son Sa Ses Leur Leurs Notre Mon',
    'En Dans Sur À Au Aux Par Pour Avec Sans Sous De Depuis Après Avant Pendant Selon Si Quand Lorsque Comme Où',
    'Pourquoi Comment Que Qui Mais Et Ou Donc Or Ni Car Puis Alors Ainsi Cependant Toutefois Aussi Même Tout Tous',
  ),
  dottedOrdinals: false,
  speech: words('demande lance dit'),
};

const SPANISH: AbbreviationRules = {
  introducing: words(
    'Sr Sra Srta Sres Dr Dra D Dña Ud Uds Vd Vds Prof Gral Lic Ing Sto Sta p.ej ej cf',
  ),
  numbered: words(
    'núm núms n.º vol p pp pág págs fig art cap ene feb abr jun jul ago sept oct nov dic',
  ),
  ambiguous: words('Av Avda EE.UU EE UU Cía etc Ltda S.A C'),
  timesOfDay: NONE,
  calendar: NONE,
  openers: words(
    'El La Los Las Un Una Unos Unas Este Esta Estos Estas Ese Esa Eso Esto Él Ella Ellos Ellas Nosotros Yo Tú Usted',
    'Su Sus Mi Nuestro En Con Sin Por Para De Del Al A Desde Hasta Según Sobre Entre Tras Si Cuando Mientras Como',
    'Donde Qué Que Quién Pero Y O Ni Pues Luego Entonces Así También Además Aunque Porque No Más Todo Todos Se Lo',
  ),
  dottedOrdinals: false,
  speech: words('dijo preguntó exclamó'),
};

/** Initials and dotted capitals are understood everywhere; nothing else is claimed of a language not listed. */
const OTHER: AbbreviationRules = {
  introducing: NONE,
  numbered: NONE,
  ambiguous: NONE,
  timesOfDay: NONE,
  calendar: NONE,
  openers: NONE,
  dottedOrdinals: false,
  speech: NONE,
};

const BY_LANGUAGE: ReadonlyMap<string, AbbreviationRules> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
]);

/** Languages that write ordinals as a number and a full stop. */
const DOTTED_ORDINALS = words('da nb nn no fi cs sk sl hr sr bs hu pl et lv is tr');

/** @param language primary subtag, lower-case: `en`. */
export function abbreviationRules(language: string): AbbreviationRules {
  const rules = BY_LANGUAGE.get(language) ?? OTHER;
  return DOTTED_ORDINALS.has(language) ? { ...rules, dottedOrdinals: true } : rules;
}

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}
