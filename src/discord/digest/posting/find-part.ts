import {
  PermissionFlagsBits as Bits,
  RESTJSONErrorCodes as Codes,
  Routes,
  SnowflakeUtil,
  type Client,
  type ForumChannel,
} from 'discord.js';
import { z } from 'zod';
import type { Clock } from '../../../clock.ts';
import { PostError, type PartToSend, type SentPart } from '../../../digest/poster.ts';
import { customId } from '../../custom-id.ts';
import { DIGEST_ACTIONS } from '../../render/digest/actions.ts';
import { isRefused } from './post-failure.ts';
import { lacking, placeOf, reachChannel, type PostPlace } from './post-place.ts';
import type { PostRest } from './post-rest.ts';

export interface FindPorts {
  readonly client: Client<true>;
  readonly rest: PostRest;
  readonly clock: Clock;
}

/** Our clock and Discord's may differ by as much. Milliseconds. */
const CLOCK_SKEW_MS = 5 * 60_000;
/** So long a nonce keeps a message from appearing twice; Discord says "the past few minutes". Milliseconds. */
const NONCE_MEMORY_MS = 2 * 60_000;
/** Messages, and threads, of a page. */
const PAGE = 100;

/** No post is archived earlier by itself. Milliseconds. */
const NEVER_ARCHIVED_MS = 50 * 60_000;

/** So many posts are looked at whatever the clock says. */
const LATEST_POSTS = 5;

const component = z.object({
  custom_id: z.string().optional(),
  components: z.array(z.unknown()).default([]),
});
const message = z.object({ id: z.string(), components: z.array(z.unknown()).default([]) });
const messageList = z.array(message);
const thread = z.object({
  id: z.string(),
  parent_id: z.string().nullish(),
  owner_id: z.string().nullish(),
  thread_metadata: z.object({ archive_timestamp: z.string() }),
});
const threadList = z.object({ threads: z.array(thread), has_more: z.boolean().optional() });

/**
 * Looks for a part by the custom id of its button. Without the permission to read the history, only what a nonce protects
 * is known to be safe to send again.
 * @throws what the requests throw, and `PostError`.
 */
export async function findPart(
  { client, rest, clock }: FindPorts,
  part: PartToSend,
  since: Date,
  signal?: AbortSignal,
): Promise<SentPart | null> {
  const place = await placeOf(client, part);
  const channel =
    place.kind === 'channel' ? await reachChannel(client, place.channelId) : place.channel;
  const search: Search = {
    rest,
    signal,
    id: customId(DIGEST_ACTIONS.ask, part.runId, part.at),
    oldest: oldestOf(part, since, clock.now()),
  };
  if (lacking(channel, [Bits.ReadMessageHistory])?.length !== 0) {
    const age = clock.now().getTime() - since.getTime();
    return await withoutHistory(search, place, age);
  }
  switch (place.kind) {
    case 'channel':
      return await inMessages(search, place.channelId);
    case 'below':
      return (await inThread(search, place.messageId)) ?? (await inMessages(search, channel.id));
    case 'forum':
      return await inForum(search, place.channel);
  }
}

interface Search {
  readonly rest: PostRest;
  readonly signal: AbortSignal | undefined;
  readonly id: string;
  /** A snowflake: what is looked for is younger. */
  readonly oldest: bigint;
}

/** The clock may be wrong, or have been when the part was sent; a message before it is certainly older. */
function oldestOf({ previous }: PartToSend, since: Date, now: Date): bigint {
  const before = previous.at(-1);
  if (before !== undefined) return BigInt(before.messageId);
  const timestamp = Math.min(since.getTime(), now.getTime()) - CLOCK_SKEW_MS;
  return SnowflakeUtil.generate({ timestamp, increment: 0n, workerId: 0n, processId: 0n });
}

/** @param age of the first attempt, in milliseconds; negative when the clock was set back. */
async function withoutHistory(search: Search, place: PostPlace, age: number): Promise<null> {
  const isSafe =
    place.kind === 'forum'
      ? isWithin(age, NEVER_ARCHIVED_MS) && (await hasNoPost(search, place.channel))
      : isWithin(age, NONCE_MEMORY_MS);
  if (isSafe) return null;
  const permissions = ['ReadMessageHistory'];
  throw new PostError({ kind: 'missing-permission', permissions }, true);
}

