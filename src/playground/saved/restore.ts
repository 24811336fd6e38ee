import type { Parts } from '../parts.ts';
import type { ChannelState, GuildState, WorldState } from '../world/state.ts';
import { moved } from './moved.ts';
import type { SavedChannel, SavedGuild, Snapshot } from './snapshot.ts';

/** Fills a Discord in which nothing is yet. Nobody is told: to the bot all of this was there before. */
export function restore(snapshot: Snapshot, parts: Parts): void {
  const { state, messages, attachments, commands, notes } = parts;
  const { origin, ...world } = snapshot.world;
  for (const [name, text] of world.notes) notes.set(name, text);
  for (const { user, locale } of world.users) {
    state.users.set(user.id, user);
    if (locale !== null) state.locales.set(user.id, locale);
  }
  for (const saved of world.guilds) restoreGuild(saved, state);
  for (const { guildId, list } of world.commands) commands.restore(guildId, list);
  for (const { path, attachment, data } of snapshot.files) {
    attachments.restore(path, { attachment: moved(attachment, origin, attachments.origin), data });
  }
  for (const message of snapshot.messages) {
    messages.restore({ ...moved(message, origin, attachments.origin), deleted: false });
  }
}

function restoreGuild(saved: SavedGuild, state: WorldState): void {
  const guild: GuildState = {
    ...saved,
    announced: saved.joined,
    openCommands: new Set(saved.openCommands),
    roles: new Map(
      saved.roles.map((role) => [role.id, { ...role, permissions: BigInt(role.permissions) }]),
    ),
    members: new Map(
      saved.members.map(({ userId, roles, joinedAt }) => [
        userId,
        { user: state.user(userId), roles: [...roles], joinedAt },
      ]),
    ),
    channels: new Map(
      saved.channels.map((channel) => [channel.id, restoredChannel(channel, saved.id)]),
    ),
  };
  state.guilds.set(guild.id, guild);
  for (const channel of guild.channels.values()) state.channels.set(channel.id, channel);
}

function restoredChannel(saved: SavedChannel, guildId: string): ChannelState {
  const { thread } = saved;
  return {
    ...saved,
    guildId,
    overwrites: new Map(
      saved.overwrites.map(({ id, kind, allow, deny }) => [
        id,
        { id, kind, allow: BigInt(allow), deny: BigInt(deny) },
      ]),
    ),
    thread: thread === null ? null : { ...thread, members: new Set(thread.members) },
  };
}
