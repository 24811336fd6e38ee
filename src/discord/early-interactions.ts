import { Events, GatewayDispatchEvents, type Client, type Interaction } from 'discord.js';
import { z } from 'zod';

const interactionPacket = z.object({
  t: z.literal(GatewayDispatchEvents.InteractionCreate),
  d: z.unknown(),
});

/**
 * Calls `take` for every interaction once. discord.js holds all events back until every shard is connected; shards connect
 * 5 s apart, and an interaction lives for 3. So interactions that come before are made with discord.js's own action at once,
 * and left out when it delivers them later.
 */
export function onInteraction(client: Client, take: (interaction: Interaction) => void): void {
  const early = new Set<string>();
  client.on(Events.InteractionCreate, (interaction) => {
    if (client.isReady() && early.delete(interaction.id)) return;
    if (!client.isReady()) early.add(interaction.id);
    take(interaction);
  });
  client.on(Events.Raw, (packet: unknown) => {
    if (client.isReady()) return;
    const parsed = interactionPacket.safeParse(packet);
    if (parsed.success) createInteraction(client, parsed.data.d);
  });
}

interface Action {
  handle(data: unknown): void;
}

/** Emits `interactionCreate`, as discord.js does itself when it is ready; its types do not show the way. */
function createInteraction(client: Client, data: unknown): void {
  const actions: unknown = Reflect.get(client, 'actions');
  const action: unknown = isObject(actions) ? Reflect.get(actions, 'InteractionCreate') : null;
  if (!isAction(action)) throw new TypeError('Expected the actions of discord.js 14.');
  action.handle(data);
}

function isAction(value: unknown): value is Action {
  return isObject(value) && 'handle' in value && typeof value.handle === 'function';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
