import type { Naming } from '../naming.ts';

/** Wording of `/ask`, its answers and the articles behind them. Texts are Discord markdown; arguments have been escaped before. */
export interface AskTexts {
  readonly names: {
    readonly ask: Naming;
    readonly question: Naming;
    readonly after: Naming;
    readonly before: Naming;
    readonly section: Naming;
    readonly private: Naming;
    /** Of the message's context menu. */
    readonly askMessage: string;
  };
  readonly answer: {
    /** @param articles at least 1. */
    readonly from: (articles: number) => string;
    /** What the question was limited to. */
    readonly after: (date: string) => string;
    readonly before: (date: string) => string;
    readonly section: (name: string) => string;
    readonly related: string;
    readonly nothing: string;
    /** @param words at least one. */
    readonly unknownWords: (words: readonly string[]) => string;
    readonly nearest: string;
    readonly closest: string;
    /** Heading of the pages behind the first one. */
    readonly further: string;
    readonly changed: string;
    readonly removed: string;
    /** @param user a mention. */
    readonly sharedBy: (user: string) => string;
    /** For an answer that is kept no longer, or never was here. */
    readonly gone: string;
  };
  /** Labels: plain text, at most 80 characters. */
  readonly buttons: {
    readonly more: string;
    readonly read: string;
    readonly readRank: (rank: number) => string;
    readonly why: string;
    readonly share: string;
  };
  readonly article: {
    readonly page: (page: number, pages: number) => string;
    readonly changed: string;
    readonly removed: string;
    readonly notFound: string;
  };
  readonly why: {
    readonly title: string;
    /** @param share formatted, such as `87%`. */
    readonly confidence: (share: string) => string;
    /** @param words at least one. */
    readonly matched: (words: readonly string[]) => string;
    readonly noneMatched: string;
    readonly coverage: (share: string) => string;
    /** @param value of -1 to 1, formatted. */
    readonly similarity: (value: string) => string;
    readonly passage: (value: string) => string;
    /** @param date a time stamp. */
    readonly published: (date: string) => string;
    readonly undated: string;
  };
  readonly message: {
    /** For a message without words. @param command a mention. */
    readonly empty: (command: string) => string;
    readonly cut: (maximum: number) => string;
  };
}