async function hasNoPost(search: Search, forum: ForumChannel): Promise<boolean> {
  const posts = await activePosts(search, forum);
  return posts.every((id) => BigInt(id) < search.oldest);
}

function isWithin(age: number, most: number): boolean {
  return age >= 0 && age <= most;
}

/** From the newest one on: the clock may have been ahead when it was sent. */
async function inMessages(search: Search, channelId: string): Promise<SentPart | null> {
  const { rest, signal, id, oldest } = search;
  let before: string | null = null;
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
    const page: z.infer<typeof messageList> = messageList.parse(
      await rest.get(Routes.channelMessages(channelId), { query }, signal),
    );
    const found = page.find(({ components }) => hasButton(components, id));
    if (found !== undefined) return { channelId, messageId: found.id };
    before = page.at(-1)?.id ?? null;
    if (before === null || page.length < PAGE || BigInt(before) < oldest) return null;
  }
}

async function inThread(search: Search, threadId: string): Promise<SentPart | null> {
  try {
    return await inMessages(search, threadId);
  } catch (error) {
    if (isRefused(error, Codes.UnknownChannel)) return null;
    throw error;
  }
}

async function inForum(search: Search, forum: ForumChannel): Promise<SentPart | null> {
  const active = await firstWithButton(search, await activePosts(search, forum));
  return active ?? (await firstWithButton(search, await archivedPosts(search, forum)));
}

/** A post and its first message have the same id. */
async function firstWithButton(
  { rest, signal, id }: Search,
  postIds: readonly string[],
): Promise<SentPart | null> {
  for (const postId of postIds) {
    const route = Routes.channelMessage(postId, postId);
    try {
      const { components } = message.parse(await rest.get(route, {}, signal));
      if (hasButton(components, id)) return { channelId: postId, messageId: postId };
    } catch (error) {
      if (!isRefused(error, Codes.UnknownMessage, Codes.UnknownChannel)) throw error;
    }
  }
  return null;
}

type Thread = z.infer<typeof thread>;

/** The bot's own posts that may hold it. */
async function activePosts(search: Search, forum: ForumChannel): Promise<string[]> {
  const { rest, signal } = search;
  const route = Routes.guildActiveThreads(forum.guild.id);
  const { threads } = threadList.parse(await rest.get(route, {}, signal));
  return ownPosts(search, forum, threads);
}

/** The same that were closed since. */
async function archivedPosts(search: Search, forum: ForumChannel): Promise<string[]> {
  const { rest, signal, oldest } = search;
  const own: string[] = [];
  let before: string | null = null;
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
    const route = Routes.channelThreads(forum.id, 'public');
    const page: z.infer<typeof threadList> = threadList.parse(
      await rest.get(route, { query }, signal),
    );
    own.push(...ownPosts(search, forum, page.threads));
    before = page.threads.at(-1)?.thread_metadata.archive_timestamp ?? null;
    const isAll = before === null || page.has_more !== true;
    if (isAll || Date.parse(before ?? '') < SnowflakeUtil.timestampFrom(oldest)) return own;
  }
}

/** Those of the time in question and, since the clock may be ahead, the latest before it. */
function ownPosts(
  { oldest }: Search,
  { id: forumId, client }: ForumChannel,
  threads: readonly Thread[],
): string[] {
  return threads
    .filter(({ parent_id: parent, owner_id: owner }) => {
      return parent === forumId && owner === client.user.id;
    })
    .map(({ id }) => BigInt(id))
    .sort((one, other) => (one < other ? 1 : -1))
    .filter((id, at) => at < LATEST_POSTS || id > oldest)
    .map(String);
}

function hasButton(components: readonly unknown[], id: string): boolean {
  return components.some((value) => {
    const parsed = component.safeParse(value);
    if (!parsed.success) return false;
    return parsed.data.custom_id === id || hasButton(parsed.data.components, id);
  });
}
