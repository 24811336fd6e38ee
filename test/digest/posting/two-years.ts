import { MS_PER_DAY } from '../../../src/clock.ts';
import { readConfig } from '../../../src/config.ts';
import type { ArchiveDatabase } from '../../../src/archive/database/database.ts';
import type { BuildDigest } from '../../../src/digest/build.ts';
import type { Digests } from '../../../src/digest/digests.ts';
import type { Citation } from '../../../src/answer/answer.ts';
import { openDigests } from '../../../src/digest/open-digests.ts';
import type { CatchUp, LocalDate, Timing } from '../../../src/digest/schedule.ts';
import { createLog, type Log } from '../../../src/log.ts';
import { openArchive, type ArchiveParts } from '../../archive/archive-kit.ts';
import { Random } from '../../bench/random.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';
import { Life } from './life.ts';
import { plainDueDays, type DueDay } from './plain-days.ts';
import { UnreliableDiscord, type Trouble } from './unreliable-discord.ts';

export interface ScheduleDraft extends Timing {
  readonly catchUp: CatchUp;
  readonly whenEmpty: 'skip' | 'say';
  readonly publish: boolean;
}

/** What happens, after so much time in which nothing else does. */
export interface Incident {
  readonly afterMs: number;
  readonly kind:
    /** The process ends, in order or not, and starts again after `ms`. */
    | 'stop'
    | 'kill'
    /** The wall clock is set by `ms`, which may be negative. */
    | 'shift'
    /** Discord is down for `ms`. */
    | 'outage';
  readonly ms: number;
}

export interface Story {
  /** ISO date-time. */
  readonly start: string;
  readonly schedules: readonly ScheduleDraft[];
  readonly incidents: readonly Incident[];
  readonly seed: number;
  /** Of a hundred requests, so many go wrong. */
  readonly troubles: number;
}

/** Asked of the builder. */
export interface Built {
  readonly scheduleId: string;
  readonly date: LocalDate;
  readonly firstDate: LocalDate;
  readonly atMs: number;
}

export interface Walked {
  readonly draft: ScheduleDraft;
  readonly id: string;
  /** All days on which it is due, those before it was made included. */
  readonly due: readonly DueDay[];
}

const MINUTE = 60_000;
const YEARS_MS = 2 * 365 * MS_PER_DAY;
/** At the end nothing goes wrong any more, until every weekday has come twice. */
const CALM_MS = 15 * MS_PER_DAY;
/** More than the clock is ever wrong. */
const AWAY_MS = 400 * MS_PER_DAY;
const GUILDS = ['guild one', 'guild two'];
const TROUBLES = ['refused', 'lost-before', 'lost-after', 'killed-before', 'killed-after'] as const;

/** Two years with digests. */
export class TwoYears {
  readonly clock: ManualClock;
  readonly discord: UnreliableDiscord;
  readonly database: ArchiveDatabase;
  readonly built: Built[] = [];
  readonly walked: Walked[] = [];
  /** By id: when each article came, by the wall clock. */
  readonly articles = new Map<string, number>();
  /** Lines of the log that tell of a failure nobody expected. */
  readonly complaints: string[] = [];
  readonly #story: Story;
  readonly #random: Random;
  readonly #archive: ArchiveParts;
  readonly #log: Log;
  #calm = false;
  #latestMs = 0;
  #life: Life;
  #digests: Digests;
  #stop: () => Promise<unknown> = () => Promise.resolve();

