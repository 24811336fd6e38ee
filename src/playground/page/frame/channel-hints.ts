import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { ChannelView, Suggestion } from '../../page-protocol.ts';

/** Something to do in a channel. */
export interface Hint extends Suggestion {
  /** Put into the message box, to be completed there, instead of sent. */
  readonly isDraft: boolean;
}

export interface HintsOptions {
  readonly channel: ChannelView;
  readonly commands: readonly APIApplicationCommand[];
  /** What the guild suggests. */
  readonly suggestions: readonly Suggestion[];
  /** IANA time zone of the reader. */
  readonly zone: string;
}

/** What this person can do in the channel with one click: what it is for comes first. None where nothing can be used. */
export function channelHints({ channel, commands, suggestions, zone }: HintsOptions): Hint[] {
  const usable = new Set(
    commands.filter(({ id }) => channel.commandIds.includes(id)).map(({ name }) => name),
  );
  const all = [...draftsFor(channel, zone), ...suggestions.map(sent)];
  return all.filter(({ command }) => usable.has(command.split(' ')[0] ?? ''));
}

function sent(suggestion: Suggestion): Hint {
  return { ...suggestion, isDraft: false };
}

/** A digest that says so when nothing is new can be seen before anything is added. */
function draftsFor({ name, isPrivate }: ChannelView, zone: string): Hint[] {
  const schedule: Hint = {
    label: 'Post a digest here every day',
    command: 'digest schedule',
    options: {
      ...{ channel: `#${name}`, time: '08:00', timezone: zone },
      when_empty: 'Say that nothing is new',
    },
    isDraft: true,
  };
  const add: Hint = { label: 'Add an article', command: 'ingest text', options: {}, isDraft: true };
  if (name === 'digest') return [schedule];
  return isPrivate ? [add] : [];
}
