import type { GuildView, MessagesChange } from '../page-protocol.ts';
import { applyMessages, channelId, connection, guild, personId } from './store.ts';

let source: EventSource | null = null;

/** Listens as `person` from now on; '' is the first person there is. */
export function listenAs(person: string): void {
  source?.close();
  connection.value = 'connecting';
  source = new EventSource(`/page/events?person=${encodeURIComponent(person)}`);
  source.addEventListener('open', () => {
    connection.value = 'open';
  });
  source.addEventListener('error', () => {
    connection.value = 'lost';
  });
  source.addEventListener('guild', ({ data }) => {
    showGuild(JSON.parse(String(data)) as GuildView);
  });
  source.addEventListener('messages', ({ data }) => {
    applyMessages(JSON.parse(String(data)) as MessagesChange);
  });
}

function showGuild(view: GuildView): void {
  guild.value = view;
  const isKnown = view.people.some(({ id }) => id === personId.value);
  if (!isKnown) personId.value = view.people[0]?.id ?? '';
  const isThere = view.channels.some(({ id }) => id === channelId.value);
  if (!isThere) channelId.value = view.channels[0]?.id ?? '';
}
