import { ApplicationFlags, GatewayIntentBits, type APIUser } from 'discord-api-types/v10';
import { Alarms } from './alarms.ts';
import { CommandStore } from './command-store.ts';
import type { Dispatch } from './gateway/dispatch.ts';
import { Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions/interactions.ts';
import type { LocalDiscordOptions } from './local-discord.ts';
import { AttachmentStore } from './messages/attachment-store.ts';
import { MessageStore } from './messages/message-store.ts';
import type { Parts } from './parts.ts';
import { restore } from './saved/restore.ts';
import type { Snapshot } from './saved/snapshot.ts';
import { Snowflakes } from './snowflake.ts';
import { TrafficLog } from './traffic-log.ts';
import { Watch } from './watch.ts';
import { LocalWorld } from './world/local-world.ts';
import { WorldState } from './world/state.ts';

/** As Discord's. */
const HEARTBEAT_MS = 41_250;

export interface Built {
  readonly parts: Parts;
  /** Follows from the application's id: the same at every start. */
  readonly token: string;
  readonly traffic: TrafficLog;
}

/**
 * Everything but the server.
 * @param origin `http://127.0.0.1:<port>`
 * @param saved what an earlier run left. Null: a Discord without guilds.
 */
export function buildParts(
  options: LocalDiscordOptions,
  origin: string,
  saved: Snapshot | null,
): Built {
  const { clock, privilegedIntents = 0, heartbeatIntervalMs = HEARTBEAT_MS } = options;
  const alarms = new Alarms(clock);
  const ids = new Snowflakes(clock, saved?.world.ids);
  const watch = new Watch();
  const applicationId = saved?.world.applicationId ?? ids.next();
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
  const shared = { clock, ids, messages, dispatch, watch };
  const parts: Parts = {
    ...{ clock, alarms, ids, watch, state, gateway, messages, attachments, commands },
    world: new LocalWorld({ ...shared, state, commands }),
    interactions: new Interactions({ ...shared, alarms, world: state, applicationId }),
    applicationId,
    gatewayUrl,
    shards: options.shards ?? 1,
    seesContent,
    notes: new Map(),
  };
  if (saved !== null) restore(saved, parts);
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
