import {
  ChannelType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as Bits,
  type APIMessage,
} from 'discord-api-types/v10';
import { hasFlag } from '../flags.ts';
import { withoutContent } from '../gateway/intents.ts';
import type { MessageFields } from '../messages/message-fields.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import type { Parts } from '../parts.ts';
import { refusal, refuseInvalid } from '../rest/api-error.ts';
import { NO_CONTENT, ok, type ApiRequest, type Route } from '../rest/route.ts';
import { channelPayload } from '../world/payloads.ts';
import type { ChannelState, ThreadState } from '../world/state.ts';
import { botMay, demand, reachChannel, reachMessage } from './access.ts';
import { checkedMessage } from './checked-message.ts';
import { sendOnce } from './nonces.ts';

const LIST = '/channels/:channel/messages';
const ONE = `${LIST}/:message`;
/** Messages a list holds. */
const PAGE = 50;
const LARGEST_PAGE = 100;

/** Messages of channels. */
export function messageRoutes(parts: Parts): Route[] {
  return [
    { method: 'GET', pattern: LIST, handle: (request) => list(parts, request) },
    {
      method: 'POST',
      pattern: LIST,
      handle: (request) => {
        const channel = reachChannel(parts, request);
        demandSending(parts, channel, request);
        const fields = checkedMessage(request, 'create');
        const where = { channelId: channel.id, authorId: parts.state.bot.id };
        const stored = sendOnce(parts, where, fields, () =>
          create(parts, channel, fields, request.uploads),
        );
        return ok(stored.message);
      },
    },
    {
      method: 'GET',
      pattern: ONE,
      handle: (request) => {
        const { channel, stored } = reachMessage(parts, request);
        demand(parts, channel, Bits.ReadMessageHistory);
        return ok(asRead(parts, stored.message));
      },
    },
    { method: 'PATCH', pattern: ONE, handle: (request) => edit(parts, request) },
    {
      method: 'DELETE',
      pattern: ONE,
      handle: (request) => {
        const { channel, stored } = reachMessage(parts, request);
        if (!isOwn(parts, stored)) demand(parts, channel, Bits.ManageMessages);
        parts.messages.delete(stored);
        return NO_CONTENT;
      },
    },
    {
      method: 'POST',
      pattern: `${ONE}/crosspost`,
      handle: (request) => crosspost(parts, request),
    },
    {
      method: 'POST',
      pattern: '/channels/:channel/typing',
      handle: (request) => {
        demand(parts, reachChannel(parts, request), Bits.SendMessages);
        return NO_CONTENT;
      },
    },
  ];
}

/** @throws {ApiError} unless the bot may write here what the request brings. */
function demandSending(parts: Parts, channel: ChannelState, request: ApiRequest): void {
  if (channel.type === ChannelType.GuildForum) throw refusal('wrongChannelKind');
  demandWriting(parts, channel);
  const { embeds, message_reference: reference } = (request.json ?? {}) as MessageFields;
  if (request.uploads.length > 0) demand(parts, channel, Bits.AttachFiles);
  if (embeds?.length) demand(parts, channel, Bits.EmbedLinks);
  if (reference !== undefined) demand(parts, channel, Bits.ReadMessageHistory);
}

function demandWriting(parts: Parts, channel: ChannelState): void {
  const send = channel.thread === null ? Bits.SendMessages : Bits.SendMessagesInThreads;
  demand(parts, channel, send);
  if (channel.thread?.locked !== true || botMay(parts, channel, Bits.ManageThreads)) return;
  throw refusal(channel.thread.archived ? 'threadArchived' : 'threadLocked');
}

/**
 * Posts as the bot. A thread that was archived wakes up.
 * @param id where the message cannot have one of its own: the first one of a forum's post.
 */
