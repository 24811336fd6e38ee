import { MAX_ARTICLE_CHARACTERS } from '../draft.ts';
import type { Sketch } from './sketch.ts';

export interface ReadInput {
  /** File name, path or address: its extension tells the format, and every problem names it. */
  readonly name: string;
  /** As the sender gave it, with its `charset` if there is one. */
  readonly mediaType?: string | null | undefined;
  /** Where the input came from; the article's own address where it names none. */
  readonly url?: string | null | undefined;
  /** Fill what the source leaves open, and are noted. */
  readonly defaults?: {
    readonly section?: string | null | undefined;
    readonly publishedAt?: string | null | undefined;
    readonly source?: string | null | undefined;
  };
  /** Dates more than a day later are noted. Without it none are. */
  readonly today?: Date | undefined;
  /** Default `DEFAULT_MAX_BYTES`; collections in JSON Lines may need more. */
  readonly maxBytes?: number | undefined;
}

/** What a format reader hands over: every article it found, and every place where it found none. */
export interface Reading {
  readonly sketches: readonly Sketch[];
  readonly problems: readonly { readonly line: number | null; readonly message: string }[];
}

/** Problems beyond this many of one input are counted, not listed. */
export const MAX_PROBLEMS = 1_000;

/** The whole input cannot be read. */
export function refuse(message: string): Reading {
  return { sketches: [], problems: [{ line: null, message }] };
}

export function tooLong(characters: number): string {
  return `the text has ${characters} characters, at most ${MAX_ARTICLE_CHARACTERS} are read as one article`;
}
