import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Parts } from '../parts.ts';
import { refuseInvalid } from '../rest/api-error.ts';
import { ok, type ApiRequest, type Route } from '../rest/route.ts';
import { channelPayload } from '../world/payloads.ts';
import type { ChannelState, ThreadState } from '../world/state.ts';
import { demand, reachChannel } from './access.ts';

/** Channels and threads themselves. */
export function channelRoutes(parts: Parts): Route[] {
  const pattern = '/channels/:channel';
  return [
    {
      method: 'GET',
      pattern,
      handle: (request) => ok(channelPayload(reachChannel(parts, request))),
    },
    { method: 'PATCH', pattern, handle: (request) => change(parts, request) },
    {
      method: 'DELETE',
      pattern,
      handle: (request) => {
        const channel = reachChannel(parts, request);
        demand(parts, channel, channel.thread === null ? Bits.ManageChannels : Bits.ManageThreads);
        const payload = channelPayload(channel);
        parts.world.removeChannel(channel.id);
        return ok(payload);
      },
    },
  ];
}

export const threadName = z.string().min(1).max(100);
export const archiveMinutes = z.union([
  z.literal(60),
  z.literal(1_440),
  z.literal(4_320),
  z.literal(10_080),
]);

const changeSchema = z.object({
  name: threadName.optional(),
  archived: z.boolean().optional(),
  locked: z.boolean().optional(),
  auto_archive_duration: archiveMinutes.optional(),
});

/** @throws {ApiError} 50035 when the body has another shape. */
export function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    code: 'BASE_TYPE_INVALID',
    message,
  }));
  refuseInvalid(problems);
  throw parsed.error;
}

function change(parts: Parts, request: ApiRequest) {
  const channel = reachChannel(parts, request);
  const fields = parse(changeSchema, request.json);
  if (channel.thread === null) demand(parts, channel, Bits.ManageChannels);
  else changeThread(parts, channel, channel.thread, fields);
  channel.name = fields.name ?? channel.name;
  const event = channel.thread === null ? 'CHANNEL_UPDATE' : 'THREAD_UPDATE';
  parts.gateway.dispatch(channel.guildId, event, channelPayload(channel));
  return ok(channelPayload(channel));
}

/** A thread's owner may rename, archive and reopen it; locking takes MANAGE_THREADS. */
function changeThread(
  parts: Parts,
  channel: ChannelState,
  thread: ThreadState,
  fields: z.infer<typeof changeSchema>,
): void {
  const isOwner = thread.ownerId === parts.state.bot.id;
  const locks = fields.locked !== undefined && fields.locked !== thread.locked;
  if (!isOwner || locks || thread.locked) demand(parts, channel, Bits.ManageThreads);
  thread.locked = fields.locked ?? thread.locked;
  thread.autoArchiveMinutes = fields.auto_archive_duration ?? thread.autoArchiveMinutes;
  if (fields.archived === undefined || fields.archived === thread.archived) return;
  thread.archived = fields.archived;
  thread.archiveChangedAt = parts.clock.now().toISOString();
}
