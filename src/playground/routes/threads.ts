import { ChannelType, MessageFlags, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Parts } from '../parts.ts';
import { refusal } from '../rest/api-error.ts';
import { NO_CONTENT, ok, type ApiRequest, type Route } from '../rest/route.ts';
import { without } from '../without.ts';
import { channelPayload } from '../world/payloads.ts';
import type { ChannelState, ForumState } from '../world/state.ts';
import { ARCHIVE_MINUTES, openThread, publicThreadIn, type ThreadDraft } from '../world/threads.ts';
import { demand, reachChannel, reachMessage } from './access.ts';
import { archivedRoute } from './archived-threads.ts';
import { archiveMinutes, parse, threadName } from './channels.ts';
import { checkedMessage } from './checked-message.ts';
import { create } from './messages.ts';

/** Of one post. */
const MOST_TAGS = 5;

const fromMessageSchema = z.object({
  name: threadName,
  auto_archive_duration: archiveMinutes
    .nullish()
    .transform((minutes) => minutes ?? ARCHIVE_MINUTES),
});
const freeSchema = fromMessageSchema.extend({
  type: z
    .union([
      z.literal(ChannelType.AnnouncementThread),
      z.literal(ChannelType.PublicThread),
      z.literal(ChannelType.PrivateThread),
    ])
    .default(ChannelType.PrivateThread),
});
const postSchema = fromMessageSchema.extend({
  message: z.record(z.string(), z.unknown()),
  applied_tags: z.array(z.string()).max(MOST_TAGS).default([]),
});

/** Opening threads, and who is in them. */
export function threadRoutes(parts: Parts): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/channels/:channel/messages/:message/threads',
      handle: (request) => fromMessage(parts, request),
    },
    {
      method: 'POST',
      pattern: '/channels/:channel/threads',
      handle: (request) => {
        const channel = reachChannel(parts, request);
        if (channel.forum !== null) return post(parts, channel, channel.forum, request);
        return free(parts, channel, request);
      },
    },
    archivedRoute(parts),
    ...memberRoutes(parts),
  ];
}

function memberRoutes(parts: Parts): Route[] {
  const pattern = '/channels/:channel/thread-members';
  const reach = (request: ApiRequest) => {
    const channel = reachChannel(parts, request);
    if (channel.thread === null) throw refusal('notOnThisChannelType');
    return { channel, thread: channel.thread };
  };
  const idOf = ({ params }: ApiRequest): string =>
    params['user'] === '@me' || params['user'] === undefined ? parts.state.bot.id : params['user'];
  return [
    {
      method: 'GET',
      pattern,
      handle: (request) => {
        const { channel, thread } = reach(request);
        const entry = (id: string) => ({
          id: channel.id,
          user_id: id,
          join_timestamp: thread.createdAt,
          flags: 0,
        });
        return ok([...thread.members].map(entry));
      },
    },
    {
      method: 'PUT',
      pattern: `${pattern}/:user`,
      handle: (request) => {
        const { channel, thread } = reach(request);
        const id = idOf(request);
        if (thread.archived) throw refusal('threadArchived');
        if (id !== parts.state.bot.id) demand(parts, channel, Bits.SendMessagesInThreads);
        if (!parts.state.guildOf(channel).members.has(id)) throw refusal('unknownMember');
        thread.members.add(id);
        return NO_CONTENT;
      },
    },
    {
      method: 'DELETE',
      pattern: `${pattern}/:user`,
      handle: (request) => {
        const { channel, thread } = reach(request);
        const id = idOf(request);
        if (id !== parts.state.bot.id && thread.ownerId !== parts.state.bot.id) {
          demand(parts, channel, Bits.ManageThreads);
        }
        thread.members.delete(id);
        return NO_CONTENT;
      },
    },
  ];
}

function open(
  parts: Parts,
  parent: ChannelState,
  draft: Omit<ThreadDraft, 'ownerId'>,
): ChannelState {
  const channel = openThread(parts, parent, { ...draft, ownerId: parts.state.bot.id });
  const payload = { ...channelPayload(channel), newly_created: true };
  parts.gateway.dispatch(parent.guildId, 'THREAD_CREATE', payload);
  return channel;
}

function fromMessage(parts: Parts, request: ApiRequest) {
  const { channel, stored } = reachMessage(parts, request);
  const fields = parse(fromMessageSchema, request.json);
  const type = publicThreadIn(channel);
  if (type === null) throw refusal('notOnThisChannelType');
  demand(parts, channel, Bits.CreatePublicThreads);
  // Such a thread has the id of its message.
  if (parts.state.channels.has(stored.message.id)) throw refusal('threadExists');
  const thread = open(parts, channel, {
    id: stored.message.id,
    name: fields.name,
    type,
    autoArchiveMinutes: fields.auto_archive_duration,
  });
  parts.messages.addFlag(stored, MessageFlags.HasThread);
  return ok(channelPayload(thread), 201);
}

function free(parts: Parts, channel: ChannelState, request: ApiRequest) {
  const fields = parse(freeSchema, request.json);
  if (channel.thread !== null) throw refusal('notOnThisChannelType');
  const isPrivate = fields.type === ChannelType.PrivateThread;
  demand(parts, channel, isPrivate ? Bits.CreatePrivateThreads : Bits.CreatePublicThreads);
  const thread = open(parts, channel, {
    id: parts.ids.next(),
    name: fields.name,
    type: fields.type,
    autoArchiveMinutes: fields.auto_archive_duration,
  });
  return ok(channelPayload(thread), 201);
}

/** A post in a forum: a thread and its first message, which has the thread's id. */
function post(parts: Parts, channel: ChannelState, forum: ForumState, request: ApiRequest) {
  const fields = parse(postSchema, request.json);
  demand(parts, channel, Bits.SendMessages);
  if (request.uploads.length > 0) demand(parts, channel, Bits.AttachFiles);
  const message = checkedMessage({ json: fields.message, uploads: request.uploads }, 'create');
  if (message.embeds?.length) demand(parts, channel, Bits.EmbedLinks);
  const thread = open(parts, channel, {
    id: parts.ids.next(),
    name: fields.name,
    type: ChannelType.PublicThread,
    autoArchiveMinutes: fields.auto_archive_duration,
    tags: checkedTags(parts, channel, forum, fields.applied_tags),
  });
  // These are of messages alone: here they are ignored, and the same post can be made twice.
  const taken = without(message, 'nonce', 'enforce_nonce', 'message_reference', 'tts');
  const first = create(parts, thread, taken, request.uploads, thread.id);
  return ok({ ...channelPayload(thread), message: first.message }, 201);
}

/** @throws {ApiError} when a needed one is missing, or one is given that there is not or that the bot may not give. */
function checkedTags(
  parts: Parts,
  channel: ChannelState,
  { tags, requiresTag }: ForumState,
  ids: readonly string[],
): readonly string[] {
  if (requiresTag && ids.length === 0) throw refusal('tagRequired');
  const given = ids.map((id) => tags.find((tag) => tag.id === id));
  if (given.includes(undefined)) throw refusal('unknownTag');
  if (given.some((tag) => tag?.moderated)) demand(parts, channel, Bits.ManageThreads);
  return ids;
}
