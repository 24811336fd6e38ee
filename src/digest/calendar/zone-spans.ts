import { Temporal } from 'temporal-polyfill';
import { MS_PER_DAY } from '../../clock.ts';

/** A stretch of time in which the clocks of a zone are not changed. All in milliseconds, the ends since 1970. */
export interface ZoneSpan {
  /** The last change before, or somewhere between when that was more than a year earlier. */
  readonly from: number;
  /** Exclusive; Infinity where none will be changed. */
  readonly to: number;
  /** Local time minus UTC. */
  readonly offset: number;
}

/** Spans kept of a zone: four years of clocks that are changed twice a year. */
const MOST_SPANS = 8;

const LOOKING_BACK_MS = 370 * MS_PER_DAY;

/** Finding a span takes tenths of a millisecond, and thousands of digests in the same zones ask for the same few. */
const spansByZone = new Map<string, ZoneSpan[]>();

/** @throws {RangeError} for a zone that does not exist. */
export function spanAt(zone: string, ms: number): ZoneSpan {
  const spans = spansByZone.get(zone) ?? [];
  const known = spans.find(({ from, to }) => from <= ms && ms < to);
  if (known) return known;
  const span = findSpan(zone, ms);
  if (spans.length === MOST_SPANS) spans.shift();
  spans.push(span);
  spansByZone.set(zone, spans);
  return span;
}

/** Looks forward from a year before: the search for the change before a moment takes thirty times as long. */
function findSpan(zone: string, ms: number): ZoneSpan {
  const start = Math.floor(ms) - LOOKING_BACK_MS;
  let moment = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  for (;;) {
    const change = moment.getTimeZoneTransition('next');
    const to = change?.epochMilliseconds ?? Infinity;
    if (change === null || to > ms) {
      const offset = moment.offsetNanoseconds / 1_000_000;
      return { from: moment.epochMilliseconds, to, offset };
    }
    moment = change;
  }
}
