import { computed, effect, signal } from '@preact/signals';
import { channelId, messages, personId } from '../store.ts';
import { firstReadState, readUpTo, unreadOf, type ReadState, type Unread } from './unread.ts';

/** Does the reader see the end of the open channel? */
export const isAtEnd = signal(true);
/** Is the page in front of somebody? */
const isVisible = signal(!document.hidden);
const readState = signal<ReadState | null>(null);

/** What this person has not read, by channel. */
export const unread = computed<ReadonlyMap<string, Unread>>(() =>
  readState.value === null ? new Map() : unreadOf(messages.value, readState.value, personId.value),
);

/** The first message that was unread when the open channel was opened, or that came while nobody looked. */
export const firstUnread = signal<string | null>(null);

/** Keeps what has been read, per person, until the tab is closed. */
export function followReading(): void {
  document.addEventListener('visibilitychange', () => {
    isVisible.value = !document.hidden;
  });
  effect(() => {
    const person = personId.value;
    readState.value = person === '' ? null : (stored(person) ?? firstReadState(messages.value));
  });
  effect(() => {
    isAtEnd.value = channelId.value !== '';
    firstUnread.value = null;
  });
  effect(() => {
    const state = readState.value;
    if (state === null) return;
    firstUnread.value ??= unread.value.get(channelId.value)?.first ?? null;
    if (isAtEnd.value && isVisible.value) {
      readState.value = readUpTo(state, channelId.value, messages.value);
    }
  });
  effect(() => {
    if (readState.value === null) return;
    sessionStorage.setItem(keyOf(personId.value), JSON.stringify(readState.value));
  });
}

function stored(person: string): ReadState | null {
  const text = sessionStorage.getItem(keyOf(person));
  // Only this module writes it.
  return text === null ? null : (JSON.parse(text) as ReadState);
}

function keyOf(person: string): string {
  return `read:${person}`;
}
