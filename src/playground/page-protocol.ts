import type {
  APIApplicationCommand,
  APIAttachment,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/*
 * What the page and its server tell each other. The server sends events (`GET /page/events?person=ID`, server-sent), the
 * page sends actions (`POST /page/actions/<name>`: JSON, or a form of `payload_json` and `files[n]`).
 */

/** Everything around the messages, as one person sees it. Sent whole whenever something of it has changed. */
export interface GuildView {
  readonly guild: { readonly id: string; readonly name: string };
  readonly bot: { readonly id: string; readonly name: string; readonly online: boolean };
  /** Whom the page may act as, in the order of the member list. The first is who the page begins as. */
  readonly people: readonly PersonView[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** Those this person sees: channels by position, each followed by its threads, oldest first. */
  readonly channels: readonly ChannelView[];
  /** Those this person may use in at least one channel. */
  readonly commands: readonly APIApplicationCommand[];
  readonly time: TimeView;
  /** What an empty channel says. */
  readonly welcome: Welcome;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** Names of the roles, `@everyone` left out. */
  readonly roles: readonly string[];
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'announcement' | 'forum' | 'thread';
  /** Of a thread: the channel it belongs to. */
  readonly parentId: string | null;
  /** Hidden from those who may only do what everybody may. */
  readonly isPrivate: boolean;
  /** May this person write here? */
  readonly writable: boolean;
  /** Ids of the commands this person may use here. */
  readonly commandIds: readonly string[];
}

export interface TimeView {
  /** ISO date-time of the local Discord when this was sent. */
  readonly now: string;
  /** Milliseconds by which its clock is ahead of the machine's. */
  readonly aheadMs: number;
  /** The next moment worth going to; null when there is none. */
  readonly next: { readonly label: string; /** ISO date-time. */ readonly at: string } | null;
}

export interface Welcome {
  readonly title: string;
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}

/** A command that one click sends. */
export interface Suggestion {
  readonly label: string;
  /** `archive list` names a subcommand. */
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface MessageView {
  readonly message: APIMessage;
  /** Only this person sees it. */
  readonly isPrivate: boolean;
  /** `failed`: it still said "thinking" when the bot's time was over. */
  readonly state: 'sent' | 'thinking' | 'failed';
  /** Its files, also those that a message of Components V2 does not list. */
  readonly files: readonly APIAttachment[];
}

/** Messages of all channels this person sees. */
export interface MessagesChange {
  /** The page forgets what it had: the first change of a connection. */
  readonly reset: boolean;
  /** New ones, and old ones in their present state; ids are in the order of time. */
  readonly changed: readonly MessageView[];
  /** Ids of deleted ones. */
  readonly removed: readonly string[];
}

/**
 * Server-sent events by name. A connection is told everything first, then what changes. Without a person it is of the
 * first one; where there is nobody yet it waits, and for a person whom there is not its status is 404.
 */
export interface PageEvents {
  readonly guild: GuildView;
  readonly messages: MessagesChange;
}

/** Who does something, and where. */
export interface ActionPlace {
  readonly person: string;
  readonly channel: string;
  /** Language of the client, one of Discord's such as `en-US` or `de`. */
  readonly locale: string;
}

/** A file of the request's form, by its number. */
export interface FileRef {
  readonly file: number;
}

export type PageOption = string | number | boolean | FileRef;

export type PageFormValue = string | readonly string[] | { readonly files: readonly number[] };

/** What the page can ask for, by name; every body has an `ActionPlace` as well. */
export interface PageActions {
  readonly slash: {
    readonly command: string;
    readonly options: Readonly<Record<string, PageOption>>;
  };
  /** What the bot offers while the person types into `focused`. */
  readonly complete: {
    readonly command: string;
    readonly options: Readonly<Record<string, string | number | boolean>>;
    readonly focused: string;
  };
  readonly click: { readonly message: string; readonly customId: string };
  readonly select: {
    readonly message: string;
    readonly customId: string;
    readonly values: readonly string[];
  };
  readonly 'use-on-message': { readonly command: string; readonly message: string };
  /** Sends the modal that the interaction opened. */
  readonly submit: {
    readonly interaction: string;
    readonly values: Readonly<Record<string, PageFormValue>>;
  };
  readonly post: { readonly content: string; readonly files: readonly number[] };
  /** Puts a private message away. */
  readonly dismiss: { readonly message: string };
  /** Lets time pass until the moment in `TimeView.next`. */
  readonly advance: object;
}

export type ActionName = keyof PageActions;

/** How an action went. HTTP status 200 in every case; others, also `refused`, are for requests no page sends. */
export type ActionResult =
  /** The bot has acknowledged; what follows comes as events. */
  | { readonly outcome: 'acknowledged' }
  | { readonly outcome: 'modal'; readonly modal: ModalView }
  | { readonly outcome: 'choices'; readonly choices: readonly ChoiceView[] }
  /** Nothing was asked of the bot. */
  | { readonly outcome: 'done' }
  /** The bot did not answer in time. `reason` is Discord's sentence. */
  | { readonly outcome: 'failed'; readonly reason: string }
  /** The client does not send it. `reason` is a sentence for the person. */
  | { readonly outcome: 'refused'; readonly reason: string };

export interface ModalView {
  readonly interaction: string;
  readonly data: APIModalInteractionResponseCallbackData;
}

export interface ChoiceView {
  readonly name: string;
  readonly value: string | number;
}
