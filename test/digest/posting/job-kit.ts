import { onTestFinished } from 'vitest';
import type { Citation } from '../../../src/answer/answer.ts';
import { SHARED_SCOPE, type ArticleDraft } from '../../../src/archive/article.ts';
import type { ArchiveDatabase } from '../../../src/archive/database/database.ts';
import type { Library } from '../../../src/archive/library.ts';
import { readConfig } from '../../../src/config.ts';
import type { BuildDigest } from '../../../src/digest/build.ts';
import type { Digests } from '../../../src/digest/digests.ts';
import { openDigests, type DigestsPorts } from '../../../src/digest/open-digests.ts';
import type { DigestPoster } from '../../../src/digest/poster.ts';
import type { DigestSettings } from '../../../src/digest/schedule.ts';
import { nextTurn } from '../../../src/event-loop.ts';
import { silentLog } from '../../../src/log.ts';
import { draftAbout, openArchive, type ArchiveParts } from '../../archive/archive-kit.ts';
import type { ManualClock } from '../../fakes/manual-clock.ts';
import { DAILY } from '../daily-settings.ts';
import { MemoryPoster } from '../../fakes/memory-poster.ts';

export const HARBOUR = '100000000000000001';
export const MOUNTAIN = '100000000000000002';
export const ANNA = '200000000000000001';
export const CHANNEL = '300000000000000001';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const SETTINGS: DigestSettings = { ...DAILY, channelId: CHANNEL };

export interface JobKit extends ArchiveParts {
  readonly clock: ManualClock;
  readonly poster: MemoryPoster;
  readonly digests: Digests;
  /** Begins to post; resolves when it has nothing to do until the clock moves. @returns what ends it. */
  start(poster?: DigestPoster): Promise<() => Promise<void>>;
}

/** Digests over an archive, a Discord in memory and a clock that stands at noon of 2024-03-01 (UTC), a Friday. */
export function openJobKit(
  given: Parameters<typeof openArchive>[0] & {
    readonly poster?: MemoryPoster;
    readonly ports?: Partial<DigestsPorts>;
    readonly settings?: Readonly<Record<string, string>>;
  } = {},
): JobKit {
  const { poster, ports, settings, ...archive } = given;
  const parts = openArchive(archive);
  const build = listNews(parts);
  const digests = openDigests({
    ...parts,
    build,
    log: silentLog,
    config: readConfig(settings ?? {}),
    ...ports,
  });
  const own = poster ?? new MemoryPoster(parts.clock);
  return {
    ...parts,
    poster: own,
    digests,
    start: (other) => startPosting(digests, other ?? own),
  };
}

/** Everything that is new to a channel, as one section. */
function listNews({
  database,
  library,
}: {
  readonly database: ArchiveDatabase;
  readonly library: Library;
}): BuildDigest {
  return ({ schedule, untilKey, date, firstDate }) => {
    const { guildId, channelId, seenKey } = schedule;
    const posted = database.digestRuns.postedKeys(guildId, channelId, seenKey);
    const rows = database.news
      .between(seenKey, untilKey, [guildId, SHARED_SCOPE])
      .filter(({ key }) => !posted.has(key));
    const entries = rows.map(({ key, corrected }) => {
      const article = library.getByKey(key);
      if (article === null) throw new Error(`There is no article ${key}.`);
      const citation: Citation = article;
      return {
        ...{ article: citation, articleKey: key, corrected },
        ...{ lead: null, quotation: null, alsoIn: [] },
      };
    });
    const corrected = rows.filter((row) => row.corrected).length;
    const sections = entries.length === 0 ? [] : [{ section: 'World', entries }];
    const articles = entries.length;
    return Promise.resolve({ date, firstDate, articles, corrected, omitted: 0, sections });
  };
}

export async function startPosting(
  digests: Digests,
  poster: DigestPoster,
): Promise<() => Promise<void>> {
  const ending = new AbortController();
  const running = digests.run(poster, ending.signal);
  const stop = async (): Promise<void> => {
    ending.abort();
    await running;
  };
  onTestFinished(stop);
  await settled();
  return stop;
}

/** Everything happens in memory, but for the turns of the event loop that a digest leaves to others: two for each message. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < QUIET_TURNS; turn++) await nextTurn();
}

const QUIET_TURNS = 24;

/** Lets time go by, minute by minute at most; everything that becomes due is done. */
export async function pass(clock: ManualClock, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= MINUTE) {
    clock.advance(Math.min(MINUTE, left));
    await settled();
  }
}

/** @param moment ISO date-time, not before now. */
export async function passUntil(clock: ManualClock, moment: string): Promise<void> {
  await pass(clock, Date.parse(moment) - clock.now().getTime());
}

/** Adds an article to a scope. @returns its headline. */
export async function ingest(
  { library }: Pick<ArchiveParts, 'library'>,
  topic: string,
  { scope = SHARED_SCOPE, ...given }: Partial<ArticleDraft> & { readonly scope?: string } = {},
): Promise<string> {
  const draft = draftAbout(topic, given);
  const [outcome] = await library.add([draft], { scope, by: 'test' });
  if (outcome === undefined || outcome.status === 'failed') throw new Error('It was not added.');
  return outcome.headline;
}