  constructor(story: Story) {
    this.#story = story;
    this.#random = new Random(story.seed);
    this.clock = new ManualClock(story.start);
    this.#archive = openArchive({ clock: this.clock });
    this.database = this.#archive.database;
    this.discord = new UnreliableDiscord(this.clock, () => this.#nextTrouble());
    this.#log = createLog('error', {
      destination: { write: (line) => void this.complaints.push(line) },
    });
    this.#life = new Life(this.clock);
    this.#digests = this.#open();
  }

  async walk(): Promise<void> {
    this.#schedule();
    await this.#begin();
    for (const { afterMs, kind, ms } of this.#story.incidents) {
      await this.#pass(afterMs);
      if (kind === 'shift') await this.#shift(ms);
      else if (kind === 'outage') await this.#outage(ms);
      else await this.#restart(kind, ms);
    }
    const endMs = this.startMs + YEARS_MS;
    this.#calm = true;
    await this.#pass(Math.max(endMs, this.#latestMs) - this.#nowMs() + CALM_MS);
    await this.#stop();
  }

  get startMs(): number {
    return Date.parse(this.#story.start);
  }

  get endMs(): number {
    return this.#nowMs();
  }

  #schedule(): void {
    const startMs = this.#nowMs();
    for (const [at, draft] of this.#story.schedules.entries()) {
      const guildId = GUILDS[at % GUILDS.length] ?? '';
      const { schedule } = this.#digests.add(
        guildId,
        {
          ...{ ...draft, channelId: `channel ${at}`, sections: [], topic: null },
          ...{ style: 'compact', mentionRole: null, language: 'en' },
        },
        'somebody',
      );
      const due = plainDueDays(draft, startMs - AWAY_MS, startMs + YEARS_MS + AWAY_MS);
      this.walked.push({ draft, id: schedule.id, due });
    }
  }

  #open(): Digests {
    const life = this.#life;
    const { database, library, embedder } = this.#archive;
    return openDigests({
      ...{ database, library, embedder, log: this.#log, clock: life.clock },
      build: this.#builderFor(life),
      config: readConfig({ DATA_DIR: '/nowhere' }),
    });
  }

  async #begin(): Promise<void> {
    this.#life = new Life(this.clock);
    this.#digests = this.#open();
    const stopping = new AbortController();
    const running = this.#digests.run(this.discord.posterFor(this.#life), stopping.signal);
    const life = this.#life;
    this.#stop = () => {
      stopping.abort();
      // When it was killed it does not end.
      return Promise.race([running, life.settled()]);
    };
    await life.settled();
  }

  /** Everything that came since, however many articles. */
  #builderFor(life: Life): BuildDigest {
    return async ({ schedule, untilKey, date, firstDate }) => {
      await life.orNever();
      this.built.push({ scheduleId: schedule.id, date, firstDate, atMs: this.#nowMs() });
      const news = this.database.news.between(schedule.seenKey, untilKey, ['shared']);
      const entries = news.map(({ id, key }) => ({
        ...{ article: citation(id), articleKey: key },
        ...{ corrected: false, lead: null, quotation: null, alsoIn: [] },
      }));
      const sections = entries.length === 0 ? [] : [{ section: null, entries }];
      return { date, firstDate, articles: entries.length, corrected: 0, omitted: 0, sections };
    };
  }

  /** Time goes by, from one moment at which anything is due to the next. */
  async #pass(ms: number): Promise<void> {
    const end = this.clock.elapsed() + ms;
    while (this.clock.elapsed() < end) {
      const left = end - this.clock.elapsed();
      const late = this.#random.below(2) * this.#random.below(MINUTE);
      this.clock.advance(Math.min(left, this.#untilNext() + late));
      this.#latestMs = Math.max(this.#latestMs, this.#nowMs());
      await this.#life.settled();
      if (this.#life.ended) await this.#comeBack();
      this.#ingest(this.#random.below(3));
    }
  }

  /** Milliseconds to the next moment at which the process would do anything. */
  #untilNext(): number {
    const nowMs = this.#nowMs();
    const days = this.walked.map(({ due }) => firstAfter(due, nowMs));
    const moments = [...days, ...this.#tries()];
    return Math.max(MINUTE, Math.min(MS_PER_DAY, ...moments.map((at) => at - nowMs)));
  }

  #tries(): number[] {
    if (!this.discord.hasFailed) return [];
    const troubles = GUILDS.flatMap((guild) => this.#digests.list(guild))
      .map(({ trouble }) => trouble)
      .filter((trouble) => trouble !== null);
    if (troubles.length === 0) this.discord.hasFailed = false;
    return troubles.map(({ nextTryAt }) => nextTryAt.getTime());
  }

  async #comeBack(): Promise<void> {
    this.clock.advance(this.#random.below(30 * MINUTE));
    await this.#begin();
  }

  async #restart(kind: 'stop' | 'kill', ms: number): Promise<void> {
    if (kind === 'stop') await this.#stop();
    this.#life.end();
    await this.#life.settled();
    this.clock.advance(ms / 2);
    this.#ingest(this.#random.below(4));
    this.clock.advance(ms / 2);
    await this.#begin();
  }

  async #shift(ms: number): Promise<void> {
    this.clock.shift(ms);
    this.#latestMs = Math.max(this.#latestMs, this.#nowMs());
    // It looks at the clock once a minute.
    await this.#pass(MINUTE);
  }

  async #outage(ms: number): Promise<void> {
    this.discord.down = true;
    await this.#pass(ms);
    this.discord.down = false;
  }

  #ingest(count: number): void {
    const ingestedAt = this.clock.now().toISOString();
    for (let n = 0; n < count; n++) {
      const id = `article${this.articles.size}`;
      const facts = { section: null, byline: null, source: null, url: null, externalId: null };
      this.database.articles.insert({
        ...{ id, scope: 'shared', revision: 1, headline: id, ...facts },
        ...{ publishedAt: null, day: null, language: 'en', photoCaption: null },
        ...{ canonical: id, paragraphs: [{ kind: 'text', start: 0, end: id.length }], words: 1 },
        ...{ contentHash: id, ingestedAt, ingestedBy: 'test' },
      });
      this.articles.set(id, this.#nowMs());
    }
  }

  #nextTrouble(): Trouble {
    if (this.#calm || this.#random.below(100) >= this.#story.troubles) return null;
    return this.#random.pick(TROUBLES);
  }

  #nowMs(): number {
    return this.clock.now().getTime();
  }
}

function citation(id: string): Citation {
  const facts = { section: null, byline: null, source: null, url: null, publishedAt: null };
  return { id, headline: id, ...facts };
}

function firstAfter(due: readonly DueDay[], ms: number): number {
  let [low, high] = [0, due.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((due[middle]?.dueMs ?? Infinity) > ms) high = middle;
    else low = middle + 1;
  }
  return due[low]?.dueMs ?? Infinity;
}
