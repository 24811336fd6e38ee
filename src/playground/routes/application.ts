import { ok, type Route } from '../rest/route.ts';
import type { Parts } from '../parts.ts';
import { refusal } from '../rest/api-error.ts';
import { guildPermissions } from '../world/permissions.ts';

const DAY_MS = 86_400_000;

/** The bot itself, its application and the way to the gateway. */
export function applicationRoutes(parts: Parts): Route[] {
  const { state, gatewayUrl, shards } = parts;
  const self = {
    ...state.bot,
    verified: true,
    mfa_enabled: true,
    email: null,
    flags: 0,
    locale: 'en-US',
  };
  const application = () => ({
    id: parts.applicationId,
    name: state.bot.username,
    icon: null,
    description: '',
    summary: '',
    bot: state.bot,
    bot_public: true,
    bot_require_code_grant: false,
    owner: { ...state.bot, id: '1', username: 'owner', bot: false },
    team: null,
    verify_key: '0'.repeat(64),
    flags: parts.seesContent ? 1 << 19 : 0,
    tags: [],
    integration_types_config: { '0': {} },
    interactions_endpoint_url: null,
    approximate_guild_count: state.guilds.size,
    approximate_user_install_count: 0,
  });
  return [
    { method: 'GET', pattern: '/gateway', open: true, handle: () => ok({ url: gatewayUrl }) },
    {
      method: 'GET',
      pattern: '/gateway/bot',
      handle: () =>
        ok({
          url: gatewayUrl,
          shards,
          session_start_limit: {
            total: 1_000,
            remaining: 1_000,
            reset_after: DAY_MS,
            max_concurrency: Math.max(shards, 1),
          },
        }),
    },
    { method: 'GET', pattern: '/users/@me', handle: () => ok(self) },
    {
      method: 'GET',
      pattern: '/users/@me/guilds',
      handle: () =>
        ok(
          [...state.guilds.values()]
            .filter(({ joined }) => joined)
            .map((guild) => ({
              id: guild.id,
              name: guild.name,
              icon: null,
              banner: null,
              owner: false,
              permissions: String(guildPermissions(guild, state.bot.id)),
              features: [],
            })),
        ),
    },
    {
      method: 'GET',
      pattern: '/users/:user',
      handle: ({ params }) => {
        const user = state.users.get(params['user'] ?? '');
        if (user === undefined) throw refusal('unknownUser');
        return ok(user);
      },
    },
    { method: 'GET', pattern: '/applications/@me', handle: () => ok(application()) },
    { method: 'GET', pattern: '/oauth2/applications/@me', handle: () => ok(application()) },
  ];
}
