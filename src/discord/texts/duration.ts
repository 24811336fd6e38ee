import type { Language } from './language.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** `40 seconds`, `3 minutes`, `2 hours`: the coarsest unit that fits, rounded up so that waiting that long is enough. */
export function formatDuration(language: Language, ms: number): string {
  if (ms < MINUTE) return formatUnit(language, ms / SECOND, 'second');
  if (ms < HOUR) return formatUnit(language, ms / MINUTE, 'minute');
  return formatUnit(language, ms / HOUR, 'hour');
}

function formatUnit(language: Language, value: number, unit: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.max(1, Math.ceil(value)),
  );
}
