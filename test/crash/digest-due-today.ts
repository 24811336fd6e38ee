import { MS_PER_DAY } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import type { DigestRunView } from '../../src/digest/digests.ts';
import { silentLog } from '../../src/log.ts';
import { openArchive, type Archive } from '../../src/open-archive.ts';
import { madeUpArticles } from '../app/made-up-articles.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { ManualClock } from '../fakes/manual-clock.ts';

/** By hours ahead of UTC; their clocks are never changed. */
const ZONES = [
  ...['UTC', 'Africa/Lagos', 'Africa/Maputo', 'Africa/Nairobi', 'Asia/Dubai', 'Asia/Karachi'],
  ...['Asia/Dhaka', 'Asia/Bangkok', 'Asia/Singapore', 'Asia/Tokyo', 'Australia/Brisbane'],
  ...['Pacific/Guadalcanal', 'Pacific/Tarawa'],
];
/** The same, behind UTC. */
const WESTERN_ZONES = [
  ...['UTC', 'Atlantic/Cape_Verde', 'America/Noronha', 'America/Sao_Paulo', 'America/La_Paz'],
  ...['America/Bogota', 'America/Guatemala', 'America/Phoenix', 'Pacific/Pitcairn'],
  ...['Pacific/Gambier', 'Pacific/Honolulu', 'Pacific/Pago_Pago'],
];
const NOON = 12;

/** Where it is about noon. */
function noonZone(now: Date): string {
  const ahead = NOON - now.getUTCHours();
  const zone = ahead >= 0 ? ZONES[ahead] : WESTERN_ZONES[-ahead];
  if (zone === undefined) throw new Error(`There is no zone ${ahead} hours from UTC.`);
  return zone;
}

export interface DueToday {
  readonly guildId: string;
  /** One digest for each, in this order. */
  readonly channels: readonly string[];
  /** Of them, the announcement channel. */
  readonly publishIn?: string;
  /** That come in after the digests were made. */
  readonly articles: number;
}

/** Digests that were due at midnight where it is noon now: late, and in time. A day without articles is posted as well. */
export async function scheduleDueToday(folder: string, now: Date, due: DueToday): Promise<void> {
  const yesterday = new Date(now.getTime() - MS_PER_DAY).toISOString();
  await inArchive(folder, new ManualClock(yesterday), async ({ digests, library }) => {
    for (const channelId of due.channels) {
      digests.add(
        due.guildId,
        {
          ...{ channelId, publish: channelId === due.publishIn, zone: noonZone(now) },
          ...{ time: '00:00', days: 'every' },
          ...{ sections: [], topic: null, style: 'full', whenEmpty: 'say', catchUp: 'late' },
          ...{ mentionRole: null, language: 'en' },
        },
        'somebody',
      );
    }
    const drafts = madeUpArticles(0, due.articles);
    const outcomes = await library.add(drafts, { scope: 'shared', by: 'test' });
    if (outcomes.some(({ status }) => status === 'failed')) throw new Error('Not all were added.');
  });
}

/** What the archive says of the digests of a guild, in the order in which they were made. */
export function lastRuns(
  folder: string,
  now: Date,
  guildId: string,
): Promise<(DigestRunView | null)[]> {
  return inArchive(folder, new ManualClock(now.toISOString()), ({ digests }) =>
    digests.list(guildId).map(({ last }) => last),
  );
}

async function inArchive<T>(
  folder: string,
  clock: ManualClock,
  work: (archive: Archive) => T | Promise<T>,
): Promise<T> {
  const archive = await openArchive({
    config: readConfig({ DATA_DIR: folder }),
    log: silentLog,
    clock,
    embedder: new HashEmbedder({ dimensions: 64 }),
  });
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}
