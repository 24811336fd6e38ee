import type { PassageSpan } from './article.ts';
import {
  headlineForEmbedding,
  joinHeadline,
  MAX_CHARACTERS_PER_TOKEN,
  type TokenLimits,
} from './embedding-text.ts';
import { SentenceQueue, type PassageSource } from './sentence-queue.ts';
import { largestTrue, longestFit } from './text-cut.ts';

export interface PassageLimits extends TokenLimits {
  /** Words a passage aims at; it may have up to 40 more when that avoids a stub. Default 150. */
  readonly targetWords?: number;
  /** Sentences a passage repeats from the one before, at most, as far as they have 40 words together. Default 2. */
  readonly overlapSentences?: number;
}

/**
 * Cuts an article into the passages that are embedded and searched: whole sentences, never across a subheading unless a
 * section is short (under 60 words), the subheading at the start of what it heads. Together they hold every character
 * of the paragraphs that is not white space; their starts and their ends ascend, so none lies within another; each is
 * trimmed. Its `passageEmbeddingText` has at most `maxTokens` tokens: a sentence too long for that is cut at clauses or
 * words. The same article and limits give the same passages.
 *
 * @throws {Error} when the limit does not hold even one character.
 */
export function splitPassages(article: PassageSource, limits: PassageLimits): PassageSpan[] {
  return [...walkPassages(article, limits)];
}

/** The same, one by one: a caller with a very long article can let other work run in between. */
export function* walkPassages(
  article: PassageSource,
  limits: PassageLimits,
): Generator<PassageSpan, void, undefined> {
  const packer = new Packer(article, limits);
  let held: PassageSpan | null = null;
  for (let next = packer.take(); next !== null; next = packer.take()) {
    const { span, stub }: Taken = next;
    if (held !== null && stub && packer.fits(held.start, span.end)) {
      held = { start: held.start, end: span.end };
      continue;
    }
    if (held !== null) yield held;
    held = span;
  }
  if (held !== null) yield held;
}

const TARGET_WORDS = 150;
const OVERLAP_SENTENCES = 2;
/** The repeated sentences have at most this many words together: they give context, not a second copy. */
const OVERLAP_WORDS = 40;
/** A section with fewer words may share a passage with its neighbour. */
const SHORT_SECTION_WORDS = 60;
/** A remainder with fewer words is not worth a passage of its own. */
const STUB_WORDS = 40;

/** A table of contents has more; its lines are then treated as text. */
const HEADINGS_IN_A_ROW = 8;

interface Taken {
  readonly span: PassageSpan;
  /** The last of its section, with hardly anything new in it. */
  readonly stub: boolean;
}

/** How many atoms the next passage should have, best first. */
type Plan = readonly [wanted: number, otherwise: number];

class Packer {
  readonly #article: PassageSource;
  readonly #limits: PassageLimits;
  readonly #headline: string;
  readonly #target: number;
  readonly #queue: SentenceQueue;
  /** Atoms at the front of the queue that the passage before holds too. */
  #repeated = 0;
  #atSectionStart = true;

  constructor(article: PassageSource, limits: PassageLimits) {
    this.#article = article;
    this.#limits = limits;
    this.#headline = headlineForEmbedding(article.headline, limits);
    this.#target = limits.targetWords ?? TARGET_WORDS;
    this.#queue = new SentenceQueue(article, limits.maxTokens * MAX_CHARACTERS_PER_TOKEN);
  }

