import type { DigestRefusal } from '../../../digest/digest-error.ts';
import type { DigestRunView } from '../../../digest/digests.ts';
import type { CatchUp, DigestStyle } from '../../../digest/schedule.ts';
import type { ChannelObstacle } from '../../digest/channel-check.ts';
import type { Naming } from '../naming.ts';

/** Wording of `/digest` and of what its buttons answer. Texts are Discord markdown; what comes in from elsewhere has been escaped before. */
export interface DigestTexts {
  readonly names: Readonly<Record<DigestName, Naming>>;
  /** Names of choices: plain text, at most 100 characters. */
  readonly choices: {
    readonly everyDay: string;
    readonly weekdays: string;
    readonly style: Readonly<Record<DigestStyle, string>>;
    readonly whenEmpty: Readonly<Record<'skip' | 'say', string>>;
    readonly catchUp: Readonly<Record<CatchUp, string>>;
  };
  /** Days in the middle of a line: plain text. */
  readonly days: { readonly every: string; readonly weekdays: string };
  /** At the beginning of a sentence, without its end. @param weekday as `weekdayName` gives it. */
  readonly when: {
    readonly every: (time: string) => string;
    readonly weekdays: (time: string) => string;
    readonly weekday: (weekday: string, time: string) => string;
  };
  /** Lines about what a digest holds and how it is posted. */
  readonly facts: {
    readonly sections: (names: string) => string;
    readonly topic: (topic: string) => string;
    readonly muted: (names: string) => string;
    readonly more: (count: number) => string;
    readonly style: Readonly<Record<DigestStyle, string>>;
    readonly whenEmpty: Readonly<Record<'skip' | 'say', string>>;
    readonly catchUp: Readonly<Record<CatchUp, string>>;
    /** @param role a mention. */
    readonly role: (role: string) => string;
    readonly published: string;
  };
  readonly schedule: {
    readonly title: string;
    readonly at: (when: string, zone: string, channel: string) => string;
    /** @param first a time stamp. */
    readonly first: (first: string, fromNow: string) => string;
    readonly fromNowOn: string;
    /** @param permissions as Discord's settings call them, in quotation marks. */
    readonly lessWithout: (permissions: string) => string;
    /** Labels of its buttons. */
    readonly preview: string;
    readonly undo: string;
  };
  /** Why nothing was scheduled. */
  readonly refused: {
    readonly intro: string;
    readonly lacks: (channel: string, permissions: string) => string;
    readonly obstacles: Readonly<Record<ChannelObstacle, (channel: string) => string>>;
    readonly notReady: string;
    readonly roleEveryone: string;
    readonly roleNotYours: (role: string) => string;
    readonly roleNotMine: (role: string) => string;
    readonly publishElsewhere: string;
    /** @param names of time zones. */
    readonly zonesNear: (names: string) => string;
    readonly noSections: (names: string) => string;
    readonly known: (names: string) => string;
    readonly noneKnown: string;
  };
  readonly list: {
    readonly title: string;
    readonly none: (command: string) => string;
    readonly range: (first: number, last: number, total: number) => string;
    readonly next: (at: string, fromNow: string) => string;
    readonly neverNext: string;
    readonly pausedBySomebody: (since: string, command: string) => string;
    readonly pausedByFailure: (since: string) => string;
    /** @param problem sentences. */
    readonly trouble: (problem: string, nextTry: string) => string;
    readonly last: (date: string, outcome: DigestRunView['outcome']) => string;
    readonly lastPosted: (link: string) => string;
    readonly notYet: string;
  };
  /** Behind what has to be done first. @param command a mention. */
  readonly thenResume: (command: string) => string;
  /** For who has to choose one. */
  readonly several: string;
  readonly now: {
    readonly posted: (link: string) => string;
    readonly stillDue: string;
    readonly empty: string;
  };
  readonly paused: (command: string) => string;
  readonly resumed: (at: string, fromNow: string) => string;
  readonly remove: {
    readonly question: string;
    readonly consequence: string;
    readonly confirm: string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly removed: string;
  };
  readonly ask: {
    /** Title of the window, at most 45 characters. */
    readonly title: string;
    /** Label of its input, at most 45 characters. */
    readonly question: string;
    /** At most 100 characters. */
    readonly hint: string;
    /** Above the answer. @param command a mention. */
    readonly note: (command: string) => string;
    /** The same for a digest without articles. */
    readonly titleWhole: string;
    readonly hintWhole: string;
    readonly noteWhole: string;
    /** @param command a mention. */
    readonly gone: (command: string) => string;
  };
  readonly mute: {
    readonly title: string;
    readonly explain: string;
    readonly placeholder: string;
    readonly page: (page: number, pages: number) => string;
    readonly none: string;
    readonly now: (names: string) => string;
    readonly noSections: string;
    readonly gone: string;
  };
  readonly errors: Readonly<
    Record<Exclude<DigestRefusal, 'not-posted'>, (value: string) => string>
  > & {
    /** @param reason a sentence. */
    readonly 'not-posted': (reason: string) => string;
  };
}

export type DigestName =
  | 'digest'
  | 'schedule'
  | 'channel'
  | 'time'
  | 'timezone'
  | 'days'
  | 'section'
  | 'topic'
  | 'style'
  | 'whenEmpty'
  | 'role'
  | 'catchUp'
  | 'publish'
  | 'language'
  | 'list'
  | 'preview'
  | 'now'
  | 'pause'
  | 'resume'
  | 'remove'
  | 'which';
