import type { Citation, Outcome } from '../answer/answer.ts';
import type { Article, ArticleDraft } from '../archive/article.ts';
import type {
  ArchiveStats,
  ArticleList,
  ArticleSummary,
  ListOptions,
  NearDuplicate,
  SectionCount,
} from '../archive/library.ts';
import type { GuildDigests } from './guild-digests.ts';

/**
 * The archive as one guild sees it: what is shared by all and what is its own, and no way to anything else. Whoever
 * holds it cannot name another guild's scope; ids that belong elsewhere are not found, like ids that never existed.
 */
export interface GuildArchive extends GuildAnswers, GuildArticles, GuildIngest {
  readonly guildId: string;
  readonly digests: GuildDigests;
}

// Questions

export interface GuildAnswers {
  /**
   * Answers a question and keeps the answer for its buttons. A question without a direct answer is recorded as a gap.
   * @throws {UserError} for a question or filter that cannot be, and `LimitError` when the asker or the guild asks too
   * much.
   */
  ask(question: Question): Promise<GivenAnswer>;
  /** A kept answer; null when it is unknown, of another guild, or older than it is kept. */
  answer(id: string): GivenAnswer | null;
  /** One vote a user; a later one replaces it, the same one again takes it back. Null for an unknown answer. */
  vote(answerId: string, userId: string, vote: Vote): VoteCount | null;
  /** Unanswered questions, alike ones together, most asked first. */
  gaps(page: Page): Promise<GapList>;
  /** Takes a group off the list; false when there is none of that id. */
  closeGap(id: string): boolean;
}

export interface Question {
  /** 1 to 500 characters. */
  readonly text: string;
  /** As typed: `last week`, `2024`, `Feb 2024`. */
  readonly after?: string;
  readonly before?: string;
  readonly section?: string;
  /** Only articles of this digest that was posted: its run's id. Without an answer there, no gap is recorded. */
  readonly digest?: string;
  readonly userId: string;
  readonly signal?: AbortSignal;
}

/** An answer that was given, with its excerpts checked against the archive as it is now. */
export interface GivenAnswer {
  /** 12 characters of base32; null when answers are not kept (`ANSWER_RETENTION_DAYS=0`). */
  readonly id: string | null;
  readonly question: string;
  /** As typed; null where the asker set none. */
  readonly filters: {
    readonly after: string | null;
    readonly before: string | null;
    readonly section: string | null;
  };
  readonly outcome: Outcome;
  /** 0 to 1. */
  readonly confidence: number;
  /** Best first, at most 10. */
  readonly excerpts: readonly GivenExcerpt[];
  /** Articles that are nearest, best first, at most 5; also where there is no excerpt. */
  readonly nearest: readonly Citation[];
  /** Words of the question that occur nowhere in what the guild may see. */
  readonly unknownWords: readonly string[];
}