export function create(
  parts: Parts,
  channel: ChannelState,
  fields: MessageFields,
  uploads: ApiRequest['uploads'],
  id?: string,
): StoredMessage {
  if (channel.thread?.archived === true) wake(parts, channel, channel.thread);
  const origin = { ...replyOrigin(parts, channel, fields), ...(id === undefined ? {} : { id }) };
  return parts.messages.create({ channel, author: parts.state.bot, fields, uploads, origin });
}

function wake(parts: Parts, channel: ChannelState, thread: ThreadState): void {
  thread.archived = false;
  thread.archiveChangedAt = parts.clock.now().toISOString();
  parts.gateway.dispatch(channel.guildId, 'THREAD_UPDATE', channelPayload(channel));
}

function replyOrigin(
  parts: Parts,
  channel: ChannelState,
  { message_reference: reference }: MessageFields,
): Partial<APIMessage> {
  if (reference === undefined) return {};
  const answered = parts.messages.find(channel.id, reference.message_id);
  if (answered === undefined && reference.fail_if_not_exists === false) return {};
  if (answered === undefined) {
    const code = 'REPLIES_UNKNOWN_MESSAGE';
    refuseInvalid([{ path: ['message_reference'], code, message: 'Unknown message' }]);
  }
  return {
    type: MessageType.Reply,
    referenced_message: answered?.message ?? null,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: channel.id,
      guild_id: channel.guildId,
      message_id: reference.message_id,
    },
  };
}

function list(parts: Parts, request: ApiRequest) {
  const channel = reachChannel(parts, request);
  if (!botMay(parts, channel, Bits.ReadMessageHistory)) return ok([]);
  const limit = Number(request.query.get('limit') ?? PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    const message = `int value should be between 1 and ${LARGEST_PAGE}.`;
    refuseInvalid([{ path: ['limit'], code: 'NUMBER_TYPE_MAX', message }]);
  }
  const before = bound(request, 'before');
  const after = bound(request, 'after');
  const all = parts.messages.publicOf(channel.id).filter(({ message }) => {
    const id = BigInt(message.id);
    return (before === null || id < before) && (after === null || id > after);
  });
  const page = after === null ? all.slice(-limit) : all.slice(0, limit);
  return ok(page.reverse().map(({ message }) => asRead(parts, message)));
}

function bound({ query }: ApiRequest, name: string): bigint | null {
  const value = query.get(name);
  if (value === null) return null;
  if (!/^\d{1,20}$/.test(value)) {
    const message = `Value "${value}" is not snowflake.`;
    refuseInvalid([{ path: [name], code: 'NUMBER_TYPE_COERCE', message }]);
  }
  return BigInt(value);
}

function asRead(parts: Parts, message: APIMessage): APIMessage {
  return parts.seesContent ? message : withoutContent(message, parts.state.bot.id);
}

function edit(parts: Parts, request: ApiRequest) {
  const { channel, stored } = reachMessage(parts, request);
  if (!isOwn(parts, stored)) throw refusal('notTheAuthor');
  if (channel.thread?.archived === true) throw refusal('threadArchived');
  if (request.uploads.length > 0) demand(parts, channel, Bits.AttachFiles);
  const fields = checkedMessage(request, 'edit', stored);
  parts.messages.edit(stored, fields, request.uploads);
  return ok(stored.message);
}

function crosspost(parts: Parts, request: ApiRequest) {
  const { channel, stored } = reachMessage(parts, request);
  if (channel.type !== ChannelType.GuildAnnouncement) throw refusal('notOnThisChannelType');
  demand(parts, channel, isOwn(parts, stored) ? Bits.SendMessages : Bits.ManageMessages);
  if (hasFlag(stored.message.flags, MessageFlags.Crossposted)) throw refusal('alreadyCrossposted');
  parts.messages.addFlag(stored, MessageFlags.Crossposted);
  return ok(stored.message);
}

function isOwn(parts: Parts, { message }: StoredMessage): boolean {
  return message.author.id === parts.state.bot.id;
}
