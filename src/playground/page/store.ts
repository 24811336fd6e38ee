import { computed, signal } from '@preact/signals';
import type {
  ChannelView,
  GuildView,
  MessagesChange,
  MessageView,
  ModalView,
  PersonView,
} from '../page-protocol.ts';
import { compareIds } from './message-order.ts';

/** How the page stands with its server. */
export type Connection = 'connecting' | 'open' | 'lost';

/** What this person sent and what has become of it, where no message says so. Gone after a reload, as in Discord. */
export interface SentNote {
  readonly id: string;
  readonly channelId: string;
  /** What was sent, such as `/ask`. */
  readonly title: string;
  /** Null while the bot has not answered; then why it failed. */
  readonly problem: string | null;
}

/** A command to put into the message box. */
export interface CommandDraft {
  readonly command: string;
  /** As the person would type them, such as `#digest` for a channel. */
  readonly options: Readonly<Record<string, string>>;
}

/** Files dropped on the page, for whatever takes files now. */
export interface DroppedFiles {
  readonly files: readonly File[];
}

export const connection = signal<Connection>('connecting');
/** Null until the server has told. */
export const guild = signal<GuildView | null>(null);
/** Whom the page acts as; '' until it is known who there is. */
export const personId = signal('');
/** The channel that is open; '' until it is known which there are. */
export const channelId = signal('');
/** All channels' messages, oldest first. */
export const messages = signal<readonly MessageView[]>([]);
export const notes = signal<readonly SentNote[]>([]);
/** Why the last use of a button or select of a message failed, by the message's id. */
export const failures = signal<ReadonlyMap<string, string>>(new Map());
/** Custom ids under way, as `<message id>/<custom id>`: their button shows that it waits. */
export const waiting = signal<ReadonlySet<string>>(new Set());
export const modal = signal<ModalView | null>(null);
/** Set to put a command into the message box, which sets it back to null. */
export const commandDraft = signal<CommandDraft | null>(null);
/** Set when files are dropped on the page; who takes them sets it back to null. */
export const droppedFiles = signal<DroppedFiles | null>(null);

/** What has just happened, for screen readers; use `announce`. */
export const announcement = signal('');

export const person = computed<PersonView | null>(
  () => guild.value?.people.find(({ id }) => id === personId.value) ?? null,
);

export const channel = computed<ChannelView | null>(
  () => guild.value?.channels.find(({ id }) => id === channelId.value) ?? null,
);

/** The open channel's messages, oldest first. */
export const channelMessages = computed<readonly MessageView[]>(() =>
  messages.value.filter(({ message }) => message.channel_id === channelId.value),
);

/** Tells those who hear the page what has just happened. The same sentence again is said again. */
export function announce(sentence: string): void {
  // A live region speaks when its text changes; a space behind is not heard.
  announcement.value = announcement.peek() === sentence ? `${sentence} ` : sentence;
}

/** Takes over what the server says about messages. */
export function applyMessages({ reset, changed, removed }: MessagesChange): void {
  const byId = new Map(reset ? [] : messages.value.map((view) => [view.message.id, view]));
  for (const id of removed) byId.delete(id);
  for (const view of changed) byId.set(view.message.id, view);
  messages.value = [...byId.values()].sort((a, b) => compareIds(a.message.id, b.message.id));
}
