import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import type { ChoiceView } from '../../page-protocol.ts';
import type { CommandEntry } from './command-list.ts';

/** What stands in the message box. */
export type Draft = TextDraft | CommandLine;

export interface TextDraft {
  readonly kind: 'text';
  readonly text: string;
  readonly files: readonly File[];
}

/** A command with its options, each in a field of its own. */
export interface CommandLine {
  readonly kind: 'command';
  readonly entry: CommandEntry;
  /** Names of the options in the line: the required ones, then the others as they were added. */
  readonly shown: readonly string[];
  /** What stands in the fields, by the option's name; untouched ones are not there. */
  readonly given: Readonly<Record<string, Given>>;
  /** What is wrong with a field, by the option's name. */
  readonly problems: Readonly<Record<string, string>>;
  /** The field that has the focus, or had it last; `LINE_END` is behind the last option. */
  readonly active: string;
}

export interface Given {
  readonly text: string;
  /** What was chosen from a list; null as soon as something else is typed. */
  readonly choice: ChoiceView | null;
  readonly file: File | null;
}

/** The field behind all options, where further ones are added. No option can have this name. */
export const LINE_END = '';

export const NOTHING: Given = { text: '', choice: null, file: null };

export const EMPTY_DRAFT: TextDraft = { kind: 'text', text: '', files: [] };

export function isEmpty(draft: Draft): boolean {
  return draft.kind === 'text' && draft.text.trim() === '' && draft.files.length === 0;
}

/** @param texts by option, to begin with; what the command does not have is left out. */
export function startCommand(
  entry: CommandEntry,
  texts: Readonly<Record<string, string>> = {},
): CommandLine {
  const names = Object.keys(texts).filter((name) => hasOption(entry, name));
  const required = entry.options.filter((option) => option.required === true);
  const shown = [...new Set([...required.map(({ name }) => name), ...names])];
  const given = Object.fromEntries(
    names.map((name) => [name, { ...NOTHING, text: texts[name] ?? '' }]),
  );
  const line: CommandLine = {
    ...{ kind: 'command', entry, shown, given, problems: {}, active: LINE_END },
  };
  return { ...line, active: firstEmpty(line) };
}

export function hasOption({ options }: CommandEntry, name: string): boolean {
  return options.some((option) => option.name === name);
}

/** The options in the line, in its order. */
export function shownOptions({
  entry,
  shown,
}: CommandLine): readonly APIApplicationCommandBasicOption[] {
  return shown.flatMap((name) => entry.options.find((option) => option.name === name) ?? []);
}

/** The options that could be added, in the command's order. */
export function furtherOptions({
  entry,
  shown,
}: CommandLine): readonly APIApplicationCommandBasicOption[] {
  return entry.options.filter(({ name }) => !shown.includes(name));
}

export function givenIn({ given }: CommandLine, name: string): Given {
  return given[name] ?? NOTHING;
}

export function isGiven({ text, file }: Given): boolean {
  return text.trim() !== '' || file !== null;
}

export function typeInto(line: CommandLine, name: string, text: string): CommandLine {
  return { ...put(line, name, { ...NOTHING, text }), active: name };
}

/** Takes the choice over and goes on to the next empty field. */
export function choose(line: CommandLine, name: string, choice: ChoiceView): CommandLine {
  const chosen = put(line, name, { ...NOTHING, text: choice.name, choice });
  return { ...chosen, active: firstEmpty(chosen) };
}

function put(line: CommandLine, name: string, given: Given): CommandLine {
  const problems = Object.fromEntries(
    Object.entries(line.problems).filter(([other]) => other !== name),
  );
  return { ...line, given: { ...line.given, [name]: given }, problems };
}

/** Adds the option to the line where it is not there yet, and goes to its field. */
export function showOption(line: CommandLine, name: string): CommandLine {
  const shown = line.shown.includes(name) ? line.shown : [...line.shown, name];
  return { ...line, shown, active: name };
}

/** Empties the field; one that is not required leaves the line. The focus goes to the field before it. */
export function removeOption(line: CommandLine, name: string): CommandLine {
  const emptied = put(line, name, NOTHING);
  const isRequired = line.entry.options.some(
    (option) => option.name === name && option.required === true,
  );
  if (isRequired) return { ...emptied, active: name };
  const shown = line.shown.filter((other) => other !== name);
  return { ...emptied, shown, active: shown[line.shown.indexOf(name) - 1] ?? LINE_END };
}

/** The field before this one; null before the first. */
export function fieldBefore({ shown }: CommandLine, name: string): string | null {
  const at = name === LINE_END ? shown.length : shown.indexOf(name);
  return shown[at - 1] ?? null;
}

/** The fields that still take a file: those in the line, then those that could be added. */
export function freeFileFields(line: CommandLine): readonly string[] {
  return [...shownOptions(line), ...furtherOptions(line)]
    .filter(({ name, type }) => type === Type.Attachment && givenIn(line, name).file === null)
    .map(({ name }) => name);
}

/** Puts files into the fields that still take one; what is too much is left out. */
export function giveFiles(line: CommandLine, files: readonly File[]): CommandLine {
  const names = freeFileFields(line);
  const filled = files
    .slice(0, names.length)
    .map((file, index) => ({ file, name: names[index] ?? LINE_END }))
    .reduce(
      (before, { name, file }) => put(showOption(before, name), name, { ...NOTHING, file }),
      line,
    );
  return { ...filled, active: firstEmpty(filled) };
}

/** Marks what is wrong and goes to the first such field. */
export function withProblems(
  line: CommandLine,
  problems: Readonly<Record<string, string>>,
): CommandLine {
  const first = line.shown.find((name) => problems[name] !== undefined);
  return { ...line, problems, active: first ?? line.active };
}

function firstEmpty(line: CommandLine): string {
  return line.shown.find((name) => !isGiven(givenIn(line, name))) ?? LINE_END;
}
