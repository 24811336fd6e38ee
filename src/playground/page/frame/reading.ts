import { computed, effect, signal } from '@preact/signals';
import { channelId, messages, personId } from '../store.ts';
import { firstReadState, readUpTo, unreadOf, type ReadState, type Unread } from './unread.ts';

const KEY = 'read';

/** Is the end of the open channel in sight? */
export const isAtEnd = signal(true);
/** The first message that was unread when the channel was opened, or that came while nobody looked. */
export const firstUnread = signal<string | null>(null);

const isVisible = signal(!document.hidden);
/** By person. */
const readStates = signal<Readonly<Record<string, ReadState>>>(stored());

/** What this person has not read, by channel. */
export const unread = computed<ReadonlyMap<string, Unread>>(() => {
  const state = readStates.value[personId.value];
  return state === undefined ? new Map() : unreadOf(messages.value, state, personId.value);
});

/** Notes what has been read, per person, until the tab is closed. */
export function followReading(): void {
  document.addEventListener('visibilitychange', () => {
    isVisible.value = !document.hidden;
  });
  let opened = '';
  effect(() => {
    if (personId.value === '') return;
    const place = `${personId.value}/${channelId.value}`;
    look(place !== opened);
    opened = place;
  });
  effect(() => {
    sessionStorage.setItem(KEY, JSON.stringify(readStates.value));
  });
}

function look(isOpening: boolean): void {
  if (isOpening) isAtEnd.value = true;
  const state = readStates.value[personId.value] ?? firstReadState(messages.peek());
  const first = unread.value.get(channelId.value)?.first ?? null;
  const isLooking = isAtEnd.value && isVisible.value;
  if (isOpening || (first !== null && !isLooking)) firstUnread.value = first;
  note(isLooking ? readUpTo(state, channelId.value, messages.value) : state);
}

function note(state: ReadState): void {
  const all = readStates.peek();
  const person = personId.peek();
  if (all[person] !== state) readStates.value = { ...all, [person]: state };
}

function stored(): Readonly<Record<string, ReadState>> {
  // Nothing else writes under this key.
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, ReadState>;
}
