import { RESTJSONErrorCodes as Codes, Routes, type ForumChannel } from 'discord.js';
import { z } from 'zod';
import type { PartToSend, SentPart } from '../../../digest/poster.ts';
import type { Log } from '../../../log.ts';
import { requiresTag } from '../channel-check.ts';
import { decodePart, type PartBody } from './part-body.ts';
import { isRefused, postErrorOf } from './post-failure.ts';
import { mayOpenThread, type PostPlace } from './post-place.ts';
import type { PostRest } from './post-rest.ts';

export interface SendPorts {
  readonly rest: PostRest;
  readonly log: Log;
}

const created = z.object({ id: z.string() });

/** See `DigestPoster.send`; throws what the requests throw, and `PostError`. */
export async function sendPart(
  ports: SendPorts,
  part: PartToSend,
  place: PostPlace,
  signal?: AbortSignal,
): Promise<SentPart> {
  const body = decodePart(part.body);
  switch (place.kind) {
    case 'forum':
      return await openPost(ports, place.channel, body, signal);
    case 'below': {
      const opened = await openThread(ports, place, body, signal);
      const channelId = opened ? place.messageId : place.channel.id;
      return await sendMessage(ports, channelId, body, part.nonce, signal);
    }
    case 'channel':
      return await sendMessage(ports, place.channelId, body, part.nonce, signal);
  }
}

async function sendMessage(
  { rest }: SendPorts,
  channelId: string,
  { message }: PartBody,
  nonce: string,
  signal: AbortSignal | undefined,
): Promise<SentPart> {
  const body = { ...message, nonce, enforce_nonce: true };
  const sent = await rest.post(Routes.channelMessages(channelId), { body }, signal);
  return { channelId, messageId: created.parse(sent).id };
}

/** A thread with a first message, which has its id. */
async function openPost(
  { rest }: SendPorts,
  forum: ForumChannel,
  { title, message }: PartBody,
  signal: AbortSignal | undefined,
): Promise<SentPart> {
  const body = { name: title, message, applied_tags: tagsFor(forum) };
  const { id } = created.parse(await rest.post(Routes.threads(forum.id), { body }, signal));
  return { channelId: id, messageId: id };
}

/** One that everybody may give, where the forum wants one. */
function tagsFor(forum: ForumChannel): string[] {
  if (!requiresTag(forum)) return [];
  const [first] = forum.availableTags;
  const tag = forum.availableTags.find(({ moderated }) => !moderated) ?? first;
  return tag === undefined ? [] : [tag.id];
}

/**
 * Is there a thread under the message now? Where there cannot be one, the digest goes on in the channel.
 * @throws {PostError} when that is not known.
 */
async function openThread(
  { rest, log }: SendPorts,
  { channel, messageId }: Extract<PostPlace, { readonly kind: 'below' }>,
  { title }: PartBody,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (channel.threads.cache.has(messageId)) return true;
  if (!mayOpenThread(channel)) return false;
  try {
    await rest.post(Routes.threads(channel.id, messageId), { body: { name: title } }, signal);
    return true;
  } catch (error) {
    if (isRefused(error, Codes.ThreadAlreadyCreatedForMessage)) return true;
    if (isRefused(error, ...NO_THREAD)) {
      log.info({ err: error, channel: channel.id }, 'a digest goes on without a thread');
      return false;
    }
    throw postErrorOf(error, { missing: () => [], posts: false });
  }
}

const NO_THREAD = [
  Codes.UnknownMessage,
  Codes.MissingPermissions,
  Codes.CannotExecuteActionOnThisChannelType,
  Codes.MaximumActiveThreads,
  Codes.MaximumActiveAnnouncementThreads,
] as const;
