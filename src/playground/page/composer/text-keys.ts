import { itemAfterKey, moves } from '../choice/list-keys.ts';
import type { CommandEntry } from './command-list.ts';
import { giveFiles, startCommand, type TextDraft } from './draft.ts';
import { goTo, recall, setDraft } from './drafts.ts';
import { sendLine, sendText } from './sending.ts';
import { readTypedCommand } from './typed-command.ts';
import type { CommandMenu } from './use-command-menu.ts';

/** The box with another text; the name of a command and a space begin the command. */
export function write(draft: TextDraft, text: string, entries: readonly CommandEntry[]): void {
  const typed = readTypedCommand(text, entries);
  if (typed === null) setDraft({ ...draft, text });
  else begin(typed.entry, draft, typed.texts);
}

/** Puts the command into the box, and the files into its fields. */
export function begin(
  entry: CommandEntry,
  { files }: TextDraft,
  texts: Readonly<Record<string, string>> = {},
): void {
  const line = startCommand(entry, texts);
  goTo(giveFiles(line, files));
}

/** What keys do while a message is written. */
export function press(event: KeyboardEvent, draft: TextDraft, menu: CommandMenu): void {
  if (menu.entries.length > 0 && pressInMenu(event, draft, menu)) {
    event.preventDefault();
    return;
  }
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    void sendText(draft);
  }
  if (event.key !== 'ArrowUp' || draft.text !== '' || draft.files.length > 0) return;
  const before = recall();
  if (before === null) return;
  event.preventDefault();
  goTo(before);
}

/** @returns whether the key was the menu's. */
function pressInMenu(event: KeyboardEvent, draft: TextDraft, menu: CommandMenu): boolean {
  const { entries, highlight } = menu;
  const { key, shiftKey } = event;
  if (moves(key)) {
    const position = { active: highlight.index, count: entries.length, wraps: true };
    highlight.move(itemAfterKey(key, position));
    return true;
  }
  if (key === 'Escape') {
    menu.close();
    return true;
  }
  const entry = entries[highlight.index];
  if (shiftKey || entry === undefined || (key !== 'Enter' && key !== 'Tab')) return false;
  // Nothing could be filled in.
  if (key === 'Enter' && entry.options.length === 0) void sendLine(startCommand(entry));
  else begin(entry, draft);
  return true;
}
