import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Parts } from '../parts.ts';
import { refusal, refuseInvalid } from '../rest/api-error.ts';
import { ok, type ApiRequest, type Route } from '../rest/route.ts';
import { channelPayload } from '../world/payloads.ts';
import { publicThreadIn } from '../world/threads.ts';
import { demand, reachChannel } from './access.ts';

/** Threads of a page. */
const LEAST = 2;
const MOST = 100;
const PAGE = 50;

/** Archived public threads of a channel, and closed posts of a forum; the latest archived first. */
export function archivedRoute(parts: Parts): Route {
  return {
    method: 'GET',
    pattern: '/channels/:channel/threads/archived/public',
    handle: (request) => {
      const channel = reachChannel(parts, request);
      const kind = publicThreadIn(channel);
      if (kind === null) throw refusal('notOnThisChannelType');
      demand(parts, channel, Bits.ReadMessageHistory);
      const before = beforeOf(request);
      const limit = limitOf(request);
      const threads = [...parts.state.guildOf(channel).channels.values()]
        .filter(({ parentId, type }) => parentId === channel.id && type === kind)
        .filter(({ thread }) => thread?.archived === true && archivedMs(thread) < before)
        .sort((one, other) => archivedMs(other.thread) - archivedMs(one.thread));
      return ok({
        threads: threads.slice(0, limit).map(channelPayload),
        members: [],
        has_more: threads.length > limit,
      });
    },
  };
}

function archivedMs(thread: { readonly archiveChangedAt: string } | null): number {
  return Date.parse(thread?.archiveChangedAt ?? '');
}

function beforeOf({ query }: ApiRequest): number {
  const value = query.get('before');
  if (value === null) return Infinity;
  const before = Date.parse(value);
  if (Number.isNaN(before)) {
    const message = 'Value is not a date-time.';
    refuseInvalid([{ path: ['before'], code: 'DATETIME_TYPE_CONVERT', message }]);
  }
  return before;
}

function limitOf({ query }: ApiRequest): number {
  const limit = Number(query.get('limit') ?? PAGE);
  if (!Number.isInteger(limit) || limit < LEAST || limit > MOST) {
    const message = `int value should be between ${LEAST} and ${MOST}.`;
    refuseInvalid([{ path: ['limit'], code: 'NUMBER_TYPE_MAX', message }]);
  }
  return limit;
}
