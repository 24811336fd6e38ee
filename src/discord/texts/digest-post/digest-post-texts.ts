import type { PostProblem } from '../../../digest/schedule.ts';

/** Wording of a digest's post, and of why one could not be posted. Texts are Discord markdown; arguments have been escaped before. */
export interface DigestPostTexts {
  readonly days: {
    /** `24 November 2026`; of a stretch's first day what is not the same as the last's. */
    readonly date: (day: number, month: string | null, year: number | null) => string;
    readonly weekday: (weekday: string, date: string) => string;
    readonly range: (first: string, last: string) => string;
  };
  /** Of a thread: plain text. @param days `24 November 2026`. */
  readonly title: (days: string) => string;
  readonly header: {
    /** @param articles new ones, at least 1. */
    readonly fresh: (articles: number) => string;
    /** @param articles at least 1. */
    readonly corrected: (articles: number) => string;
    /** @param topic in the moderator's words. */
    readonly topic: (topic: string) => string;
    readonly nothing: string;
    readonly nothingForDays: string;
    /** Above a further message. */
    readonly part: (at: number, of: number) => string;
  };
  /** Heading of the articles without a section, where others have one. */
  readonly otherSection: string;
  readonly continued: (section: string) => string;
  readonly entry: {
    readonly corrected: string;
    /** @param links at least one. @param more how many are left out. */
    readonly alsoIn: (links: readonly string[], more: number) => string;
  };
  readonly footer: {
    /** @param mention of the command. */
    readonly ask: (mention: string) => string;
    /** @param stories at least 1, in further messages. */
    readonly follows: (stories: number) => string;
    /** @param articles at least 1. @param mention of the command that lists them. */
    readonly omitted: (articles: number, mention: string) => string;
  };
  /** Labels: plain text, at most 80 characters. */
  readonly buttons: {
    readonly ask: string;
    /** Under a digest without articles. */
    readonly askArchive: string;
    readonly mute: string;
  };
  readonly preview: {
    readonly note: string;
    /** For a digest that says nothing on such a day. */
    readonly notPosted: string;
    /** @param stories at least 1, that the post has beyond what is shown. */
    readonly more: (stories: number) => string;
  };
  readonly paused: {
    readonly title: string;
    /** @param channel a mention. @param creator a mention. */
    readonly explain: (channel: string, creator: string) => string;
    /** @param mention of a command. */
    readonly goOn: (mention: (command: string) => string) => string;
  };
  readonly problems: Readonly<Record<PostProblem['kind'], ProblemTexts>>;
  /** @param names quoted as the language does. */
  readonly missing: (names: readonly string[]) => string;
  /** Around the name of a permission, and around what somebody said. */
  readonly quoted: (name: string) => string;
  readonly permissions: Readonly<Record<PostPermission, string>>;
}

export interface ProblemTexts {
  /** A sentence. */
  readonly what: string;
  /** What can be done about it; a sentence. */
  readonly remedy: string;
}

/** Permissions a post may need, by their names in `PermissionFlagsBits`. */
export type PostPermission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'SendMessagesInThreads'
  | 'EmbedLinks'
  | 'ReadMessageHistory'
  | 'CreatePublicThreads'
  | 'ManageThreads'
  | 'ManageMessages'
  | 'MentionEveryone';
