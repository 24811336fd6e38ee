import { computed, signal } from '@preact/signals';
import { channelId, personId } from '../store.ts';
import { EMPTY_DRAFT, isEmpty, type Draft } from './draft.ts';

/** Every person has a draft in every channel; gone after a reload. */
const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

const draftKey = computed(() => `${personId.value}/${channelId.value}`);

export const draft = computed<Draft>(() => drafts.value.get(draftKey.value) ?? EMPTY_DRAFT);

interface Refused {
  readonly key: string;
  readonly reason: string;
}

const refused = signal<Refused | null>(null);

/** A sentence above the box: why what was sent last was not taken. */
export const refusal = computed(() =>
  refused.value?.key === draftKey.value ? refused.value.reason : null,
);

/** Another object whenever the focus shall go to where the draft is active. */
export const focusWanted = signal<object | null>(null);

/** The box's field that has the focus, null when none has. */
export const focusedField = signal<string | null>(null);

export function setDraft(next: Draft): void {
  drafts.value = new Map(drafts.value).set(draftKey.value, next);
}

/** Sets the draft and puts the focus where it is active. */
export function goTo(next: Draft): void {
  setDraft(next);
  focusWanted.value = {};
}

/** Shows the sentence above the box. */
export function refuse(reason: string): void {
  refused.value = { key: draftKey.value, reason };
}

export function dismissRefusal(): void {
  refused.value = null;
}

/**
 * Empties the box and keeps what stood there for `recall`.
 * @returns what puts it back where it was, with the reason; where something new has been written, only the reason.
 */
export function takeOut(before: Draft): (reason: string) => void {
  const key = draftKey.value;
  recalled = before;
  dismissRefusal();
  goTo(EMPTY_DRAFT);
  return (reason) => {
    refused.value = { key, reason };
    if (!isEmpty(drafts.value.get(key) ?? EMPTY_DRAFT)) return;
    drafts.value = new Map(drafts.value).set(key, before);
    if (key === draftKey.value) focusWanted.value = {};
  };
}

let recalled: Draft | null = null;

/** What left the box last, sent or given up; null when nothing has. */
export function recall(): Draft | null {
  return recalled;
}
