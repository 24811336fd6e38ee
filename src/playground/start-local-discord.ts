import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApplicationFlags, GatewayIntentBits, type APIUser } from 'discord-api-types/v10';
import { Alarms } from './alarms.ts';
import { CommandStore } from './command-store.ts';
import type { Dispatch } from './gateway/dispatch.ts';
import { Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions/interactions.ts';
import type { Faults, LocalDiscord, LocalDiscordOptions } from './local-discord.ts';
import { AttachmentStore } from './messages/attachment-store.ts';
import { MessageStore } from './messages/message-store.ts';
import { PageServer } from './page-server/page-server.ts';
import type { Parts } from './parts.ts';
import { LocalPerson } from './person/local-person.ts';
import { serveFile } from './rest/cdn.ts';
import { OrderedFaults } from './rest/ordered-faults.ts';
import { RateLimits } from './rest/rate-limits.ts';
import { RestServer } from './rest/rest-server.ts';
import { Router } from './rest/router.ts';
import { allRoutes } from './routes/all-routes.ts';
import { Snowflakes } from './snowflake.ts';
import { TrafficLog } from './traffic-log.ts';
import { Watch } from './watch.ts';
import { LocalWorld } from './world/local-world.ts';
import { WorldState } from './world/state.ts';

const HOST = '127.0.0.1';
/** As Discord's. */
const HEARTBEAT_MS = 41_250;

/** Starts a Discord without guilds; `world` fills it. */
export async function startLocalDiscord(options: LocalDiscordOptions): Promise<LocalDiscord> {
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const origin = `http://${HOST}:${port}`;
  const faults = new OrderedFaults();
  const { parts, token, traffic } = build(options, origin);
  const rest = new RestServer({
    router: new Router(allRoutes(parts)),
    faults,
    limits: new RateLimits(options.clock, options.rateLimits === 'enforced'),
    traffic,
    alarms: parts.alarms,
    token,
  });
  const page = options.page === undefined ? null : new PageServer(parts, options.page);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    if (rest.serves(url)) void rest.answer(request, response, url);
    else if (page?.serves(url) === true) void page.answer(request, response, url);
    else serveFile(parts.attachments, request.method ?? 'GET', url, response);
  });
  parts.gateway.listen(server);
  return {
    apiUrl: `${origin}/api`,
    token,
    pageUrl: `${origin}/`,
    isNew: true,
    notes: new Map<string, string>(),
    applicationId: parts.applicationId,
    world: parts.world,
    faults: orderable(faults, parts.gateway),
    traffic,
    as: (userId, channelId) => new LocalPerson(parts, userId, channelId),
    ready: () => parts.gateway.ready(),
    close: async () => {
      page?.close();
      parts.gateway.close();
      parts.alarms.close();
      parts.watch.close();
      await closeServer(server);
    },
  };
}

function build(
  options: LocalDiscordOptions,
  origin: string,
): { readonly parts: Parts; readonly token: string; readonly traffic: TrafficLog } {
  const { clock, privilegedIntents = 0, heartbeatIntervalMs = HEARTBEAT_MS } = options;
  const alarms = new Alarms(clock);
  const ids = new Snowflakes(clock);
  const watch = new Watch();
  const applicationId = ids.next();
  const state = new WorldState(botUser(applicationId));
  const traffic = new TrafficLog(() => parts.interactions.records);
  const token = `${Buffer.from(applicationId).toString('base64url')}.local0.${'a'.repeat(38)}`;
  const gatewayUrl = origin.replace('http', 'ws');
  const seesContent = (privilegedIntents & GatewayIntentBits.MessageContent) !== 0;
  const gateway = new Gateway({
    ...{ clock, alarms, watch, token, applicationId, privilegedIntents, heartbeatIntervalMs },
    world: state,
    log: traffic,
    applicationFlags: seesContent ? ApplicationFlags.GatewayMessageContentLimited : 0,
    url: gatewayUrl,
  });
  const dispatch: Dispatch = (guildId, event, data) => {
    gateway.dispatch(guildId, event, data);
    watch.changed();
  };
  const attachments = new AttachmentStore(ids, origin);
  const messages = new MessageStore({ clock, ids, world: state, attachments, dispatch, watch });
  const commands = new CommandStore(ids, applicationId);
  const shared = { clock, ids, messages, dispatch };
  const parts: Parts = {
    ...{ clock, alarms, ids, watch, state, gateway, messages, attachments, commands },
    world: new LocalWorld({ ...shared, state, commands }),
    interactions: new Interactions({ ...shared, alarms, world: state, watch, applicationId }),
    applicationId,
    gatewayUrl,
    shards: options.shards ?? 1,
    seesContent,
  };
  return { parts, token, traffic };
}

function botUser(id: string): APIUser {
  return {
    id,
    username: 'archivist',
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
  };
}

function orderable(faults: OrderedFaults, gateway: Gateway): Faults {
  return {
    answer: (match, fault) => {
      faults.add(match, fault);
    },
    dropGateway: ({ forget = false } = {}) => {
      gateway.dropAll(forget);
    },
    askToReconnect: () => {
      gateway.askToReconnect();
    },
    invalidateSession: (resumable) => {
      gateway.invalidateSessions(resumable);
    },
    silenceGateway: () => {
      gateway.silence();
    },
    clear: () => {
      faults.clear();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      // A TCP server's address, not a pipe's.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