export interface GivenExcerpt {
  /** 1 for the best. */
  readonly rank: number;
  /** `changed`: the article has a later revision, the excerpt is from the one that was asked. `removed`: it may not be shown any more, and its texts are empty. */
  readonly state: 'current' | 'changed' | 'removed';
  /** A slice of the article, with offsets (UTF-16) into its canonical text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  readonly article: Citation;
  readonly evidence: ExcerptEvidence;
}

/** Why an excerpt was chosen. */
export interface ExcerptEvidence {
  /** Words of the question that occur in the excerpt, as typed in the question. */
  readonly matchedWords: readonly string[];
  /** Cosine of question and sentence, -1 to 1. */
  readonly similarity: number;
  /** Part of the question's words, weighted by how much they tell, that occur in the sentence: 0 to 1. */
  readonly coverage: number;
  /** Of the passage, from both indexes: 0 to 1. */
  readonly passageScore: number;
}

export type Vote = 'up' | 'down';

export interface VoteCount {
  readonly up: number;
  readonly down: number;
  /** What this user's vote is now; null when it was taken back. */
  readonly own: Vote | null;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface GapList {
  /** Groups, whatever the page is. */
  readonly total: number;
  readonly gaps: readonly Gap[];
}

export interface Gap {
  /** 12 characters of base32. */
  readonly id: string;
  /** The wording that was asked most often, the latest of equals. */
  readonly question: string;
  /** Other wordings, at most 5. */
  readonly variants: readonly string[];
  readonly count: number;
  /** ISO date-time. */
  readonly lastAskedAt: string;
}

// Articles

export interface GuildArticles {
  /** The current revision of a visible article; null when there is none. */
  article(id: string): Article | null;
  /** Newest day first. */
  list(options: Omit<ListOptions, 'scopes'>): ArticleList;
  stats(): GuildStats;
  /** Most articles first. */
  sections(): readonly SectionCount[];
  /** Articles whose headline contains the words, those that begin with them first; the newest for an empty text. */
  findHeadlines(
    text: string,
    limit: number,
    options?: { readonly own?: boolean },
  ): ArticleSummary[];
  /** Is the article this guild's own, so that it may be removed here? False for shared and unknown ones. */
  owns(id: string): boolean;
  /** @throws {UserError} for an article that is not this guild's own, or not there. */
  remove(id: string, by: string): Promise<ArticleSummary>;
  /** Takes back `remove`. @throws {UserError} as `remove`. */
  restore(id: string, by: string): Promise<ArticleSummary>;
  /** The guild's own articles as JSON Lines that `archive import` reads, one line with its line feed at a time. */
  exportLines(): AsyncGenerator<string, void, undefined>;
}

export interface GuildStats {
  /** All the guild sees. */
  readonly visible: ArchiveStats;
  /** What it has brought itself. */
  readonly own: ArchiveStats;
  /** Bytes of its own texts (UTF-8), and what is allowed. */
  readonly ownBytes: number;
  readonly limits: { readonly articles: number; readonly bytes: number };
  readonly questions: { readonly asked: number; readonly answered: number };
}

// Ingest

export interface GuildIngest {
  /**
   * Reads inputs into a pending ingest that is kept, for 7 days, until it is added or cancelled; nothing enters the archive.
   * Reading happens in a worker: the event loop goes on.
   * @throws {LimitError} when the user or the guild has brought too much.
   */
  prepare(inputs: readonly IngestInput[], options: PrepareOptions): Promise<PendingIngest>;
  /** Null when it is unknown, of another guild, added, cancelled or expired. */
  pending(id: string): Promise<PendingIngest | null>;
  /** Another wording of one of its articles, by position. @throws {UserError} when the fields make no article. */
  edit(id: string, at: number, fields: DraftFields): Promise<PendingIngest | null>;
  cancel(id: string): boolean;
  /**
   * Adds what is pending. The receipt is kept: calling it again for the same id goes on where it stopped and adds nothing twice.
   * @throws {UserError} when there is no such pending ingest, `LimitError` when the guild is full.
   */
  commit(id: string, options: CommitOptions): Promise<IngestReceipt>;
  /** Null for an unknown one or one of another guild. */
  receipt(id: string): IngestReceipt | null;
  /** Takes back what a commit did, article by article, but for those that were changed since. @throws {UserError} for an unknown one. */
  undo(id: string, by: string): Promise<UndoReport>;
}

/** One file, page or text as it came. */
export interface IngestInput {
  /** File name or url: its extension tells the format; a .zip is unpacked. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly url?: string;
}

export interface PrepareOptions {
  /** Discord user id. */
  readonly by: string;
  /** Fill what the source leaves open. */
  readonly defaults?: {
    readonly section?: string;
    /** ISO date. */
    readonly publishedAt?: string;
    readonly source?: string;
  };
  /** What could not even be fetched; kept, and listed before the failures of reading. */
  readonly failures?: readonly InputFailure[];
  readonly signal?: AbortSignal;
}

export interface PendingIngest {
  /** 12 characters of base32. */
  readonly id: string;
  readonly by: string;
  readonly articles: readonly PendingArticle[];
  readonly failures: readonly InputFailure[];
}

/** A draft, and what adding it would do. */
export interface PendingArticle {
  readonly draft: ArticleDraft;
  /** File or url it came from. */
  readonly input: string;
  readonly words: number;
  readonly characters: number;
  readonly passages: number;
  /** `changed`: the same url or id is there with another text. */
  readonly status: 'new' | 'same' | 'changed';
  /** The article it is a version of; null for a new one. */
  readonly existing: ArticleSummary | null;
  /** What is different, in the order of `DraftFields`; empty unless changed. */
  readonly changes: readonly DraftChange[];
  readonly nearDuplicates: readonly NearDuplicate[];
}

export type DraftField =
  'headline' | 'publishedAt' | 'section' | 'byline' | 'source' | 'url' | 'text';

export interface DraftChange {
  readonly field: DraftField;
  /** Null where it was or will be absent. For `text`: null both; see `words`. */
  readonly before: string | null;
  readonly after: string | null;
  /** For `text`: words that are added and that are taken away. */
  readonly words?: { readonly added: number; readonly removed: number };
}

export interface InputFailure {
  readonly input: string;
  readonly line: number | null;
  readonly reason: string;
}

/** Empty texts mean absent; `text` and `headline` must not be. Absent keys stay as they are. */
export interface DraftFields {
  readonly headline?: string;
  readonly publishedAt?: string;
  readonly section?: string;
  readonly url?: string;
  /** Paragraphs separated by blank lines. */
  readonly text?: string;
}

export interface CommitOptions {
  readonly by: string;
  /** Articles added, of all. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface IngestReceipt {
  /** The pending ingest's id. */
  readonly id: string;
  readonly by: string;
  readonly added: readonly ReceiptArticle[];
  readonly revised: readonly ReceiptArticle[];
  readonly unchanged: number;
  readonly failures: readonly InputFailure[];
  readonly undone: boolean;
}

export interface ReceiptArticle {
  readonly id: string;
  readonly headline: string;
  readonly revision: number;
}

export interface UndoReport {
  readonly removed: readonly ReceiptArticle[];
  readonly reverted: readonly ReceiptArticle[];
  /** Left alone: changed or removed by somebody since. */
  readonly kept: readonly ReceiptArticle[];
}
