import type { Parts } from '../parts.ts';
import type { ChannelState, GuildState, ThreadState, WorldState } from '../world/state.ts';
import { keptFiles, keptMessages } from './kept.ts';
import type { SavedChannel, SavedGuild, SavedThread, SavedUser, Snapshot } from './snapshot.ts';

/** Everything in its present state, which later changes leave alone. */
export function takeSnapshot(parts: Parts): Snapshot {
  const { state, attachments, commands, ids, applicationId, notes } = parts;
  const messages = keptMessages(parts.messages.all());
  return {
    world: {
      applicationId,
      origin: attachments.origin,
      ids: ids.count,
      notes: [...notes],
      users: savedUsers(state),
      guilds: [...state.guilds.values()].map(savedGuild),
      commands: commands.all(),
    },
    messages,
    files: keptFiles(attachments.all(), messages),
  };
}

function savedUsers({ users, bot, locales }: WorldState): SavedUser[] {
  return [...users.values()]
    .filter(({ id }) => id !== bot.id)
    .map((user) => ({ user, locale: locales.get(user.id) ?? null }));
}

function savedGuild(guild: GuildState): SavedGuild {
  const { id, name, locale, ownerId, botRoleId, joined } = guild;
  return {
    ...{ id, name, locale, ownerId, botRoleId, joined },
    roles: [...guild.roles.values()].map((role) => ({
      ...role,
      permissions: String(role.permissions),
    })),
    members: [...guild.members.values()].map(({ user, roles, joinedAt }) => ({
      ...{ userId: user.id, roles: [...roles], joinedAt },
    })),
    channels: [...guild.channels.values()].map(savedChannel),
    openCommands: [...guild.openCommands],
  };
}

function savedChannel(channel: ChannelState): SavedChannel {
  const { id, name, type, position, parentId, overwrites, forum, thread, lastMessageId } = channel;
  return {
    ...{ id, name, type, position, parentId, forum, lastMessageId },
    overwrites: [...overwrites.values()].map(({ allow, deny, ...target }) => ({
      ...{ ...target, allow: String(allow), deny: String(deny) },
    })),
    thread: thread === null ? null : savedThread(thread),
  };
}

function savedThread(thread: ThreadState): SavedThread {
  return { ...thread, members: [...thread.members] };
}
