import { MessageFlags, type APIMessage } from 'discord.js';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { startBotProcess } from '../discord/bot-process.ts';
import { eventually } from '../discord/eventually.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { lastRuns, scheduleDueToday } from './digest-due-today.ts';
import { startDigestProcess } from './digest-process.ts';

vi.setConfig({ testTimeout: 300_000 });

/** More than two messages hold. */
const ARTICLES = 60;
const POST_MESSAGE = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
const OPEN_THREAD = { method: 'POST', path: /\/threads$/ };
const PUBLISH = { method: 'POST', path: /\/crosspost$/ };
/** Longer than any test. */
const NEVER_MS = 3_600_000;

async function start() {
  const discord = await startLocalDiscord({ clock: systemClock });
  onTestFinished(() => discord.close());
  const { world } = discord;
  const guildId = world.addGuild({ name: 'Newsroom' }).id;
  const text = world.addChannel(guildId, { name: 'news' }).id;
  const announcement = world.addChannel(guildId, { name: 'to-all', kind: 'announcement' }).id;
  const forum = world.addChannel(guildId, { name: 'posts', kind: 'forum' }).id;
  return { discord, guildId, text, announcement, forum, folder: await temporaryFolder() };
}

type Scene = Awaited<ReturnType<typeof start>>;

/** One life after the other on the same data, each of which ends at its step. */
async function killAtEach({ folder, discord }: Scene, ...steps: readonly string[]): Promise<void> {
  for (const step of steps) await startDigestProcess(folder, discord, step).killed();
}

/** Kills it when Discord has done what it was asked for, before the bot hears of it. */
async function killUnanswered(
  { discord, folder }: Scene,
  match: { readonly method: string; readonly path: RegExp },
  isDone: () => boolean,
): Promise<void> {
  expect(isDone()).toBe(false);
  discord.faults.answer(match, { kind: 'delay', ms: NEVER_MS, after: true });
  const bot = startDigestProcess(folder, discord);
  await bot.logged('ready');
  await eventually(() => {
    expect(isDone(), `after ${bot.steps.join(', ')}`).toBe(true);
  });
  await bot.kill();
  discord.faults.clear();
}

/** All messages of a channel and its threads. */
function messagesIn({ world }: LocalDiscord, channelId: string): APIMessage[] {
  const threads = world.threads(channelId).flatMap(({ id }) => world.messages(id));
  return [...world.messages(channelId), ...threads];
}

/** Every part has its own button, in the order of the parts. */
function partsIn(messages: readonly APIMessage[]): string[] {
  return messages.flatMap(
    ({ components }) => JSON.stringify(components).match(/dask:[^"]*/g) ?? [],
  );
}

function hasFlag(message: APIMessage | undefined, flag: MessageFlags): boolean {
  return ((message?.flags ?? 0) & flag) !== 0;
}

test('a bot that is killed at every step posts each digest once, and two at a time do as well', async () => {
  const scene = await start();
  const { discord, guildId, text, announcement, forum, folder } = scene;
  const { world } = discord;
  const channels = [text, announcement, forum];
  const now = systemClock.now();
  const publishIn = announcement;
  await scheduleDueToday(folder, now, { guildId, channels, publishIn, articles: ARTICLES });

  const first = () => world.messages(text);
  const thread = () => world.threads(text)[0]?.id ?? '';
  await killAtEach(scene, 'due', 'built', 'recorded', 'sending');
  expect(first()).toEqual([]);
  await killUnanswered(scene, POST_MESSAGE, () => first().length === 1);
  await killAtEach(scene, 'sent');
  await killUnanswered(scene, OPEN_THREAD, () => thread() !== '');
  await killUnanswered(scene, POST_MESSAGE, () => messagesIn(discord, text).length === 2);
  await killAtEach(scene, 'posted');

  const announced = () => hasFlag(world.messages(announcement)[0], MessageFlags.Crossposted);
  await killAtEach(scene, 'publishing');
  await killUnanswered(scene, PUBLISH, announced);

  await killUnanswered(scene, OPEN_THREAD, () => world.threads(forum).length === 1);
  await killUnanswered(scene, POST_MESSAGE, () => messagesIn(discord, forum).length === 2);

  // A fourth digest of the guild is posted after the three: then nothing is left of them.
  const last = world.addChannel(guildId, { name: 'last' }).id;
  await scheduleDueToday(folder, now, { guildId, channels: [last], articles: 0 });
  const bot = startDigestProcess(folder, discord);
  await bot.logged('ready');
  const second = startBotProcess({
    DATA_DIR: folder,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  });
  const { code, stderr } = await second.ended;
  expect(stderr).toMatch(/^The archive .+ is in use by another Archivist process .+$/m);
  expect(code).toBe(1);
  await eventually(() => {
    expect(world.messages(last)).toHaveLength(1);
  });
  await bot.stop();

  // What was published unanswered is published already.
  expect(discord.traffic.violations).toMatchObject([{ error: { code: 40_033 } }]);
  expect(channels.map((id) => world.threads(id).length)).toEqual([1, 1, 1]);
  expect(first()).toHaveLength(1);
  const runs = await lastRuns(folder, now, guildId);
  expect(runs.map((run) => run?.outcome)).toEqual(['posted', 'posted', 'posted', 'posted']);
  for (const [at, channelId] of channels.entries()) {
    const messages = messagesIn(discord, channelId);
    expect(runs[at]?.message?.messageId).toBe(messages[0]?.id);
    const [runId] = /(?<=dask:)[^:]+/.exec(partsIn(messages)[0] ?? '') ?? [''];
    expect(messages.length).toBeGreaterThan(2);
    expect(partsIn(messages)).toEqual(messages.map((_, part) => `dask:${runId}:${part}`));
  }
});
