import type { ArticleDraft } from '../../src/archive/article.ts';
import { canonicalText } from '../../src/archive/canonical.ts';
import type { LexicalArticle } from '../../src/search/lexical/lexical-index.ts';
import { dayOf, partitionId, type PartitionId } from '../../src/search/partition.ts';
import { Random } from './random.ts';
import { isContentWord, Vocabulary } from './synthetic-words.ts';

/** Passages of one article, about. */
export const PASSAGES_PER_ARTICLE = 10;
/** Months of publication the archive is spread over, from January 2020. */
const MONTHS = 50;
const FIRST_YEAR = 2020;
/** What a partition may hold, about: a fuller month goes on in the next shard. */
const ARTICLES_PER_PARTITION = 200;
const SECTIONS = ['world', 'business', 'science', 'sport', 'culture', 'politics', 'local'];
/** A stretch of at least so many words, to the end of the sentence, is a passage where no archive cuts them: 150 on average. */
const PASSAGE_WORDS = 140;
/** New words of an article: its passages repeat a sentence or two of the one before. */
const ARTICLE_WORDS = 1_390;
/** Words an article comes back to, and how often. */
const TOPIC_WORDS = 36;
const TOPIC_SHARE = 0.25;
const QUESTION_WORDS = { least: 6, most: 8 } as const;

/** A made-up archive: article `at` is always the same, and costs nothing until it is asked for. */
export class SyntheticArchive {
  readonly articles: number;
  readonly #vocabulary = new Vocabulary();

  /** @param passages about; ten to an article. */
  constructor(passages: number) {
    this.articles = Math.ceil(passages / PASSAGES_PER_ARTICLE);
  }

  /** @param at 0 and up; those from `articles` on are new ones, in the months of the old. */
  draft(at: number): ArticleDraft {
    const random = new Random(Math.imul(at + 1, 0x85ebca6b));
    const topic = Array.from({ length: TOPIC_WORDS }, () => this.#vocabulary.contentWord(random));
    const headline = capitalise(topic.slice(0, 5 + random.below(4)).join(' '));
    const published = this.#publishedAt(at, random);
    const paragraphs: ArticleDraft['paragraphs'][number][] = [];
    for (let words = 0; words < ARTICLE_WORDS;) {
      const sentences = Array.from({ length: 2 + random.below(4) }, () =>
        this.#sentence(topic, random),
      );
      paragraphs.push({ kind: 'text', text: sentences.join(' ') });
      for (const sentence of sentences) words += sentence.split(' ').length;
    }
    return {
      headline,
      publishedAt: published,
      section: random.pick(SECTIONS),
      byline: null,
      source: 'Synthetic Times',
      url: `https://news.example/${at}`,
      externalId: null,
      language: 'en',
      photoCaption: null,
      paragraphs,
      notes: [],
    };
  }

  /** The same article for the lexical index alone; article `at` has the passages from `at * 100` on. */
  lexicalArticle(at: number): LexicalArticle {
    const { headline, paragraphs, publishedAt } = this.draft(at);
    const { canonical } = canonicalText(paragraphs);
    const passages = stretches(canonical).map(({ start, end }, n) => {
      return { passageId: at * 100 + n, start, end };
    });
    const day = dayOf(publishedAt);
    return { articleKey: at, partition: this.partition(at), day, headline, canonical, passages };
  }

  partition(at: number): PartitionId {
    const { year, month, place } = this.#monthOf(at);
    return partitionId({
      scope: 'shared',
      month: `${year}-${pad(month)}`,
      shard: Math.floor(place / ARTICLES_PER_PARTITION),
    });
  }

  /** Six to eight telling words of one sentence, as people ask; always the same ones. */
  questions(count: number): string[] {
    return Array.from({ length: count }, (_, at) => {
      const random = new Random(31 * at + 5);
      const { paragraphs } = this.draft(random.below(this.articles));
      const words = random
        .pick(paragraphs)
        .text.split(/[\s.,]+/)
        .filter((word) => word !== '' && isContentWord(word));
      const { least, most } = QUESTION_WORDS;
      const start = random.below(Math.max(1, words.length - most));
      return words.slice(start, start + least + random.below(most - least + 1)).join(' ');
    });
  }

  #publishedAt(at: number, random: Random): string {
    const { year, month } = this.#monthOf(at);
    return `${year}-${pad(month)}-${pad(1 + random.below(28))}`;
  }

  #monthOf(at: number) {
    const known = at < this.articles;
    const index = known ? Math.floor((at * MONTHS) / this.articles) : at % MONTHS;
    const first = Math.ceil((index * this.articles) / MONTHS);
    return {
      year: FIRST_YEAR + Math.floor(index / 12),
      month: 1 + (index % 12),
      /** Of the article among those of its month. */
      place: known ? at - first : 0,
    };
  }

  #sentence(topic: readonly string[], random: Random): string {
    const length = 8 + random.below(21);
    const words = Array.from({ length }, () => {
      const draw = random.next();
      if (draw < TOPIC_SHARE) return random.pick(topic);
      return draw < 0.98 ? this.#vocabulary.word(random) : String(random.below(3_000));
    });
    const comma = 3 + random.below(length - 4);
    words[comma] = `${words[comma] ?? ''},`;
    return `${capitalise(words.join(' '))}.`;
  }
}

/** The text in stretches of about 150 words that end where a sentence does. */
function stretches(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  let words = 0;
  for (const { 0: match, index } of text.matchAll(/\S+\s*/g)) {
    words++;
    const end = index + match.trimEnd().length;
    const isLast = index + match.length === text.length;
    if (!isLast && (words < PASSAGE_WORDS || text[end - 1] !== '.')) continue;
    found.push({ start, end });
    start = index + match.length;
    words = 0;
  }
  return found;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
