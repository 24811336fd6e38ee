import { PermissionFlagsBits as Bits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PartToSend, SentPart } from '../../../../src/digest/poster.ts';
import type { Fault } from '../../../../src/playground/local-discord.ts';
import { failureOf, LONG, partsIn, SHORT, startPosterKit, type PosterKit } from './poster-kit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANY_POST = { method: 'POST', path: /\/(?:messages|threads)$/ };
const MESSAGE = { method: 'POST', path: /\/messages$/ };

/** Gives the part whose fate is to be found out. */
type Prepare = (kit: PosterKit) => Promise<PartToSend>;

function firstPart({ partsOf }: PosterKit, channelId?: string): PartToSend {
  const [first] = partsOf(SHORT, channelId === undefined ? {} : { channelId });
  if (first === undefined) throw new Error('There is no part.');
  return first([]);
}

async function followingPart(
  { partsOf, poster }: PosterKit,
  at: 1 | 2,
  channelId?: string,
): Promise<PartToSend> {
  const parts = partsOf(LONG, channelId === undefined ? {} : { channelId });
  const sent: SentPart[] = [];
  for (const part of parts.slice(0, at)) sent.push(await poster.send(part([...sent])));
  const next = parts[at];
  if (next === undefined) throw new Error('There is no such part.');
  return next(sent);
}

function forumOf({ discord, guildId }: PosterKit): string {
  return discord.world.addChannel(guildId, { name: 'news', kind: 'forum' }).id;
}

const PLACES: readonly (readonly [string, Prepare])[] = [
  ['a channel', (kit) => Promise.resolve(firstPart(kit))],
  ['the thread under the first message', (kit) => followingPart(kit, 1)],
  ['that thread, later', (kit) => followingPart(kit, 2)],
  [
    'a channel without threads',
    async (kit) => {
      await kit.deny(Bits.CreatePublicThreads);
      return await followingPart(kit, 1);
    },
  ],
  [
    'a thread of somebody else',
    (kit) => {
      const { id } = kit.discord.world.addThread(kit.channelId, { name: 'News' });
      return Promise.resolve(firstPart(kit, id));
    },
  ],
  ['a forum', (kit) => Promise.resolve(firstPart(kit, forumOf(kit)))],
  ['a post of a forum', (kit) => followingPart(kit, 1, forumOf(kit))],
];

/** A thread may be there already, or not yet: that is asked. */
const ASKED = new Set([160_004, 10_003]);

function unexpected({ discord }: PosterKit): unknown[] {
  return discord.traffic.violations.filter(({ error }) => !ASKED.has(codeOf(error)));
}

function codeOf(error: unknown): number {
  return z.object({ code: z.number() }).parse(error).code;
}

describe.each(PLACES)('in %s', (_, prepare) => {
  test.each<readonly [string, Omit<Fault, 'after'>]>([
    ['an error of Discord', { kind: 'status', status: 502 }],
    ['a broken connection', { kind: 'drop' }],
  ])('%s leaves it open whether a part was posted, which is found out', async (_name, fault) => {
    const kit = await startPosterKit();
    const { discord, clock, poster } = kit;
    const part = await prepare(kit);
    const since = clock.now();
    const match = part.previous.length === 0 ? ANY_POST : MESSAGE;

    discord.faults.answer(match, fault);
    expect(await failureOf(poster.send(part))).toMatchObject({
      uncertain: true,
      problem: { kind: 'discord', permissions: [] },
    });
    clock.advance(10 * MINUTE);
    expect(await poster.find(part, since)).toBeNull();

    discord.faults.answer(match, { ...fault, after: true });
    expect(await failureOf(poster.send(part))).toMatchObject({ uncertain: true });
    clock.advance(3 * HOUR);
    const found = await poster.find(part, since);
    expect(found).not.toBeNull();
    expect(discord.world.messages(found?.channelId ?? '').map(({ id }) => id)).toContain(
      found?.messageId,
    );
    expect(unexpected(kit)).toEqual([]);
  });
});

