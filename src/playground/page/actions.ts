import type { ActionName, ActionPlace, ActionResult, PageActions } from '../page-protocol.ts';
import { channelId, failures, modal, notes, personId, waiting } from './store.ts';

const NO_SERVER = 'The playground does not answer. Is it still running?';

/** Asks the server for something, and gives what has become of it; what the bot then does comes as events. */
export async function act<Name extends ActionName>(
  name: Name,
  body: PageActions[Name],
  files: readonly File[] = [],
): Promise<ActionResult> {
  const place: ActionPlace = {
    person: personId.value,
    channel: channelId.value,
    locale: navigator.language,
  };
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ ...place, ...body }));
  for (const [index, file] of files.entries()) form.set(`files[${index}]`, file, file.name);
  try {
    const response = await fetch(`/page/actions/${name}`, { method: 'POST', body: form });
    const result = (await response.json()) as ActionResult;
    if (result.outcome === 'modal') modal.value = result.modal;
    return result;
  } catch {
    return { outcome: 'failed', reason: NO_SERVER };
  }
}

let lastNote = 0;

/**
 * Sends a slash command. A note says so until the bot answers, and why when it does not; what the client does not let
 * through is given back, as a sentence, and leaves no note.
 */
export async function sendCommand(
  command: string,
  options: PageActions['slash']['options'],
  files: readonly File[] = [],
): Promise<string | null> {
  return await withNote(`/${command}`, () => act('slash', { command, options }, files));
}

/** Uses a command of the context menu on a message. */
export async function sendMessageCommand(command: string, message: string): Promise<string | null> {
  return await withNote(command, () => act('use-on-message', { command, message }));
}

/** Clicks a button of a message; a failure is noted at the message. */
export async function click(message: string, customId: string): Promise<void> {
  await operate(message, customId, () => act('click', { message, customId }));
}

export async function select(
  message: string,
  customId: string,
  values: readonly string[],
): Promise<void> {
  await operate(message, customId, () => act('select', { message, customId, values }));
}

export function dismissNote(id: string): void {
  notes.value = notes.value.filter((note) => note.id !== id);
}

/** Says below the messages of the open channel why something was not done. */
export function noteProblem(title: string, problem: string): void {
  addNote(title, problem);
}

/** @returns its id. */
function addNote(title: string, problem: string | null): string {
  const id = String(++lastNote);
  notes.value = [...notes.value, { id, channelId: channelId.value, title, problem }];
  return id;
}

async function withNote(title: string, send: () => Promise<ActionResult>): Promise<string | null> {
  const id = addNote(title, null);
  const result = await send();
  if (result.outcome === 'failed') {
    const { reason } = result;
    notes.value = notes.value.map((note) => (note.id === id ? { ...note, problem: reason } : note));
    return null;
  }
  dismissNote(id);
  return result.outcome === 'refused' ? result.reason : null;
}

async function operate(
  message: string,
  customId: string,
  send: () => Promise<ActionResult>,
): Promise<void> {
  const key = `${message}/${customId}`;
  waiting.value = new Set(waiting.value).add(key);
  noteFailure(message, null);
  const result = await send();
  const rest = new Set(waiting.value);
  rest.delete(key);
  waiting.value = rest;
  if (result.outcome === 'failed' || result.outcome === 'refused') {
    noteFailure(message, result.reason);
  }
}

function noteFailure(message: string, reason: string | null): void {
  const all = new Map(failures.value);
  if (reason === null) all.delete(message);
  else all.set(message, reason);
  failures.value = all;
}
