import type { Parts } from '../parts.ts';
import { refusal } from '../rest/api-error.ts';
import { ok, type Route } from '../rest/route.ts';
import {
  activeThreads,
  channelPayload,
  guildPayload,
  memberPayload,
  rolePayload,
} from '../world/payloads.ts';
import { reachGuild } from './access.ts';

/** Reading guilds, their channels, roles and members. */
export function guildRoutes(parts: Parts): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/guilds/:guild',
      handle: (request) => {
        const guild = reachGuild(parts, request);
        const counts = {
          approximate_member_count: guild.members.size,
          approximate_presence_count: 1,
        };
        const wanted = request.query.get('with_counts') === 'true';
        return ok({ ...guildPayload(guild), ...(wanted ? counts : {}) });
      },
    },
    {
      method: 'GET',
      pattern: '/guilds/:guild/channels',
      handle: (request) =>
        ok(
          [...reachGuild(parts, request).channels.values()]
            .filter(({ thread }) => thread === null)
            .map(channelPayload),
        ),
    },
    {
      method: 'GET',
      pattern: '/guilds/:guild/threads/active',
      handle: (request) => {
        const threads = activeThreads(parts.state, reachGuild(parts, request));
        return ok({ threads: threads.map(channelPayload), members: [] });
      },
    },
    {
      method: 'GET',
      pattern: '/guilds/:guild/roles',
      handle: (request) => ok([...reachGuild(parts, request).roles.values()].map(rolePayload)),
    },
    {
      method: 'GET',
      pattern: '/guilds/:guild/roles/:role',
      handle: (request) => {
        const role = reachGuild(parts, request).roles.get(request.params['role'] ?? '');
        if (role === undefined) throw refusal('unknownRole');
        return ok(rolePayload(role));
      },
    },
    {
      method: 'GET',
      pattern: '/guilds/:guild/members/:user',
      handle: (request) => {
        const member = reachGuild(parts, request).members.get(request.params['user'] ?? '');
        if (member === undefined) throw refusal('unknownMember');
        return ok(memberPayload(member));
      },
    },
  ];
}
