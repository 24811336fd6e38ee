import { setImmediate } from 'node:timers/promises';
import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Routes,
  type Guild,
  type Interaction,
} from 'discord.js';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { onInteraction } from './early-interactions.ts';
import { Membership } from './membership.ts';
import { WatchedShards } from './shards.ts';
import { closingError, startErrorOf, type StartError } from './start-error.ts';
import { Watchdog } from './watchdog.ts';

/** What the gateway tells the bot. */
export interface GatewayEvents {
  readonly interaction: (interaction: Interaction) => void;
  /** The guilds the bot is in, whenever all shards have begun a session. */
  readonly present: (guildIds: readonly string[]) => void;
  readonly joined: (guild: Guild) => void;
  readonly left: (guildId: string) => void;
  /** Discord will not have the bot any more. */
  readonly closed: (reason: StartError) => void;
}

export interface GatewayOptions {
  /** `https://discord.com/api` */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: GatewayEvents;
}

export interface Gateway {
  readonly client: Client;
  /** Resolves when Discord knows the token. @throws {StartError} */
  check(token: string): Promise<void>;
  /** Resolves when every shard is ready. @throws {StartError} */
  connect(token: string): Promise<Client<true>>;
  close(): Promise<void>;
}

/** Guilds that are unavailable must not keep the others waiting. Milliseconds. */
const WAIT_FOR_GUILDS_MS = 1_000;
/** Discord confirms the end of a connection at once or not at all. */
const CLOSE_MS = 2_000;

export function createGateway({ apiUrl, clock, log, events }: GatewayOptions): Gateway {
  const stopped = new AbortController();
  let shards: WatchedShards | undefined;
  const watchdog = new Watchdog({
    clock,
    log,
    reconnect: (shardId) => {
      shards?.reconnect(shardId).catch((error: unknown) => {
        log.error({ err: error, shard: shardId }, 'a shard could not be connected anew');
      });
    },
  });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    rest: { api: apiUrl },
    allowedMentions: { parse: [] },
    waitGuildTimeout: WAIT_FOR_GUILDS_MS,
    ws: {
      buildStrategy: (manager) => {
        shards = new WatchedShards(manager, (shardId) => {
          watchdog.sign(shardId);
        });
        return shards;
      },
    },
    makeCache: Options.cacheWithLimits(KEPT),
  });
  const fatal = new Promise<never>((_resolve, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const reason = closingError(code);
      if (reason === null) return;
      reject(reason);
      events.closed(reason);
    });
  });
  // Only the connecting bot waits for it.
  fatal.catch(() => undefined);
  listen(client, events, log);
  return {
    client,
    check: async (token) => {
      try {
        await client.rest.setToken(token).get(Routes.gatewayBot());
      } catch (error) {
        throw startErrorOf(error, apiUrl);
      }
    },
    connect: async (token) => {
      const ready = new Promise<Client<true>>((resolve) => {
        client.once(Events.ClientReady, resolve);
      });
      void watchdog.run(stopped.signal);
      // The gateway's code says more than the error that login makes of it.
      const login = client.login(token).catch(async (error: unknown) => {
        await setImmediate();
        throw startErrorOf(error, apiUrl);
      });
      await Promise.race([fatal, login]);
      return await Promise.race([fatal, ready]);
    },
    close: async () => {
      stopped.abort();
      const over = new AbortController();
      await Promise.race([
        client.destroy(),
        clock.sleep(CLOSE_MS, over.signal).catch(() => undefined),
      ]);
      over.abort();
    },
  };
}

/** The bot looks at guilds, channels and roles, and at the people and messages of one interaction at a time. */
const KEPT = {
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  ReactionManager: 0,
  GuildMemberManager: {
    maxSize: 100,
    keepOverLimit: (member: { readonly id: string; readonly client: Client }) =>
      member.id === member.client.user?.id,
  },
  UserManager: {
    maxSize: 100,
    keepOverLimit: (user: { readonly id: string; readonly client: Client }) =>
      user.id === user.client.user?.id,
  },
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  GuildScheduledEventManager: 0,
  PresenceManager: 0,
  StageInstanceManager: 0,
  VoiceStateManager: 0,
  ThreadManager: 100,
};

const readyPacket = z.object({
  t: z.literal(GatewayDispatchEvents.Ready),
  d: z.object({ guilds: z.array(z.object({ id: z.string() })) }),
});

function listen(client: Client, events: GatewayEvents, log: Log): void {
  const membership = new Membership();
  onInteraction(client, events.interaction);
  client.on(Events.GuildCreate, events.joined);
  client.on(Events.GuildDelete, (guild) => {
    events.left(guild.id);
  });
  client.on(Events.Raw, (packet: unknown, shardId: unknown) => {
    const ready = readyPacket.safeParse(packet);
    if (!ready.success || typeof shardId !== 'number') return;
    membership.began(
      shardId,
      ready.data.d.guilds.map(({ id }) => id),
    );
    const guildIds = membership.all(client.ws.shards.size);
    if (guildIds !== null) events.present(guildIds);
  });
  client.on(Events.Error, (error) => {
    log.error({ err: error }, 'the Discord client reported an error');
  });
  client.on(Events.Warn, (message) => {
    log.warn(message);
  });
  // What does not mend itself is told by the watchdog, or ends the bot.
  client.on(Events.ShardError, (error, shard) => {
    log.info({ err: error, shard }, 'a connection to the gateway failed');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    log.info({ shard }, 'a shard connects again');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    log.info({ shard, replayed }, 'a shard goes on where it was');
  });
}
