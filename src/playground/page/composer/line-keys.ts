import { itemAfterKey, moves } from '../choice/list-keys.ts';
import {
  choose,
  EMPTY_DRAFT,
  fieldBefore,
  givenIn,
  isGiven,
  LINE_END,
  removeOption,
  showOption,
  typeInto,
  type CommandLine,
} from './draft.ts';
import { goTo, takeOut } from './drafts.ts';
import { sendLine } from './sending.ts';
import type { FieldList } from './use-listing.ts';

/** What keys do in a command line, whichever field has the focus. */
export function pressInLine(event: KeyboardEvent, line: CommandLine, list: FieldList): void {
  const field = fieldOf(event);
  if (field === null) return;
  if (pressInList(event, line, field, list) || pressInField(event, line, field)) {
    event.preventDefault();
  }
}

function fieldOf({ target }: Event): string | null {
  return target instanceof HTMLElement ? (target.dataset['field'] ?? null) : null;
}

/** @returns whether the key was the list's. */
function pressInList(
  event: KeyboardEvent,
  line: CommandLine,
  field: string,
  { listing, highlight, close }: FieldList,
): boolean {
  if (listing.kind === 'none') return false;
  const { key } = event;
  if (key === 'Escape') {
    // Behind the line, the list is not in the way.
    if (highlight.index < 0) return false;
    close();
    return true;
  }
  if (listing.kind === 'note') return false;
  if (moves(key)) {
    const position = { active: highlight.index, count: listing.entries.length, wraps: true };
    highlight.move(itemAfterKey(key, position));
    return true;
  }
  if (event.shiftKey || highlight.index < 0 || (key !== 'Enter' && key !== 'Tab')) return false;
  takeEntry(line, field, listing, highlight.index);
  return true;
}

/** Takes the entry of the field's list over. */
export function takeEntry(
  line: CommandLine,
  field: string,
  listing: FieldList['listing'],
  index: number,
): void {
  if (listing.kind === 'choices') {
    const choice = listing.choices[index];
    if (choice !== undefined) goTo(choose(line, field, choice));
  }
  if (listing.kind === 'options') {
    const entry = listing.entries[index];
    if (entry !== undefined) goTo(showOption(typeInto(line, LINE_END, ''), entry.key));
  }
}

function pressInField(event: KeyboardEvent, line: CommandLine, field: string): boolean {
  switch (event.key) {
    case 'Enter':
      return pressEnter(event, line, field);
    case 'Escape':
      takeOut(line);
      return true;
    case 'Backspace':
      return pressBackspace(line, field);
    case 'ArrowLeft':
      return pressLeft(event, line, field);
    case 'ArrowRight':
      return pressRight(event, line, field);
    default:
      return false;
  }
}

/** An empty field for a file opens the picker instead, as the button it is. */
function pressEnter({ target }: KeyboardEvent, line: CommandLine, field: string): boolean {
  const isEmptyZone = target instanceof HTMLButtonElement && !isGiven(givenIn(line, field));
  if (isEmptyZone) return false;
  // What is written behind the line belongs to no option.
  if (givenIn(line, LINE_END).text.trim() === '') void sendLine(line);
  return true;
}

/** In an empty field it takes the option away; before the first field, the command. */
function pressBackspace(line: CommandLine, field: string): boolean {
  const { text, file } = givenIn(line, field);
  if (text !== '') return false;
  if (file !== null) {
    goTo(removeOption(line, field));
    return true;
  }
  const before = fieldBefore(line, field);
  const shorter = field === LINE_END ? line : removeOption(line, field);
  if (before === null) goTo({ ...EMPTY_DRAFT, text: `/${line.entry.name}` });
  else goTo({ ...shorter, active: before });
  return true;
}

function pressLeft({ target, shiftKey }: KeyboardEvent, line: CommandLine, field: string): boolean {
  const before = fieldBefore(line, field);
  if (shiftKey || before === null || cursorOf(target)?.isFirst === false) return false;
  goTo({ ...line, active: before });
  return true;
}

function pressRight(
  { target, shiftKey }: KeyboardEvent,
  line: CommandLine,
  field: string,
): boolean {
  if (shiftKey || field === LINE_END || cursorOf(target)?.isLast === false) return false;
  goTo({ ...line, active: line.shown[line.shown.indexOf(field) + 1] ?? LINE_END });
  return true;
}

/** Null for what has no cursor. */
function cursorOf(target: EventTarget | null) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null;
  const { selectionStart, selectionEnd, value } = target;
  const isOne = selectionStart === selectionEnd;
  return {
    isFirst: isOne && selectionStart === 0,
    isLast: isOne && selectionEnd === value.length,
  };
}
