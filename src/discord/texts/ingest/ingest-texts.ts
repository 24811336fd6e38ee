import type { DraftField, PendingArticle } from '../../../guild/guild-archive.ts';
import type { Naming } from '../naming.ts';

type Count = (number: number) => string;

/** A first option and further ones with a number behind the name: `file`, `file2` … */
interface NumberedNaming {
  readonly name: string;
  readonly first: string;
  readonly further: string;
}

/** What `/ingest` and `Add to archive` say. Arguments are plain; where they are foreign, the renderer has escaped them. */
export interface IngestTexts {
  readonly command: {
    readonly ingest: Naming;
    readonly text: Naming;
    readonly file: Naming;
    readonly url: Naming;
    readonly fileOption: NumberedNaming;
    readonly urlOption: NumberedNaming;
    readonly section: Naming;
    readonly date: Naming;
    readonly source: Naming;
    /** Of the message's context menu. */
    readonly message: string;
  };
  /** Titles and labels up to 45 characters, hints up to 100. */
  readonly modal: {
    readonly title: string;
    readonly editTitle: string;
    readonly headline: string;
    readonly date: string;
    readonly dateHint: string;
    readonly section: string;
    readonly link: string;
    readonly linkHint: string;
    readonly body: string;
    readonly bodyHint: string;
    readonly bodyTooLong: (characters: number) => string;
  };
  readonly preview: {
    readonly title: Readonly<Record<PendingArticle['status'], string>>;
    readonly noHeadline: string;
    readonly labels: Readonly<Record<DraftField | 'length', string>>;
    readonly absent: string;
    readonly length: (words: number, characters: number, passages: number) => string;
    readonly status: Readonly<Record<PendingArticle['status'], string>>;
    readonly alikeTo: string;
    /** @param share 0 to 1. */
    readonly alike: (share: number) => string;
    readonly changedWords: (added: number, removed: number) => string;
    readonly notes: string;
    readonly of: (position: number, total: number) => string;
    readonly notInArchiveYet: string;
    readonly more: Count;
  };
  readonly list: {
    readonly title: Count;
    readonly words: Count;
    readonly totals: Readonly<Record<PendingArticle['status'], string>>;
    readonly page: (page: number, pages: number) => string;
    /** Up to 150 characters. */
    readonly choose: string;
  };
  /** Reasons begin with a small letter: they stand behind the name of a file. */
  readonly failures: {
    readonly title: Count;
    readonly line: Count;
    readonly nothing: string;
    readonly wrongExtension: (extensions: string) => string;
    readonly tooBig: (megabytes: number) => string;
    readonly tooBigTogether: (megabytes: number) => string;
    readonly notDownloaded: string;
    readonly noAddress: string;
    readonly noArticleInMessage: string;
    readonly optionDate: (typed: string) => string;
  };
  /** What was wrong in a modal that was sent. */
  readonly problems: {
    readonly noHeadline: string;
    readonly date: (typed: string) => string;
    readonly keptDate: (typed: string) => string;
    readonly link: (typed: string) => string;
    readonly keptLink: (typed: string) => string;
    readonly headline: string;
    readonly text: string;
    /** @param command a mention. */
    readonly saved: (command: string) => string;
  };
  /** Up to 80 characters. */
  readonly buttons: {
    readonly add: Count;
    readonly edit: string;
    readonly tryAgain: string;
    readonly cancel: string;
    readonly back: string;
    readonly undo: string;
    readonly previous: string;
    readonly next: string;
  };
  readonly progress: {
    readonly collecting: string;
    readonly reading: string;
    readonly adding: string;
    readonly done: (done: number, total: number) => string;
  };
  readonly receipt: {
    readonly title: string;
    readonly nothingTitle: string;
    readonly added: Count;
    readonly revised: Count;
    readonly unchanged: Count;
    readonly revision: Count;
    readonly undone: string;
  };
  readonly undo: {
    readonly title: string;
    readonly removed: Count;
    readonly reverted: Count;
    readonly kept: Count;
    readonly nothing: string;
  };
  readonly cancelled: string;
  /** @param command a mention. */
  readonly gone: (command: string) => string;
}
