import type { ArticleDraft } from '../../archive/article.ts';
import type { ReadInput } from '../../archive/readers/reading.ts';
import type { Input } from '../input.ts';
import type { IngestFailure } from '../report.ts';

/** A draft that was read, and the input it came from. */
export interface FoundDraft {
  /** `archive.zip/entry.txt` for one out of an archive. */
  readonly input: string;
  readonly draft: ArticleDraft;
}

export interface ReadingRequest {
  readonly input: Input;
  /** Entries of an archive that were read, or tried, before. */
  readonly skip: number;
  readonly settings: ReadingSettings;
}

export interface ReadingSettings {
  readonly defaults?: NonNullable<ReadInput['defaults']>;
  readonly today: Date;
  /** Of one article; a longer one is refused. */
  readonly maxCharacters: number;
  /** Of one input; what comes after is refused. */
  readonly maxArticles: number;
}

/** What the thread is told: an input to read, or that its last part has arrived. */
export type ToReader = ({ readonly kind: 'read' } & ReadingRequest) | { readonly kind: 'next' };

/**
 * What the thread says. It waits for `next` after each part: the parts of an input never arrive in one turn of the event
 * loop, which would have to take them apart all at once.
 */
export type FromReader =
  | {
      readonly kind: 'begun';
      /** Of the document it is about to read. */
      readonly name: string;
      /** Its position in an archive, else 0. */
      readonly at: number;
    }
  | ({ readonly kind: 'part' } & ReadingPart)
  | { readonly kind: 'done' };

export interface ReadingPart {
  readonly drafts: readonly FoundDraft[];
  readonly failures: readonly IngestFailure[];
}
