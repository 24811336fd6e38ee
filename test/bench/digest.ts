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
  const folder = await archiveFolder(passages, context);
  const run = async (task: DigestWork['task']): Promise<Row[]> =>
    withCopy(folder, async (copy) => {
      const discord = await startLocalDiscord({ clock: systemClock });
      try {
        const places = populate(discord, count);
        const work = { places, passages, newArticles: NEW_ARTICLES, task };
        note(`${formatCount(count)} digests: ${task}`);
        const figures = await measure(discord, copy, work);
        return task === 'build' ? buildRows(work, figures) : postRows(discord, work, figures);
      } finally {
        await discord.close();
      }
    });
  return [...(await run('build')), ...(await run('post'))];
};

function populate({ world }: LocalDiscord, count: number): DigestWork['places'] {
  return Array.from({ length: count / DIGESTS_PER_GUILD }, (_, at) => {
    const guildId = world.addGuild({ name: `Newsroom ${at + 1}` }).id;
    return Array.from({ length: DIGESTS_PER_GUILD }, (__, n) => {
      return { guildId, channelId: world.addChannel(guildId, { name: `digest-${n + 1}` }).id };
    });
  }).flat();
}

async function measure(
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

function buildRows({ places }: DigestWork, figures: DigestFigures): Row[] {
  return [
    seconds(`${formatCount(places.length)} digests planned and built`, figures.last),
    ...costRows(figures),
  ];
}

function postRows(discord: LocalDiscord, { places }: DigestWork, figures: DigestFigures): Row[] {
  const posts = places.map(({ channelId }) => discord.world.messages(channelId).length);
  const wrong = posts.filter((messages) => messages !== 1).length;
  const { requests, violations } = discord.traffic;
  const messages = requests.filter(({ path, method }) => method === 'POST' && MESSAGE.test(path));
  const none = { of: 'value', bound: '≤', limit: 0 } as const;
  const count = { unit: '', target: none };
  return [
    row({
      name: `${formatCount(places.length)} digests due at once: not posted exactly once`,
      value: wrong,
      ...count,
    }),
    row({ name: '  requests Discord would refuse', value: violations.length, ...count }),
    row({ name: '  messages', value: messages.length, unit: '' }),
    seconds('  first post', figures.first),
    seconds('  last post', figures.last),
    ...costRows(figures),
  ];
}

const MESSAGE = /^\/channels\/\d+\/messages$/;

function costRows({ blocks, memoryBefore, memoryPeak }: DigestFigures): Row[] {
  return [
    ...blockRows(blocks),
    row({ name: '  memory before', value: memoryBefore / MEGABYTE, unit: 'MB' }),
    row({ name: '  memory at its peak', value: memoryPeak / MEGABYTE, unit: 'MB' }),
  ];
}

function seconds(name: string, ms: number): Row {
  return row({ name, value: ms / 1000, unit: 's' });
}
