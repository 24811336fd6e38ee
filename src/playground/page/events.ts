import { batch } from '@preact/signals';
import type { GuildView, MessagesChange } from '../page-protocol.ts';
import { channelAt } from './frame/address.ts';
import {
  announce,
  applyMessages,
  channelId,
  connection,
  failures,
  guild,
  messages,
  modal,
  notes,
  personId,
} from './store.ts';

/** Who the page acts as outlives a reload of its tab. */
const PERSON_KEY = 'person';
/** The browser gives up where an answer is no stream; the page then asks again after so many milliseconds. */
const AGAIN_MS = 3000;

let source: EventSource | null = null;

/** Begins as the person this tab was last. */
export function listen(): void {
  listenAs(sessionStorage.getItem(PERSON_KEY) ?? '');
}

/**
 * Listens as `person` from now on; '' is the first person there is. The page changes once everything that this person
 * sees is there.
 */
function listenAs(person: string): void {
  source?.close();
  /** The first guild of a connection waits for the messages that belong to it; null once they are there. */
  let first: { view: GuildView | null } | null = { view: null };
  const againIfLast = (): void => {
    if (source === events) listenAs(person);
  };
  const events = new EventSource(`/page/events?person=${encodeURIComponent(person)}`);
  source = events;
  events.addEventListener('open', () => {
    first = { view: null };
    connection.value = 'open';
  });
  events.addEventListener('error', () => {
    connection.value = 'lost';
    // The browser connects again by itself, unless the server does not know the person: it was started anew.
    if (events.readyState !== EventSource.CLOSED) return;
    if (person !== '') listenAs('');
    else setTimeout(againIfLast, AGAIN_MS);
  });
  events.addEventListener('guild', ({ data }) => {
    const view = JSON.parse(String(data)) as GuildView;
    if (first === null) showGuild(view, person);
    else first.view = view;
  });
  events.addEventListener('messages', ({ data }) => {
    const change = JSON.parse(String(data)) as MessagesChange;
    batch(() => {
      if (first?.view) showGuild(first.view, person);
      applyMessages(change);
    });
    first = null;
  });
}

/** Acts as somebody else from now on. */
export function become(person: string): void {
  if (person !== personId.value) listenAs(person);
}

function showGuild(view: GuildView, asked: string): void {
  const who = view.people.find(({ id }) => id === asked) ?? view.people[0];
  const isOther = personId.value !== '' && who?.id !== personId.value;
  batch(() => {
    guild.value = view;
    personId.value = who?.id ?? '';
    if (isOther) {
      forget();
      announce(`You are ${who?.name ?? ''} now.`);
    }
    const isThere = view.channels.some(({ id }) => id === channelId.value);
    if (!isThere)
      channelId.value = (channelAt(location.hash, view.channels) ?? view.channels[0])?.id ?? '';
  });
  sessionStorage.setItem(PERSON_KEY, personId.value);
}

/** Drops what only the one before was told. */
function forget(): void {
  messages.value = [];
  notes.value = [];
  failures.value = new Map();
  modal.value = null;
}
