import { Locale, PermissionFlagsBits } from 'discord-api-types/v10';
import fc from 'fast-check';
import { buildParts } from '../../../src/playground/build-parts.ts';
import type { Parts } from '../../../src/playground/parts.ts';
import { StateWriter } from '../../../src/playground/saved/state-lines.ts';
import type { Snapshot } from '../../../src/playground/saved/snapshot.ts';
import { takeSnapshot } from '../../../src/playground/saved/take-snapshot.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';

export const ORIGIN = 'http://127.0.0.1:4000';

export function build(saved: Snapshot | null = null, origin = ORIGIN): Parts {
  return buildParts({ clock: new ManualClock() }, origin, saved).parts;
}

/** The state as bytes of its own. */
export async function written(parts: Parts): Promise<Buffer> {
  const { bytes } = await new StateWriter(parts.clock).write(takeSnapshot(parts));
  return Buffer.from(bytes);
}

/** A guild with a channel and a member. */
export function smallWorld(parts: Parts) {
  const guildId = parts.world.addGuild({ name: 'Library' }).id;
  const channelId = parts.world.addChannel(guildId, { name: 'general' }).id;
  const userId = parts.world.addMember(guildId, { name: 'Ada' }).id;
  return { guildId, channelId, userId };
}

interface PostOptions {
  readonly content?: string;
  readonly file?: Buffer;
  readonly privately?: boolean;
}

/** A message of the person. */
export function post(
  parts: Parts,
  { channelId, userId }: { readonly channelId: string; readonly userId: string },
  { content = 'hello', file, privately = false }: PostOptions = {},
) {
  const contentType = 'text/plain';
  return parts.messages.create({
    channel: parts.state.channel(channelId),
    author: parts.state.user(userId),
    fields: { content },
    ephemeralFor: privately ? userId : null,
    uploads: file ? [{ index: 0, name: 'a text.txt', data: file, contentType }] : [],
  });
}

const text = fc.string({ unit: 'binary', maxLength: 20 });
const seed = fc.nat();
const bits = fc.bigInt({ min: 0n, max: 2n ** 60n - 1n });

/** One thing that happens in a world; numbers choose among what is there. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('guild' as const), text }),
  fc.record({
    kind: fc.constant('channel' as const),
    seed,
    text,
    type: fc.constantFrom('text' as const, 'announcement' as const, 'forum' as const),
  }),
  fc.record({ kind: fc.constant('thread' as const), seed, text, flag: fc.boolean() }),
  fc.record({ kind: fc.constant('role' as const), seed, text, bits, flag: fc.boolean() }),
  fc.record({
    kind: fc.constant('member' as const),
    seed,
    text,
    locale: fc.constantFrom(...Object.values(Locale)),
  }),
  fc.record({ kind: fc.constant('overwrite' as const), seed, bits }),
  fc.record({ kind: fc.constant('leave' as const), seed }),
  fc.record({ kind: fc.constant('removal' as const), seed }),
  fc.record({ kind: fc.constant('command' as const), seed, text, flag: fc.boolean() }),
  fc.record({ kind: fc.constant('note' as const), text }),
  fc.record({
    kind: fc.constant('post' as const),
    seed,
    text,
    flag: fc.boolean(),
    bytes: fc.option(fc.uint8Array({ maxLength: 40 })),
  }),
  fc.record({ kind: fc.constant('edit' as const), seed, text }),
  fc.record({ kind: fc.constant('delete' as const), seed }),
);

export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export const steps = fc.array(step, { maxLength: 40 });

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % list.length];
}

type Act<Kind> = (parts: Parts, step: Extract<Step, { readonly kind: Kind }>) => void;

function someGuild({ state }: Parts, number: number) {
  return pick([...state.guilds.values()], number);
}

function someChannel({ state }: Parts, number: number) {
  return pick([...state.channels.values()], number);
}

const ACTS: { readonly [Kind in Step['kind']]: Act<Kind> } = {
  guild: ({ world }, { text: name }) => {
    world.addGuild({ name });
  },
  channel: (parts, { seed: number, text: name, type }) => {
    const guild = someGuild(parts, number);
    const tags = type === 'forum' ? [{ name: 'News', moderated: true }] : [];
    if (guild) parts.world.addChannel(guild.id, { name, kind: type, tags });
  },
  thread: (parts, { seed: number, text: name, flag }) => {
    const channel = someChannel(parts, number);
    if (channel?.thread !== null) return;
    const { id } = parts.world.addThread(channel.id, { name, isPrivate: flag });
    if (flag) parts.world.archiveThread(id, { locked: true });
  },
  role: (parts, { seed: number, text: name, bits: permissions, flag }) => {
    const guild = someGuild(parts, number);
    if (guild) parts.world.addRole(guild.id, { name, permissions, mentionable: flag });
  },
  member: (parts, { seed: number, text: name, locale }) => {
    const guild = someGuild(parts, number);
    if (guild) parts.world.addMember(guild.id, { name, locale, roles: [...guild.roles.keys()] });
  },
  overwrite: (parts, { seed: number, bits: deny }) => {
    const channel = someChannel(parts, number);
    if (!channel) return;
    const target = { id: channel.guildId, kind: 'role' } as const;
    parts.world.overwrite(channel.id, target, { deny, allow: PermissionFlagsBits.ViewChannel });
  },
  leave: (parts, { seed: number }) => {
    const guild = someGuild(parts, number);
    if (guild?.joined === true) parts.world.removeGuild(guild.id);
    else if (guild) parts.world.rejoinGuild(guild.id);
  },
  removal: (parts, { seed: number }) => {
    const channel = someChannel(parts, number);
    if (channel) parts.world.removeChannel(channel.id);
  },
  command: (parts, { seed: number, text: description, flag }) => {
    const guildId = flag ? null : (someGuild(parts, number)?.id ?? null);
    parts.commands.put(guildId, { name: `c${number % 5}`, description });
    if (guildId !== null) parts.world.allowCommandToEveryone(guildId, description);
  },
  note: ({ notes }, { text: name }) => {
    notes.set(name, `of ${name}`);
  },
  post: (parts, { seed: number, text: content, flag, bytes }) => {
    const channel = someChannel(parts, number);
    if (!channel) return;
    const userId = parts.state.guildOf(channel).ownerId;
    const place = { channelId: channel.id, userId };
    const file = bytes === null ? {} : { file: Buffer.from(bytes) };
    post(parts, place, { content, privately: flag, ...file });
  },
  edit: (parts, { seed: number, text: content }) => {
    const stored = pick(parts.messages.all(), number);
    if (stored && !stored.deleted) parts.messages.edit(stored, { content });
  },
  delete: (parts, { seed: number }) => {
    const stored = pick(parts.messages.all(), number);
    if (stored && !stored.deleted) parts.messages.delete(stored);
  },
};

export function carryOut(parts: Parts, list: readonly Step[]): void {
  // Each act gets the step of its own kind.
  for (const each of list) (ACTS[each.kind] as Act<Step['kind']>)(parts, each);
}
