import { computed, signal } from '@preact/signals';
import { channelId, personId } from '../store.ts';
import { EMPTY_DRAFT, type Draft } from './draft.ts';

/** Every person has a draft in every channel; gone after a reload. */
const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

const draftKey = computed(() => `${personId.value}/${channelId.value}`);

export const draft = computed<Draft>(() => drafts.value.get(draftKey.value) ?? EMPTY_DRAFT);

/** A sentence above the box: why what was sent last was not taken. */
export const refusal = signal<string | null>(null);

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

/** Sets another person's or channel's draft, too; leaves it alone where something new has been written. */
export function restorer(before: Draft): () => void {
  const key = draftKey.value;
  return () => {
    const now = drafts.value.get(key) ?? EMPTY_DRAFT;
    if (now !== EMPTY_DRAFT) return;
    drafts.value = new Map(drafts.value).set(key, before);
    if (key === draftKey.value) focusWanted.value = {};
  };
}

let recalled: Draft | null = null;

/** Keeps what leaves the box, for `recall`. */
export function remember(left: Draft): void {
  recalled = left;
}

/** What left the box last, sent or given up; null when nothing has. */
export function recall(): Draft | null {
  return recalled;
}
