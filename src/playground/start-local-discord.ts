import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildParts } from './build-parts.ts';
import type { Gateway } from './gateway/gateway.ts';
import type {
  DiscordStorage,
  Faults,
  LocalDiscord,
  LocalDiscordOptions,
  Notes,
} from './local-discord.ts';
import { pageAssets } from './page-server/bundle.ts';
import { PageServer } from './page-server/page-server.ts';
import type { Parts } from './parts.ts';
import { LocalPerson } from './person/local-person.ts';
import { admit } from './rest/admission.ts';
import { serveFile } from './rest/cdn.ts';
import { OrderedFaults } from './rest/ordered-faults.ts';
import { RateLimits } from './rest/rate-limits.ts';
import { RestServer } from './rest/rest-server.ts';
import { Router } from './rest/router.ts';
import { sendText } from './rest/send-text.ts';
import { allRoutes } from './routes/all-routes.ts';
import { loadSnapshot, SnapshotKeeper } from './saved/kept-state.ts';
import { Saver } from './saved/saver.ts';
import type { Snapshot } from './saved/snapshot.ts';
import { takeSnapshot } from './saved/take-snapshot.ts';

const HOST = '127.0.0.1';

/**
 * Starts the Discord that the storage keeps, or one without guilds; `world` fills it.
 * @throws {SavedStateError} when what was saved cannot be used; nothing stays open.
 */
export async function startLocalDiscord(options: LocalDiscordOptions): Promise<LocalDiscord> {
  const { storage } = options;
  const saved = storage === undefined ? null : await loadSnapshot(storage);
  // Before anything is open, since the page's sources may be broken.
  const assets = options.page === undefined ? null : await pageAssets();
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const origin = `http://${HOST}:${port}`;
  const faults = new OrderedFaults();
  const { parts, token, traffic } = buildParts(options, origin, saved);
  const rest = new RestServer({
    router: new Router(allRoutes(parts)),
    faults,
    limits: new RateLimits(options.clock, options.rateLimits === 'enforced'),
    traffic,
    alarms: parts.alarms,
    token,
    watch: parts.watch,
  });
  const saver = storage === undefined ? null : saverOf(parts, storage, saved);
  const page =
    assets === null || options.page === undefined
      ? null
      : new PageServer(parts, options.page, assets);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = admit(request);
    if (!(url instanceof URL)) sendText(response, url.status, url.reason);
    else if (rest.serves(url)) void rest.answer(request, response, url);
    else if (page?.serves(url) === true) void page.answer(request, response, url);
    else serveFile(parts.attachments, request, url, response);
  });
  parts.gateway.listen(server);
  return {
    apiUrl: `${origin}/api`,
    token,
    pageUrl: `${origin}/`,
    isNew: saved === null,
    notes: notesOf(parts),
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
      await saver?.close();
    },
  };
}

function saverOf(parts: Parts, storage: DiscordStorage, saved: Snapshot | null): Saver {
  const { watch, alarms, clock } = parts;
  const keeper = new SnapshotKeeper(storage, clock, saved?.files ?? []);
  return new Saver({ watch, alarms, save: () => keeper.keep(takeSnapshot(parts)) });
}

function notesOf({ notes, watch }: Parts): Notes {
  return {
    get: (name) => notes.get(name),
    set: (name, text) => {
      notes.set(name, text);
      watch.changed();
    },
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