  /** Does the passage from `start` to `end` keep the token limit, headline included? */
  fits(start: number, end: number): boolean {
    const text = joinHeadline(this.#headline, this.#article.canonical.slice(start, end));
    return this.#limits.countTokens(text) <= this.#limits.maxTokens;
  }

  /** The next passage, or null at the end of the article. */
  take(): Taken | null {
    if (this.#queue.at(this.#repeated) === undefined) return null;
    const count = this.#fittingCount();
    const span = { start: this.#startOf(0), end: this.#endOf(count - 1) };
    const newWords = this.#wordsBetween(this.#repeated, count);
    const following = this.#queue.at(count);
    const sectionEnds = following === undefined || following.heading;
    this.#repeated = sectionEnds ? 0 : this.#overlapBefore(count);
    this.#atSectionStart = sectionEnds;
    this.#queue.drop(count - this.#repeated);
    return { span, stub: sectionEnds && newWords < STUB_WORDS };
  }

  #fittingCount(): number {
    const [wanted, otherwise] = this.#plan();
    if (this.#countFits(wanted)) return wanted;
    if (otherwise < wanted && this.#countFits(otherwise)) return otherwise;
    const most = Math.min(wanted, otherwise) - 1;
    const count = this.#withoutLastHeadings(largestTrue(most, (n) => this.#countFits(n)));
    return count > this.#firstText() ? count : this.#cutToFit();
  }

  /** Not even the first new sentence fits: without the repeated ones it may; if not, it is cut. */
  #cutToFit(): number {
    this.#queue.drop(this.#repeated);
    this.#repeated = 0;
    const first = this.#firstText();
    for (const index of first > 0 ? [first, 0] : [0]) {
      if (this.#countFits(index + 1)) return index + 1;
      const start = this.#startOf(index);
      const text = this.#article.canonical.slice(start, this.#endOf(index));
      const length = longestFit(text, (end) => this.fits(this.#startOf(0), start + end));
      if (length === 0) continue;
      this.#queue.split(index, length);
      return index + 1;
    }
    const { maxTokens } = this.#limits;
    throw new Error(`A limit of ${maxTokens} tokens does not hold one character of text.`);
  }

  /**
   * Looks two targets ahead. What remains of the section is one passage when it is hardly longer than the target, two
   * even ones when it is less than two targets, else the target is cut off.
   */
  #plan(): Plan {
    let words = 0;
    let index = 0;
    for (; words < 2 * this.#target; index++) {
      const atom = this.#queue.at(index);
      if (atom === undefined || (atom.heading && !this.#mayCross(index, words))) break;
      words += atom.words;
    }
    if (words >= 2 * this.#target) {
      const count = this.#countFor(this.#target, index);
      return [count, count];
    }
    const half = this.#countFor(words / 2, index);
    return words <= this.#target + STUB_WORDS ? [index, half] : [half, half];
  }

  /** May a passage of `words` words so far go on across the subheading at `index`? */
  #mayCross(index: number, words: number): boolean {
    if (index === 0 || this.#queue.at(index - 1)?.heading === true) return true;
    if (this.#atSectionStart && words < SHORT_SECTION_WORDS) return true;
    const section = this.#shortSectionWords(index);
    return section !== null && words + section <= this.#target + STUB_WORDS;
  }

  /** Words of the section headed at `index`, null when it is not short. */
  #shortSectionWords(index: number): number | null {
    let words = 0;
    let inText = false;
    for (let i = index; words < SHORT_SECTION_WORDS; i++) {
      const atom = this.#queue.at(i);
      if (atom === undefined || (atom.heading && inText)) return words;
      inText ||= !atom.heading;
      words += atom.words;
    }
    return null;
  }

  /** The number of atoms, of `available`, whose words come nearest to `aim`: at least one new sentence. */
  #countFor(aim: number, available: number): number {
    let count = 0;
    let words = 0;
    const least = this.#firstText() + 1;
    for (; count < available; count++) {
      const next = this.#queue.at(count)?.words ?? 0;
      const tooMany = words + next / 2 > aim || words + next > this.#target + STUB_WORDS;
      if (count >= least && tooMany) break;
      words += next;
    }
    return Math.max(least, this.#withoutLastHeadings(count));
  }

  /** A subheading goes with what it heads, unless nothing follows. */
  #withoutLastHeadings(count: number): number {
    if (this.#queue.at(count) === undefined) return count;
    let kept = count;
    while (kept > 0 && this.#queue.at(kept - 1)?.heading === true) kept--;
    return kept;
  }

  /** Index of the first new atom behind the subheadings at the front, of which at most eight count as such. */
  #firstText(): number {
    let index = this.#repeated;
    while (index < HEADINGS_IN_A_ROW && this.#queue.at(index)?.heading === true) {
      if (this.#queue.at(index + 1) === undefined) break;
      index++;
    }
    return index;
  }

  /** How many of the last of `count` atoms to repeat; never the first one, so that passages go forward. */
  #overlapBefore(count: number): number {
    const most = Math.min(this.#limits.overlapSentences ?? OVERLAP_SENTENCES, count - 1);
    let repeated = 0;
    let words = 0;
    while (repeated < most) {
      const atom = this.#queue.at(count - 1 - repeated);
      if (atom === undefined || atom.heading) break;
      words += atom.words;
      if (words > OVERLAP_WORDS) break;
      repeated++;
    }
    return repeated;
  }

  #wordsBetween(from: number, to: number): number {
    let words = 0;
    for (let index = from; index < to; index++) words += this.#queue.at(index)?.words ?? 0;
    return words;
  }

  #countFits(count: number): boolean {
    return this.fits(this.#startOf(0), this.#endOf(count - 1));
  }

  #startOf(index: number): number {
    return this.#queue.at(index)?.start ?? 0;
  }

  #endOf(index: number): number {
    return this.#queue.at(index)?.end ?? 0;
  }
}
