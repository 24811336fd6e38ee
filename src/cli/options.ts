import { InvalidArgumentError, type Command } from 'commander';
import { parseDateBound, parseDateRange, type DayRange } from '../archive/date-range.ts';
import { MS_PER_DAY, type Clock } from '../clock.ts';
import { UserError } from '../errors.ts';

/** The filter every command that lists or searches articles has. */
export interface FilterFlags {
  readonly after?: string;
  readonly before?: string;
  readonly section?: string;
}

export function addFilterOptions(command: Command): Command {
  return command
    .option(
      '--after <date>',
      'only articles of this day or later (2024-02-10, "Feb 2024", "last week")',
    )
    .option('--before <date>', 'only articles of this day or earlier')
    .option('--section <name>', 'only articles of this section');
}

/** The days that `--after` and `--before` leave. Dates that are none, or leave no day, are wrong usage: exit code 2. */
export function dayRange(flags: FilterFlags, clock: Clock, command: Command): DayRange {
  return orUsageError(command, () => parseDateRange(flags, clock.now()));
}

/** A single day as an ISO date, from anything `--after` understands that means one day. */
export function dayOption(text: string, clock: Clock, command: Command): string {
  return orUsageError(command, () => {
    const first = parseDateBound(text, 'after', clock.now());
    if (first !== parseDateBound(text, 'before', clock.now())) {
      throw new UserError(`"${text}" is more than one day. Write one like 2024-02-10.`);
    }
    return new Date(first * MS_PER_DAY).toISOString().slice(0, 10);
  });
}

/** Reads a whole number from `min` to `max`. */
export function integerOption(
  min: number,
  max = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    const range = max === Number.MAX_SAFE_INTEGER ? `from ${min} up` : `from ${min} to ${max}`;
    throw new InvalidArgumentError(`Expected a whole number ${range}.`);
  };
}

function orUsageError<T>(command: Command, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return command.error(`error: ${error.message}`, { exitCode: 2 });
  }
}
