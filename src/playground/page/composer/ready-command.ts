import type { PageOption } from '../../page-protocol.ts';
import { givenIn, shownOptions, type CommandLine } from './draft.ts';
import type { Places } from './option-choices.ts';
import { readOption } from './option-value.ts';

/** What a command line sends. */
export interface ReadyCommand {
  readonly kind: 'ready';
  readonly options: Readonly<Record<string, PageOption>>;
  /** Those that options name by number. */
  readonly files: readonly File[];
}

export interface UnreadyCommand {
  readonly kind: 'unready';
  /** By option. */
  readonly problems: Readonly<Record<string, string>>;
}

/** Options left empty are left out. */
export function readyCommand(line: CommandLine, places: Places): ReadyCommand | UnreadyCommand {
  const options: Record<string, PageOption> = {};
  const problems: Record<string, string> = {};
  const files: File[] = [];
  for (const option of shownOptions(line)) {
    const reading = readOption(option, givenIn(line, option.name), places);
    if (reading.kind === 'wrong') problems[option.name] = reading.problem;
    if (reading.kind !== 'value') continue;
    const { value } = reading;
    options[option.name] = value instanceof File ? { file: files.push(value) - 1 } : value;
  }
  return Object.keys(problems).length > 0
    ? { kind: 'unready', problems }
    : { kind: 'ready', options, files };
}

/** The options that the bot is told while the person types into `focused`: those that are right so far. */
export function optionsSoFar(
  line: CommandLine,
  focused: string,
  places: Places,
): Readonly<Record<string, string | number | boolean>> {
  const options: Record<string, string | number | boolean> = {};
  for (const option of shownOptions(line)) {
    const given = givenIn(line, option.name);
    if (option.name === focused) {
      options[focused] = given.text;
      continue;
    }
    const reading = readOption(option, given, places);
    if (reading.kind !== 'value' || reading.value instanceof File) continue;
    options[option.name] = reading.value;
  }
  return options;
}
