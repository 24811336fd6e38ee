/** An ISO date without a time, such as `2024-03-31`. Compares as a string. */
export type LocalDate = string;

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a digest is due. */
export interface Timing {
  /** `HH:MM` on a 24-hour clock, in `zone`. */
  readonly time: string;
  /** An IANA name such as `Europe/Berlin`. */
  readonly zone: string;
  readonly days: DigestDays;
}

/** `weekdays` is Monday to Friday. */
export type DigestDays = 'every' | 'weekdays' | Weekday;

export type DigestStyle = 'compact' | 'full';

/**
 * What becomes of a day whose hour passed while the bot was down. `late`: it is posted late within the same local day,
 * later it is merged into the next one. `merge`: always merged into the next one. `skip`: left out, with its articles.
 */
export type CatchUp = 'late' | 'merge' | 'skip';

/** What a moderator chose. */
export interface DigestSettings extends Timing {
  readonly channelId: string;
  /** Only articles of these; case does not matter. Empty for all, also those without a section. */
  readonly sections: readonly string[];
  /** A sentence in plain words: only articles near it. Null for all. */
  readonly topic: string | null;
  readonly style: DigestStyle;
  /** A day without articles: nothing is posted, or a sentence says so. */
  readonly whenEmpty: 'skip' | 'say';
  readonly catchUp: CatchUp;
  /** The only role that is notified, or nobody. */
  readonly mentionRole: string | null;
  /** In an announcement channel: to the servers that follow it, too. */
  readonly publish: boolean;
  /** Language of the post, a tag such as `de`. */
  readonly language: string;
}

/** A digest of a guild. */
export interface DigestSchedule extends DigestSettings {
  /** 12 characters of base32. */
  readonly id: string;
  readonly guildId: string;
  /** Discord user id. */
  readonly createdBy: string;
  /** ISO date-time. */
  readonly createdAt: string;
  /** ISO date-time of the creation or the last resumption: what was due until then is not posted. */
  readonly activeFrom: string;
  /** Articles up to this key (`Article.key`) are no news to this digest. */
  readonly seenKey: number;
  /** Left out, whatever `sections` says. */
  readonly mutedSections: readonly string[];
  /** Null while it is active. */
  readonly pause: DigestPause | null;
}

export interface DigestPause {
  /** ISO date-time. */
  readonly at: string;
  /** `asked`: by a moderator. `failed`: posting failed too often; see `problem`. */
  readonly reason: 'asked' | 'failed';
  readonly problem: PostProblem | null;
}

/** Why a message could not be posted. */
export interface PostProblem {
  readonly kind:
    /** The channel, or the thread, is gone. */
    | 'channel-gone'
    /** The bot does not see the channel, or is no longer in the guild. */
    | 'no-access'
    /** The bot sees the channel and may not write in it; see `permissions`. */
    | 'missing-permission'
    /** A kind of channel, or a state of it, in which nothing can be posted. */
    | 'channel-closed'
    /** Discord failed, or could not be reached. */
    | 'discord';
  /** Names of `PermissionFlagsBits`, such as `SendMessages`. */
  readonly permissions: readonly string[];
}
