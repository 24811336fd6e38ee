import type { Citation } from '../answer/answer.ts';
import type { Span } from '../archive/article.ts';
import type { LocalDate } from './schedule.ts';

/** What is new in the archive, ready to be shown. Every text is a slice of an article. */
export interface Digest {
  /** The day it is for. */
  readonly date: LocalDate;
  /** The first day it covers: earlier than `date` where missed days are merged into it. */
  readonly firstDate: LocalDate;
  /** Articles that are new or were corrected, those folded into another's entry and the omitted ones included. */
  readonly articles: number;
  /** Of them, corrected since the last digest. */
  readonly corrected: number;
  /** Articles beyond the most that are shown; the newest are shown. */
  readonly omitted: number;
  /** Most entries first; articles without a section last. */
  readonly sections: readonly DigestSection[];
}

export interface DigestSection {
  /** As most of its articles spell it; null for articles without one. */
  readonly section: string | null;
  /** Newest first. */
  readonly entries: readonly DigestEntry[];
}

/** One story. */
export interface DigestEntry {
  readonly article: Citation;
  readonly articleKey: number;
  /** Was it in the archive before, with another text? */
  readonly corrected: boolean;
  /** What it is about: its standfirst, else its most central sentence; null where it has neither. */
  readonly lead: QuotedText | null;
  /** In the full style only. */
  readonly quotation: Quotation | null;
  /** Other articles with nearly the same text, newest first. */
  readonly alsoIn: readonly Citation[];
}

/** `canonical.slice(start, end)` of the article. */
export interface QuotedText extends Span {
  readonly text: string;
}

/** Direct speech with the one who said it, both as the article has them. */
export interface Quotation extends QuotedText {
  readonly speaker: QuotedText;
}

/** What of an article a digest shows, which follows from its text alone. */
export interface Highlights {
  readonly lead: QuotedText | null;
  readonly quotation: Quotation | null;
}
