import type { CommandEntry } from './command-list.ts';
import { givenIn, hasOption, isGiven, showOption, typeInto, type CommandLine } from './draft.ts';

export interface TypedCommand {
  readonly entry: CommandEntry;
  /** By option. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Reads `/ask what is new after: 2024`. What stands before the first named option belongs to the command's first option.
 * Null unless the whole name of a command and a space are there.
 */
export function readTypedCommand(
  text: string,
  entries: readonly CommandEntry[],
): TypedCommand | null {
  const line = text.replaceAll(/\s+/g, ' ');
  const lower = line.toLowerCase();
  const entry = entries.find(({ name }) => lower.startsWith(`/${name} `));
  if (entry === undefined) return null;
  return { entry, texts: readOptions(entry, line.slice(entry.name.length + 2)) };
}

function readOptions(entry: CommandEntry, rest: string): Record<string, string> {
  const marks = findMarks(entry, rest);
  const before = rest.slice(0, marks[0]?.start).trim();
  const texts: Record<string, string> = {};
  const [first] = entry.options;
  if (before !== '' && first !== undefined) texts[first.name] = before;
  for (const [index, { name, end }] of marks.entries()) {
    texts[name] = rest.slice(end, marks[index + 1]?.start).trim();
  }
  return texts;
}

interface Mark {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Where options are named; of one that is named twice, the first. */
function findMarks(entry: CommandEntry, rest: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of rest.matchAll(/(?<=^|\s)([\p{L}\p{N}_-]+):(?=\s|$)/gu)) {
    const name = match[1] ?? '';
    if (!hasOption(entry, name) || marks.some((mark) => mark.name === name)) continue;
    marks.push({ name, start: match.index, end: match.index + match[0].length });
  }
  return marks;
}

/**
 * The line after `text` was typed into the field: where it ends in the name of another option and a colon, that option's
 * field is gone to.
 */
export function typeOn(line: CommandLine, name: string, text: string): CommandLine {
  const [ending, other] = /(?:^|\s)([\p{L}\p{N}_-]+):$/u.exec(text) ?? [];
  if (ending === undefined || other === undefined) return typeInto(line, name, text);
  if (other === name || !hasOption(line.entry, other) || isGiven(givenIn(line, other))) {
    return typeInto(line, name, text);
  }
  return showOption(typeInto(line, name, text.slice(0, -ending.length)), other);
}
