import { nextTurn } from '../../event-loop.ts';
import { analyse } from './analyse.ts';
import type { LexicalArticle } from './lexical-index.ts';

/** Analysed articles on their way into a segment. Terms, articles and passages are known by their place in the lists. */
export interface NewDocuments {
  readonly terms: readonly string[];
  readonly articles: readonly {
    readonly articleKey: number;
    readonly day: number | null;
    /** Terms, duplicates counted. */
    readonly length: number;
  }[];
  readonly passages: readonly {
    readonly passageId: number;
    readonly article: number;
    readonly length: number;
  }[];
  readonly passagePostings: NewPostings;
  readonly articlePostings: NewPostings;
}

/** Three columns: which term, in which document, how often. In order of documents. */
export interface NewPostings {
  readonly terms: number[];
  readonly documents: number[];
  readonly counts: number[];
}

/** Characters analysed before other work gets its turn: a few milliseconds. */
const TURN = 16_384;

/**
 * Analyses whole articles and their passages. The headline's words count in the article, not in its passages: there they
 * would only say again what the article's score says. Measured in the fused ranking: nDCG@10 .814 without, .810 with
 * them on news, .978 both on Wikipedia; a headline counted nowhere gives .801 and .976.
 */
export async function analyseArticles(articles: Iterable<LexicalArticle>): Promise<NewDocuments> {
  const collector = new Collector();
  let sinceTurn = 0;
  for (const article of articles) {
    for (const characters of collector.take(article)) {
      sinceTurn += characters;
      if (sinceTurn < TURN) continue;
      sinceTurn = 0;
      await nextTurn();
    }
  }
  return collector;
}

class Collector implements NewDocuments {
  readonly terms: string[] = [];
  readonly articles: { articleKey: number; day: number | null; length: number }[] = [];
  readonly passages: { passageId: number; article: number; length: number }[] = [];
  readonly passagePostings: NewPostings = { terms: [], documents: [], counts: [] };
  readonly articlePostings: NewPostings = { terms: [], documents: [], counts: [] };
  readonly #ordinals = new Map<string, number>();
  /** How often the document in hand holds each term, by the term's ordinal. */
  readonly #counts: number[] = [];
  #present: number[] = [];
  #length = 0;

  /** Takes the article in piece by piece; yields the characters read after each, where the caller may pause. */
  *take({
    articleKey,
    day,
    headline,
    canonical,
    passages,
  }: LexicalArticle): Generator<number, void> {
    const article = this.articles.length;
    this.#count(analyse(headline));
    for (const piece of pieces(canonical)) {
      this.#count(analyse(piece));
      yield piece.length;
    }
    this.articles.push({ articleKey, day, length: this.#finish(this.articlePostings, article) });
    for (const { passageId, start, end } of passages) {
      this.#count(analyse(canonical.slice(start, end)));
      const length = this.#finish(this.passagePostings, this.passages.length);
      this.passages.push({ passageId, article, length });
      yield end - start;
    }
  }

  #count(terms: readonly string[]): void {
    for (const term of terms) {
      const ordinal = this.#ordinalOf(term);
      const count = this.#counts[ordinal] ?? 0;
      if (count === 0) this.#present.push(ordinal);
      this.#counts[ordinal] = count + 1;
    }
    this.#length += terms.length;
  }

  /** Writes down what was counted as one document, begins the next, and returns the length. */
  #finish(postings: NewPostings, document: number): number {
    for (const ordinal of this.#present) {
      postings.terms.push(ordinal);
      postings.documents.push(document);
      postings.counts.push(this.#counts[ordinal] ?? 0);
      this.#counts[ordinal] = 0;
    }
    const length = this.#length;
    this.#present = [];
    this.#length = 0;
    return length;
  }

  #ordinalOf(term: string): number {
    const known = this.#ordinals.get(term);
    if (known !== undefined) return known;
    const ordinal = this.terms.length;
    this.terms.push(term);
    this.#counts.push(0);
    this.#ordinals.set(term, ordinal);
    return ordinal;
  }
}

/** The text in pieces of about `TURN` characters, cut at white space, where no term can be cut. */
function* pieces(text: string): Generator<string, void> {
  const space = /\s/g;
  let start = 0;
  while (start < text.length) {
    space.lastIndex = start + TURN;
    const end = space.exec(text)?.index ?? text.length;
    yield text.slice(start, end);
    start = end;
  }
}
