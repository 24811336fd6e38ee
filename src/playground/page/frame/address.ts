import type { ChannelView } from '../../page-protocol.ts';

/** The part of the page's address that names a channel: its name, or its id where an earlier one has the name. */
export function hashOf({ id, name }: ChannelView, channels: readonly ChannelView[]): string {
  const first = channels.find((channel) => channel.name === name);
  return `#${encodeURIComponent(first === undefined || first.id === id ? name : id)}`;
}

/** Null when no channel is named so. */
export function channelAt(hash: string, channels: readonly ChannelView[]): ChannelView | null {
  const name = decoded(hash.replace(/^#/, ''));
  return (
    channels.find((channel) => channel.name === name) ??
    channels.find(({ id }) => id === name) ??
    null
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
