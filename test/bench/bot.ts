import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import type { Person, ShownMessage } from '../../src/playground/person/person.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { registerCommands } from '../discord/register-commands.ts';
import { archiveFolder, newDrafts, withCopy } from './archives.ts';
import { formatCount, type Bench, type BenchContext } from './bench.ts';
import type { BotFigures, BotRequest } from './bot-process.ts';
import { blockRows } from './loop-watch.ts';
import { percentile } from './measure.ts';
import { row, type Row } from './report.ts';
import { SyntheticArchive } from './synthetic-archive.ts';

const ENTRY = join(import.meta.dirname, 'bot-process.ts');
const PASSAGES = 10_000;
const MEMBERS = 100;
const AT_A_TIME = 20;
const MEGABYTE = 1_000_000;

/** Nobody is refused: the bench asks what the bot can bear, not what it allows. */
const SETTINGS = {
  USER_QUESTIONS_PER_MINUTE: '100000',
  GUILD_QUESTIONS_PER_MINUTE: '100000',
};

/** A hundred members ask through Discord's protocols as fast as the bot answers, while a moderator's articles are added. */
export const measureBot: Bench = async (context) => {
  const questions = context.quick ? 200 : 2_000;
  const articles = context.quick ? 20 : 200;
  return withCopy(await archiveFolder(PASSAGES, context), async (folder) => {
    const discord = await startLocalDiscord({ clock: systemClock });
    try {
      return await measure(discord, folder, { questions, articles }, context);
    } finally {
      await discord.close();
    }
  });
};

interface Work {
  readonly questions: number;
  readonly articles: number;
}

async function measure(
  discord: LocalDiscord,
  folder: string,
  work: Work,
  { note }: BenchContext,
): Promise<Row[]> {
  const settings = {
    ...SETTINGS,
    DATA_DIR: folder,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  };
  const { members, moderator } = populate(discord);
  await registerCommands(readConfig(settings));
  const bot = fork(ENTRY, {
    env: { ...process.env, ...settings },
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  await once(bot, 'message');
  const before = await call(bot, 'watch');
  note(`${work.questions} questions while ${work.articles} articles are added`);
  const adding = addArticles(moderator, work.articles);
  const started = performance.now();
  const replies = await askAll(members, work.questions);
  const seconds = (performance.now() - started) / 1000;
  const receipt = await adding;
  const after = await call(bot, 'tell');
  bot.send('stop' satisfies BotRequest);
  await once(bot, 'exit');
  return rowsOf({ discord, work, seconds, replies, before, after, receipt });
}

function populate(discord: LocalDiscord): {
  readonly members: readonly Person[];
  readonly moderator: Person;
} {
  const { world } = discord;
  const guild = world.addGuild({ name: 'Newsroom' }).id;
  const channel = world.addChannel(guild, { name: 'general' }).id;
  const role = world.addRole(guild, {
    name: 'Moderators',
    permissions: PermissionFlagsBits.ManageMessages,
  });
  const person = (name: string, roles: readonly string[]): Person =>
    discord.as(world.addMember(guild, { name, roles }).id, channel);
  return {
    members: Array.from({ length: MEMBERS }, (_, at) => person(`Member ${at + 1}`, [])),
    moderator: person('Moderator', [role.id]),
  };
}

/** Brings the articles as one file and adds them; the text of the receipt. */
async function addArticles(moderator: Person, count: number): Promise<string> {
  const drafts = newDrafts(PASSAGES, new SyntheticArchive(PASSAGES).articles, count);
  const lines = drafts.map((draft) => `${JSON.stringify(draft)}\n`).join('');
  const upload = await moderator.slash('ingest file', {
    file: { file: { name: 'articles.jsonl', data: new TextEncoder().encode(lines) } },
  });
  const preview = await upload.until(hasButton('Add'));
  const adding = await moderator.click(preview, labelOf(preview, 'Add'));
  return (await adding.until(hasButton('Undo'))).text;
}

function hasButton(label: string): (message: ShownMessage) => boolean {
  return (message) => message.buttons.some((button) => button.label.startsWith(label));
}

function labelOf({ buttons }: ShownMessage, label: string): string {
  return buttons.find((button) => button.label.startsWith(label))?.label ?? label;
}

interface Replies {
  /** Milliseconds from the question to its answer. */
  readonly times: readonly number[];
  readonly failed: number;
}

async function askAll(members: readonly Person[], count: number): Promise<Replies> {
  const questions = new SyntheticArchive(PASSAGES).questions(count);
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const askOn = async (): Promise<void> => {
    while (next < count) {
      const at = next++;
      const member = members[at % members.length];
      const started = performance.now();
      try {
        const asked = await member?.slash('ask', { question: questions[at] ?? '' });
        await asked?.reply();
        times.push(performance.now() - started);
      } catch {
        failed++;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, askOn));
  return { times, failed };
}

async function call(bot: ChildProcess, request: BotRequest): Promise<BotFigures> {
  const told = once(bot, 'message');
  bot.send(request);
  // The process answers nothing else.
  const [figures] = (await told) as [BotFigures];
  return figures;
}

interface Measured {
  readonly discord: LocalDiscord;
  readonly work: Work;
  readonly seconds: number;
  readonly replies: Replies;
  readonly before: BotFigures;
  readonly after: BotFigures;
  readonly receipt: string;
}

function rowsOf({ discord, work, seconds, replies, before, after, receipt }: Measured): Row[] {
  const { interactions, violations } = discord.traffic;
  const late = interactions.filter(({ acknowledgedMs }) => acknowledgedMs === null).length;
  const first = interactions.flatMap(({ acknowledgedMs }) => acknowledgedMs ?? []);
  const lost = replies.failed + Number(!receipt.includes(formatCount(work.articles)));
  const none = { of: 'value', bound: '≤', limit: 0 } as const;
  const ms = (name: string, value: number): Row => row({ name, value, unit: 'ms' });
  const name = `${formatCount(work.questions)} questions of ${MEMBERS} members, ${AT_A_TIME} at a time`;
  return [
    row({ name: `${name}: unacknowledged`, value: late, unit: '', target: none }),
    row({ name: '  failed, or articles not added', value: lost, unit: '', target: none }),
    row({
      name: '  requests Discord would refuse',
      value: violations.length,
      unit: '',
      target: none,
    }),
    ms('  first response p50', percentile(first, 0.5)),
    ms('  first response p95', percentile(first, 0.95)),
    ms('  first response p99', percentile(first, 0.99)),
    ms('  answer p50', percentile(replies.times, 0.5)),
    ms('  answer p95', percentile(replies.times, 0.95)),
    row({ name: '  answers', value: replies.times.length / seconds, unit: '1/s' }),
    ...blockRows(after.blocks, { of: 'value', bound: '≤', limit: 50 }),
    row({ name: '  memory before', value: before.memory / MEGABYTE, unit: 'MB' }),
    row({ name: '  memory after', value: after.memory / MEGABYTE, unit: 'MB' }),
  ];
}
