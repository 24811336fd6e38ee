import { Random } from './random.ts';

/** Words that hold sentences together: between two and three of five words of any text. */
const FUNCTION_WORDS =
  `the of and to a in that it is was for on with as by at from he they be this had not are but
have an which his were their there been has more who will would so if no when she we can about into its than could
only other then do any these some such over most after also where before must through should because each both
between under while those against during without within her our out up them him all you what`.split(
    /\s+/,
  );

/** Words that tell something, the most frequent first. */
const CONTENT_WORDS =
  `government people year report country minister market company city police court president
state week party election war leader official law price bank worker group member house trade plan water deal
energy school health hospital security force border region army budget vote tax oil gas power food road river
bridge railway airport port ship train station factory farm field forest island coast storm flood fire drought
winter summer harvest crop cattle fish sea mountain village town street building home family child student teacher
doctor nurse patient disease vaccine medicine drug study research university science space satellite rocket
mission planet climate carbon emission target summit treaty talks agreement sanction embassy diplomat ambassador
parliament senate congress chamber committee inquiry commission council mayor governor judge jury trial prison
sentence crime fraud theft murder attack bomb missile soldier general commander rebel refugee migrant visa
passport citizen protest strike union wage job pension debt loan credit interest inflation growth export import
tariff customs currency dollar euro share investor fund profit loss sale customer shop supply chain engine car
battery electric solar wind nuclear reactor coal mine steel copper gold cement concrete glass paper cotton wool
milk bread sugar coffee wheat rice corn fruit meat egg salt film music book museum theatre artist author poet
painter singer actor stage festival prize award game match team player coach league season goal race cup medal
record champion stadium referee injury transfer contract sponsor ticket crowd fan church temple priest monk bishop
holiday wedding funeral birth death age youth woman man girl boy mother father brother sister friend neighbour
newspaper journalist editor reporter radio television channel broadcast signal network phone computer software
code data cloud chip screen camera robot machine tool lab test sample result method theory model figure number
rate share level rise fall drop gain cut limit rule ban order decree appeal claim charge fine penalty ruling
verdict witness evidence lawyer client firm office desk floor wall roof door window garden park tree leaf root seed
soil stone sand rock hill valley lake pond stream canal dam pipe pump valve cable wire tower mast pole fence gate
announce warn urge accuse deny confirm reject approve delay suspend resume launch open close build repair
replace expand reduce increase raise lower support oppose demand offer accept refuse agree sign break keep hold
release arrest detain rescue evacuate search find discover measure compare estimate forecast expect hope fear
doubt believe argue explain describe reveal publish print send receive deliver carry move travel arrive leave
return visit meet speak answer ask listen watch follow lead join leave fight defend attack win lose score save
spend earn pay buy sell borrow lend invest trade grow plant feed breed cook clean wash heat cool burn freeze melt
northern southern eastern western central local national foreign federal royal public private military civil
public financial economic political social medical legal nuclear digital rural urban ancient modern recent early
late final major minor heavy light rapid slow steep narrow broad deep shallow rich poor cheap costly rare common
former current next previous annual monthly weekly daily joint single double quarter million billion`.split(
    /\s+/,
  );

const ONSETS = 'b d f g k l m n p r s t v br dr gr kr st tr sh ch'.split(' ');
const VOWELS = 'a e i o u a e o ai ou'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 'l', 's', 'm', 'nd', 'rt', 'sk'];
const ENDINGS = ['s', 'ing', 'er'];
const VOCABULARY = 40_000;
/** Of the made-up words: names, against compounds. */
const NAME_SHARE = 0.4;
/** Compounds are made of words up to this length, so that texts are no longer than real ones. */
const COMPOUND_PART = 5;
/** How often function words come. */
const FUNCTION_SHARE = 0.45;
/** Zipf's law with a flattened top, as texts have it without their function words. */
const ZIPF = { exponent: 1.15, shift: 30 } as const;
/** Draws that are told apart; a word that comes less often than 1 in so many is hardly ever met anyway. */
const DRAWS = 2 ** 18;

/** Words by Zipf's law: the word of rank r comes with a frequency of 1/(r + 30)^1.15. */
export class Vocabulary {
  readonly #words = contentWords();
  /** The rank each draw gives. */
  readonly #ranks = new Uint16Array(DRAWS);

  constructor() {
    const frequencies = this.#words.map((_, rank) => (rank + ZIPF.shift) ** -ZIPF.exponent);
    const total = frequencies.reduce((sum, frequency) => sum + frequency, 0);
    let draw = 0;
    let reached = 0;
    for (const [rank, frequency] of frequencies.entries()) {
      reached += (frequency / total) * DRAWS;
      while (draw < reached && draw < DRAWS) this.#ranks[draw++] = rank;
    }
  }

  /** A word of a running text. */
  word(random: Random): string {
    return random.next() < FUNCTION_SHARE ? random.pick(FUNCTION_WORDS) : this.contentWord(random);
  }

  contentWord(random: Random): string {
    return this.#words[this.#ranks[random.below(DRAWS)] ?? 0] ?? '';
  }
}

export function isContentWord(word: string): boolean {
  return !functionWords.has(word.toLowerCase());
}

const functionWords = new Set(FUNCTION_WORDS);

/** The listed words, their inflections, then compounds and names mixed. */
function contentWords(): string[] {
  const random = new Random(7);
  const words = new Set(CONTENT_WORDS);
  for (const ending of ENDINGS) for (const word of CONTENT_WORDS) words.add(word + ending);
  const parts = CONTENT_WORDS.filter(({ length }) => length <= COMPOUND_PART);
  while (words.size < VOCABULARY) {
    const isName = random.next() < NAME_SHARE;
    words.add(isName ? makeName(random) : random.pick(parts) + random.pick(parts));
  }
  return [...words];
}

function makeName(random: Random): string {
  const syllable = (): string => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  const name = syllable() + syllable();
  return name.charAt(0).toUpperCase() + name.slice(1);
}
