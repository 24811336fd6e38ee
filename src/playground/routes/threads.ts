import { ChannelType, MessageFlags, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Parts } from '../parts.ts';
import { refusal } from '../rest/api-error.ts';
import { NO_CONTENT, ok, type ApiRequest, type Route } from '../rest/route.ts';
import { channelPayload } from '../world/payloads.ts';
import type { ChannelState } from '../world/state.ts';
import { demand, reachChannel, reachMessage } from './access.ts';
import { archiveMinutes, parse, threadName } from './channels.ts';
import { checkedMessage } from './checked-message.ts';
import { create } from './messages.ts';

const fromMessageSchema = z.object({
  name: threadName,
  auto_archive_duration: archiveMinutes.default(1_440),
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
const postSchema = fromMessageSchema.extend({ message: z.record(z.string(), z.unknown()) });

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
        if (channel.type === ChannelType.GuildForum) return post(parts, channel, request);
        return free(parts, channel, request);
      },
    },
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

interface ThreadDraft {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly autoArchiveMinutes: number;
}

function open(parts: Parts, parent: ChannelState, draft: ThreadDraft): ChannelState {
  const { state, clock, gateway } = parts;
  const now = clock.now().toISOString();
  const channel: ChannelState = {
    id: draft.id,
    guildId: parent.guildId,
    name: draft.name,
    type: draft.type,
    position: 0,
    parentId: parent.id,
    overwrites: new Map(),
    lastMessageId: null,
    thread: {
      ownerId: state.bot.id,
      members: new Set([state.bot.id]),
      archived: false,
      locked: false,
      autoArchiveMinutes: draft.autoArchiveMinutes,
      archiveChangedAt: now,
      createdAt: now,
      messageCount: 0,
    },
  };
  state.channels.set(channel.id, channel);
  state.guildOf(parent).channels.set(channel.id, channel);
  const payload = { ...channelPayload(channel), newly_created: true };
  gateway.dispatch(parent.guildId, 'THREAD_CREATE', payload);
  return channel;
}

function fromMessage(parts: Parts, request: ApiRequest) {
  const { channel, stored } = reachMessage(parts, request);
  const fields = parse(fromMessageSchema, request.json);
  const type = threadTypeIn(channel);
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

function threadTypeIn({ type }: ChannelState): ChannelType {
  if (type === ChannelType.GuildText) return ChannelType.PublicThread;
  if (type === ChannelType.GuildAnnouncement) return ChannelType.AnnouncementThread;
  throw refusal('notOnThisChannelType');
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
function post(parts: Parts, channel: ChannelState, request: ApiRequest) {
  const fields = parse(postSchema, request.json);
  demand(parts, channel, Bits.SendMessages);
  if (request.uploads.length > 0) demand(parts, channel, Bits.AttachFiles);
  const message = checkedMessage({ json: fields.message, uploads: request.uploads }, 'create');
  const thread = open(parts, channel, {
    id: parts.ids.next(),
    name: fields.name,
    type: ChannelType.PublicThread,
    autoArchiveMinutes: fields.auto_archive_duration,
  });
  const first = create(parts, thread, message, request.uploads, thread.id);
  return ok({ ...channelPayload(thread), message: first.message }, 201);
}