describe('what is known for certain', () => {
  test('a thread that could not be opened has no message in it', async () => {
    const kit = await startPosterKit();
    const { discord, poster, channelId } = kit;
    const part = await followingPart(kit, 1);
    discord.faults.answer({ path: /\/threads$/ }, { kind: 'status', after: true });
    expect(await failureOf(poster.send(part))).toMatchObject({
      uncertain: false,
      problem: { kind: 'discord' },
    });
    const sent = await poster.send(part);
    expect(sent.channelId).toBe(part.previous[0]?.messageId);
    expect(partsIn(discord.world.messages(channelId))).toEqual([0]);
  });

  test('nothing was sent when Discord cannot be reached', async () => {
    const kit = await startPosterKit();
    const part = firstPart(kit);
    await kit.discord.close();
    // Goes over the connection that was open.
    expect(await failureOf(kit.poster.send(part))).toMatchObject({ uncertain: true });
    expect(await failureOf(kit.poster.send(part))).toMatchObject({
      uncertain: false,
      problem: { kind: 'discord' },
    });
  });

  test('nothing was sent when the bot stopped before', async () => {
    const kit = await startPosterKit();
    const before = kit.discord.traffic.requests.length;
    const failure = await failureOf(kit.poster.send(firstPart(kit), AbortSignal.abort()));
    expect(failure).toMatchObject({ uncertain: false });
    expect(kit.discord.traffic.requests).toHaveLength(before);
  });

  test('nothing is certain when the bot stops while it sends', async () => {
    const kit = await startPosterKit();
    const { discord, clock, poster, channelId } = kit;
    const part = firstPart(kit);
    const stop = new AbortController();
    discord.faults.answer(MESSAGE, { kind: 'delay', ms: 1_000, after: true });
    const failure = failureOf(poster.send(part, stop.signal));
    await expect.poll(() => discord.world.messages(channelId)).toHaveLength(1);
    stop.abort();
    expect(await failure).toMatchObject({ uncertain: true, problem: { kind: 'discord' } });
    clock.advance(1_000);
    expect(await poster.find(part, clock.now())).toMatchObject({ channelId });
  });
});

describe('a part is found', () => {
  test('among many later messages, but not beyond the time in question', async () => {
    const kit = await startPosterKit();
    const { clock, poster, member } = kit;
    const part = firstPart(kit);
    const since = clock.now();
    const sent = await poster.send(part);
    for (let count = 0; count < 250; count += 1) await member.post('talk');
    expect(await poster.find(part, since)).toEqual(sent);
    const later = new Date(since.getTime() + HOUR);
    clock.advance(2 * HOUR);
    expect(await poster.find(part, later)).toBeNull();
  });

  test.each(['a channel', 'a forum'])('in %s, though our clock is ahead, or was', async (where) => {
    const kit = await startPosterKit();
    const part = firstPart(kit, where === 'a forum' ? forumOf(kit) : kit.channelId);
    const sent = await kit.poster.send(part);
    const ahead = new Date(kit.clock.now().getTime() + 48 * HOUR);
    expect(await kit.poster.find(part, ahead)).toEqual(sent);
    kit.clock.shift(48 * HOUR);
    expect(await kit.poster.find(part, ahead)).toEqual(sent);
  });

  test('in a post that was closed since', async () => {
    const kit = await startPosterKit();
    const part = firstPart(kit, forumOf(kit));
    const since = kit.clock.now();
    const sent = await kit.poster.send(part);
    kit.clock.advance(HOUR);
    kit.discord.world.archiveThread(sent.channelId);
    expect(await kit.poster.find(part, since)).toEqual(sent);
  });

  test('and no other part or post for it', async () => {
    const kit = await startPosterKit();
    const { clock, poster, post, partsOf, discord, guildId } = kit;
    const since = clock.now();
    const forum = forumOf(kit);
    const [, missing] = partsOf(LONG, { channelId: forum });
    const [first] = await post(SHORT, { channelId: forum });
    discord.world.addThread(forum, { name: 'Talk' });
    expect(first && missing && (await poster.find(missing([first]), since))).toBeNull();
    const other = { ...firstPart(kit, forum), runId: 'otherrunother' };
    expect(await poster.find(other, since)).toBeNull();
    expect(discord.world.messages(guildId)).toEqual([]);
  });
});

describe('without the permission to read the history', () => {
  const refusal = {
    uncertain: true,
    problem: { kind: 'missing-permission', permissions: ['ReadMessageHistory'] },
  };

  test('a message may be sent again while its nonce is remembered, and no longer', async () => {
    const kit = await startPosterKit();
    const { clock, poster, deny, discord, channelId } = kit;
    await deny(Bits.ReadMessageHistory);
    const part = firstPart(kit);
    const since = clock.now();
    const sent = await poster.send(part);
    clock.advance(2 * MINUTE);
    expect(await poster.find(part, since)).toBeNull();
    expect(await poster.send(part)).toEqual(sent);
    expect(discord.world.messages(channelId)).toHaveLength(1);
    clock.advance(1);
    expect(await failureOf(poster.find(part, since))).toMatchObject(refusal);
  });

  test('a message is not sent again when the clock was set back', async () => {
    const kit = await startPosterKit();
    await kit.deny(Bits.ReadMessageHistory);
    const since = new Date(kit.clock.now().getTime() + 1);
    expect(await failureOf(kit.poster.find(firstPart(kit), since))).toMatchObject(refusal);
  });

  test('a post of a forum is missing when the bot has none there', async () => {
    const kit = await startPosterKit();
    const { clock, poster } = kit;
    const forum = forumOf(kit);
    await kit.deny(Bits.ReadMessageHistory, forum);
    const part = firstPart(kit, forum);
    const since = clock.now();
    expect(await poster.find(part, since)).toBeNull();
    await poster.send(part);
    expect(await failureOf(poster.find(part, since))).toMatchObject(refusal);
  });
});
