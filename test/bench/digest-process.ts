import { SHARED_SCOPE } from '../../src/archive/article.ts';
import { startBot } from '../../src/bot.ts';
import { systemClock, type Clock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import type { DigestSettings } from '../../src/digest/schedule.ts';
import { createLog } from '../../src/log.ts';
import { newDrafts } from './archives.ts';
import { watchLoop, type LoopBlocks } from './loop-watch.ts';
import { SyntheticArchive } from './synthetic-archive.ts';

/** Where the digests are posted, and what is new when they fall due. */
export interface DigestWork {
  /** One digest each. */
  readonly places: readonly { readonly guildId: string; readonly channelId: string }[];
  /** Passages of the archive before. */
  readonly passages: number;
  readonly newArticles: number;
  /** Post them, or only build them, as a preview does? */
  readonly task: 'build' | 'post';
}

export interface DigestFigures {
  /** Milliseconds from the moment at which all fell due: until the first and the last one was built, or posted. */
  readonly first: number;
  readonly last: number;
  readonly blocks: LoopBlocks;
  /** Bytes, of all threads. */
  readonly memoryBefore: number;
  readonly memoryPeak: number;
}

const MINUTE_MS = 60_000;
const LEAD_MS = 2 * MINUTE_MS;
const HALF_DAY_MS = 12 * 60 * MINUTE_MS;
const SAMPLE_MS = 20;

/** The system's clock until it is moved on, which nobody has to wait for. */
class AheadClock implements Clock {
  #aheadMs = 0;
  readonly elapsed = systemClock.elapsed.bind(systemClock);
  readonly sleep = systemClock.sleep.bind(systemClock);

  now(): Date {
    return new Date(systemClock.now().getTime() + this.#aheadMs);
  }

  moveOn(ms: number): void {
    this.#aheadMs += ms;
  }
}

/** The bot in a process of its own, with many digests that fall due at once. Started by digest.ts. */
const clock = new AheadClock();
const steps: { readonly step: string; readonly at: number }[] = [];
let seen: () => void = () => undefined;
const log = createLog('debug', {
  destination: {
    write: (line) => {
      const step = /"step":"(?<step>\w+)"/.exec(line)?.groups?.['step'];
      if (step === undefined) return;
      steps.push({ step, at: performance.now() });
      seen();
    },
  },
});
const bot = await startBot({ config: loadConfig(), log, clock });
await bot.ready;
process.on('message', (message: DigestWork | 'stop') => {
  if (message === 'stop') {
    void bot.stop().then(() => {
      process.disconnect();
    });
    return;
  }
  void measure(message).then((figures) => process.send?.(figures));
});
process.send?.('ready');

async function measure(work: DigestWork): Promise<DigestFigures> {
  const { digests, library } = await bot.app;
  const time = new Date(clock.now().getTime() + LEAD_MS).toISOString().slice(11, 16);
  for (const [at, { guildId, channelId }] of work.places.entries()) {
    digests.add(guildId, settingsOf(at, time, channelId), 'bench');
  }
  const first = new SyntheticArchive(work.passages).articles;
  const drafts = newDrafts(work.passages, first, work.newArticles);
  await library.add(drafts, { scope: SHARED_SCOPE, by: 'bench' });
  globalThis.gc?.();
  const memoryBefore = process.memoryUsage.rss();
  let memoryPeak = memoryBefore;
  const sampler = setInterval(() => {
    memoryPeak = Math.max(memoryPeak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  const watched = watchLoop();
  const started = performance.now();
  const ends = await (work.task === 'build' ? build(work) : post(work));
  const blocks = watched();
  clearInterval(sampler);
  return {
    first: Math.min(...ends) - started,
    last: Math.max(...ends) - started,
    blocks,
    memoryBefore,
    memoryPeak,
  };
}

/** When each was built: two at a time, as the bot does. */
async function build({ places }: DigestWork): Promise<number[]> {
  const { digests } = await bot.app;
  const guilds = [...new Set(places.map(({ guildId }) => guildId))];
  const views = guilds.flatMap((guildId) => digests.list(guildId)).values();
  const ends: number[] = [];
  const goOn = async (): Promise<void> => {
    for (const { schedule } of views) {
      await digests.preview(schedule.guildId, schedule.id);
      ends.push(performance.now());
    }
  };
  await Promise.all([goOn(), goOn()]);
  return ends;
}

/** When each was posted. */
async function post({ places }: DigestWork): Promise<number[]> {
  const { digests } = await bot.app;
  steps.length = 0;
  clock.moveOn(LEAD_MS);
  // A new digest makes the bot look at the clock.
  const later = new Date(clock.now().getTime() + HALF_DAY_MS).toISOString().slice(11, 16);
  digests.add(places[0]?.guildId ?? '', settingsOf(0, later, places[0]?.channelId ?? ''), 'bench');
  await posted(places.length);
  return steps.filter(({ step }) => step === 'posted').map(({ at }) => at);
}

function posted(count: number): Promise<void> {
  return new Promise((resolve) => {
    seen = () => {
      if (steps.filter(({ step }) => step === 'posted').length >= count) resolve();
    };
    seen();
  });
}

const TOPICS = ['harbours and the sea', 'money and banks', 'schools', 'energy', 'sport'];

/** As guilds choose: half of them the full style, some a section, some a topic. */
function settingsOf(at: number, time: string, channelId: string): DigestSettings {
  const topic = at % 5 === 0 ? (TOPICS[(at / 5) % TOPICS.length] ?? null) : null;
  return {
    time,
    zone: 'UTC',
    days: 'every',
    channelId,
    sections: at % 5 === 1 ? ['science', 'sport'] : [],
    topic,
    style: at % 2 === 0 ? 'full' : 'compact',
    whenEmpty: 'say',
    catchUp: 'late',
    mentionRole: null,
    publish: false,
    language: 'en',
  };
}
