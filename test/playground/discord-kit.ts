import {
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { expect, onTestFinished, vi } from 'vitest';
import { systemClock, type Clock } from '../../src/clock.ts';
import type { LocalDiscord, LocalDiscordOptions } from '../../src/playground/local-discord.ts';
import type { Person } from '../../src/playground/person/person.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';

// Loading discord.js and connecting takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const closedFetch = globalThis.fetch;
vi.unstubAllGlobals();
const openFetch = globalThis.fetch;
vi.stubGlobal('fetch', closedFetch);

export interface DiscordKit {
  readonly discord: LocalDiscord;
  readonly guildId: string;
  readonly channelId: string;
  /** An ordinary member in #general. */
  readonly member: Person;
}

/** A local Discord with one guild, #general and a member; closed when the test ends. */
export async function startDiscord(
  options: Partial<LocalDiscordOptions> & { readonly clock?: Clock } = {},
): Promise<DiscordKit> {
  const discord = await startLocalDiscord({ clock: systemClock, ...options });
  onTestFinished(() => discord.close());
  const guildId = discord.world.addGuild({ name: 'Library' }).id;
  const channelId = discord.world.addChannel(guildId, { name: 'general' }).id;
  const { id } = discord.world.addMember(guildId, { name: 'Ada' });
  return { discord, guildId, channelId, member: discord.as(id, channelId) };
}

/** The real client, logged in and with its guilds; destroyed when the test ends. */
export async function connectClient(
  discord: LocalDiscord,
  handle: (interaction: Interaction) => Promise<unknown> = () => Promise.resolve(),
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Promise<Client<true>> {
  const client = newClient(discord, intents);
  const failed = vi.fn((error: unknown) => {
    throw error;
  });
  client.on(Events.InteractionCreate, (interaction) => {
    void handle(interaction).catch(failed);
  });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(discord.token);
  return await ready;
}

export function newClient(
  discord: LocalDiscord,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Client {
  const client = new Client({ intents, shards: 'auto', rest: { api: discord.apiUrl } });
  onTestFinished(() => client.destroy());
  return client;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface CallOptions {
  readonly body?: unknown;
  /** Sent as `multipart/form-data`, the body as `payload_json`. */
  readonly files?: Readonly<Record<string, File>>;
  /** Default the right one; null for none. */
  readonly token?: string | null;
}

/** A request with plain `fetch`. @param path behind `/api/v10` */
export async function call(
  discord: LocalDiscord,
  method: string,
  path: string,
  { body, files, token = discord.token }: CallOptions = {},
): Promise<ApiResponse> {
  const response = await openFetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { Authorization: `Bot ${token}` }),
      ...(body === undefined || files !== undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(files === undefined
      ? { body: body === undefined ? null : JSON.stringify(body) }
      : { body: formOf(body, files) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: parsed };
}

function formOf(body: unknown, files: Readonly<Record<string, File>>): FormData {
  const form = new FormData();
  if (body !== undefined) form.append('payload_json', JSON.stringify(body));
  for (const [name, file] of Object.entries(files)) form.append(name, file);
  return form;
}

/** A request of any kind, as plain `fetch` makes it. */
export async function rawFetch(url: string, init?: RequestInit): Promise<Response> {
  return await openFetch(url, init);
}

export async function register(
  discord: LocalDiscord,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<void> {
  const path = `/applications/${discord.applicationId}/commands`;
  const { status, body } = await call(discord, 'PUT', path, { body: commands });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

export const ASK = {
  name: 'ask',
  description: 'Asks',
} satisfies RESTPostAPIApplicationCommandsJSONBody;

/** Some value that is there, for `toMatchObject`. */
export const ANYTHING: unknown = expect.anything();
