import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { archiveFolder, withCopy } from './archives.ts';
import { formatCount, type Bench } from './bench.ts';
import type { DigestFigures, DigestWork } from './digest-process.ts';
import { blockRows } from './loop-watch.ts';
import { row, type Row } from './report.ts';
import { PASSAGES_PER_ARTICLE } from './synthetic-archive.ts';

const ENTRY = join(import.meta.dirname, 'digest-process.ts');
const ARTICLES = 10_000;
const DIGESTS = 1_000;
const DIGESTS_PER_GUILD = 5;
/** What a busy day brings. */
const NEW_ARTICLES = 60;
const MEGABYTE = 1_000_000;

/** Digests of many guilds fall due in the same minute, over one archive, and are posted through Discord's protocols. */
export const measureDigest: Bench = async (context) => {
  const { quick, note } = context;
  const count = quick ? DIGESTS / 10 : DIGESTS;
  const passages = (quick ? ARTICLES / 10 : ARTICLES) * PASSAGES_PER_ARTICLE;
  return withCopy(await archiveFolder(passages, context), async (folder) => {
    const discord = await startLocalDiscord({ clock: systemClock });
    try {
      const work = { places: populate(discord, count), passages, newArticles: NEW_ARTICLES };
      note(`${formatCount(count)} digests fall due at once`);
      const figures = await post(discord, folder, work);
      return rowsOf(discord, work, figures);
    } finally {
      await discord.close();
    }
  });
};

function populate({ world }: LocalDiscord, count: number): DigestWork['places'] {
  return Array.from({ length: count / DIGESTS_PER_GUILD }, (_, at) => {
    const guildId = world.addGuild({ name: `Newsroom ${at + 1}` }).id;
    return Array.from({ length: DIGESTS_PER_GUILD }, (__, n) => {
      return { guildId, channelId: world.addChannel(guildId, { name: `digest-${n + 1}` }).id };
    });
  }).flat();
}

async function post(
  discord: LocalDiscord,
  folder: string,
  work: DigestWork,
): Promise<DigestFigures> {
  const settings = {
    DATA_DIR: folder,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  };
  const bot = fork(ENTRY, {
    env: { ...process.env, ...settings },
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  await once(bot, 'message');
  const told = once(bot, 'message');
  bot.send(work);
  // The process answers nothing else.
  const [figures] = (await told) as [DigestFigures];
  bot.send('stop');
  await once(bot, 'exit');
  return figures;
}

function rowsOf(discord: LocalDiscord, { places }: DigestWork, figures: DigestFigures): Row[] {
  const posted = places.map(({ channelId }) => discord.world.messages(channelId).length);
  const wrong = posted.filter((messages) => messages !== 1).length;
  const none = { of: 'value', bound: '≤', limit: 0 } as const;
  const seconds = (name: string, ms: number): Row => row({ name, value: ms / 1000, unit: 's' });
  return [
    row({
      name: `${formatCount(places.length)} digests due at once: not posted exactly once`,
      value: wrong,
      unit: '',
      target: none,
    }),
    row({
      name: '  requests Discord would refuse',
      value: discord.traffic.violations.length,
      unit: '',
      target: none,
    }),
    seconds('  all planned and built', figures.lastBuilt),
    seconds('  first post', figures.firstPost),
    seconds('  last post', figures.lastPost),
    ...blockRows(figures.blocks),
    row({ name: '  memory before', value: figures.memoryBefore / MEGABYTE, unit: 'MB' }),
    row({ name: '  memory at its peak', value: figures.memoryPeak / MEGABYTE, unit: 'MB' }),
  ];
}
