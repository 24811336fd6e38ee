import { MS_PER_DAY } from '../../../src/clock.ts';
import type { LocalDate, Timing } from '../../../src/digest/schedule.ts';

/** A day on which a digest is due. */
export interface DueDay {
  readonly date: LocalDate;
  readonly dueMs: number;
}

/** Farther than any clock change reaches. */
const AROUND_MS = 26 * 3_600_000;

/** The oracle: every day on which a digest is due at a moment in `from`..`to`, by asking for the time on the wall alone. */
export function plainDueDays({ time, zone, days }: Timing, from: number, to: number): DueDay[] {
  const wall = new Wall(zone);
  const found: DueDay[] = [];
  const last = to + 2 * MS_PER_DAY;
  for (let day = from - 2 * MS_PER_DAY; day <= last; day += MS_PER_DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    const dueMs = isOn(date, days) ? wall.momentOf(date, time) : null;
    if (dueMs !== null && dueMs >= from && dueMs <= to) found.push({ date, dueMs });
  }
  return found;
}

function isOn(date: LocalDate, days: Timing['days']): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  if (days === 'every') return true;
  return days === 'weekdays' ? weekday <= 5 : weekday === days;
}

/** The clock on the wall of a zone. */
export class Wall {
  readonly #format: Intl.DateTimeFormat;

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
  }

  /** What it shows, as if that were UTC. */
  showing(ms: number): number {
    const parts = new Map(this.#format.formatToParts(ms).map(({ type, value }) => [type, value]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
    const [hour, minute, second] = [of('hour'), of('minute'), of('second')];
    return Date.UTC(of('year'), of('month') - 1, of('day'), hour, minute, second);
  }

  date(ms: number): LocalDate {
    return new Date(this.showing(ms)).toISOString().slice(0, 10);
  }

  /**
   * The first moment at which it shows this, or, when it never does, that at which it jumps over it; null for a day that is
   * left out.
   */
  momentOf(date: LocalDate, time: string): number | null {
    const wanted = Date.parse(`${date}T${time}:00Z`);
    const [before, after] = [wanted - AROUND_MS, wanted + AROUND_MS];
    const offsets = [before, after].map((ms) => this.showing(ms) - ms);
    const moments = offsets
      .map((offset) => wanted - offset)
      .filter((ms) => this.showing(ms) === wanted);
    if (moments.length > 0) return Math.min(...moments);
    const jump = this.#jumpOver(wanted, before, after);
    return this.date(jump - 1) < date && this.date(jump) > date ? null : jump;
  }

  /** The first moment at which it shows a later time than `wanted`. */
  #jumpOver(wanted: number, before: number, after: number): number {
    let [early, late] = [Math.floor(before / 1_000), Math.floor(after / 1_000)];
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (this.showing(middle * 1_000) > wanted) late = middle;
      else early = middle;
    }
    return late * 1_000;
  }
}
