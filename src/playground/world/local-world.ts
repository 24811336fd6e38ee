import {
  ChannelType,
  Locale,
  PermissionFlagsBits,
  type APIMessage,
  type APIUser,
} from 'discord-api-types/v10';
import type { Clock } from '../../clock.ts';
import type { CommandStore } from '../command-store.ts';
import type { Dispatch } from '../gateway/dispatch.ts';
import type { World } from '../local-discord.ts';
import type { MessageStore } from '../messages/message-store.ts';
import type { Snowflakes } from '../snowflake.ts';
import type { Watch } from '../watch.ts';
import { localeFrom } from './locale.ts';
import { newChannel } from './new-channel.ts';
import {
  channelPayload,
  guildCreatePayload,
  guildPayload,
  memberPayload,
  rolePayload,
  systemChannel,
} from './payloads.ts';
import { channelPermissions, EVERYONE_PERMISSIONS, has } from './permissions.ts';
import type { ChannelState, GuildState, RoleState, WorldState } from './state.ts';
import { ARCHIVE_MINUTES, openThread, publicThreadIn } from './threads.ts';

interface Parts {
  readonly clock: Clock;
  readonly ids: Snowflakes;
  readonly state: WorldState;
  readonly messages: MessageStore;
  readonly commands: CommandStore;
  readonly dispatch: Dispatch;
  readonly watch: Watch;
}

export class LocalWorld implements World {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  addGuild(options: { readonly name: string; readonly locale?: string }): { readonly id: string } {
    const { ids, state } = this.#parts;
    const id = ids.nextGuild();
    const owner = this.#newUser(`owner of ${options.name}`);
    const guild: GuildState = {
      id,
      name: options.name,
      locale: localeFrom(options.locale ?? Locale.EnglishUS),
      ownerId: owner.id,
      botRoleId: ids.next(),
      roles: new Map(),
      members: new Map(),
      channels: new Map(),
      openCommands: new Set(),
      announced: false,
      joined: true,
    };
    state.guilds.set(id, guild);
    const role = (
      roleId: string,
      name: string,
      permissions: bigint,
      botId: string | null,
    ): void => {
      const position = guild.roles.size;
      guild.roles.set(roleId, {
        ...{ id: roleId, name, permissions, position, botId },
        mentionable: false,
      });
    };
    role(id, '@everyone', EVERYONE_PERMISSIONS, null);
    role(guild.botRoleId, state.bot.username, 0n, state.bot.id);
    this.#join(guild, owner, []);
    this.#join(guild, state.bot, [guild.botRoleId]);
    queueMicrotask(() => {
      this.#announce(guild);
    });
    return { id };
  }

  removeGuild(guildId: string): void {
    const guild = this.#parts.state.guild(guildId);
    guild.joined = false;
    guild.announced = false;
    guild.members.delete(this.#parts.state.bot.id);
    this.#parts.dispatch(guildId, 'GUILD_DELETE', { id: guildId });
  }

  rejoinGuild(guildId: string): void {
    const { state } = this.#parts;
    const guild = state.guild(guildId);
    if (guild.joined) throw new Error('The bot is in this guild.');
    guild.joined = true;
    this.#join(guild, state.bot, [guild.botRoleId]);
    this.#announce(guild);
  }

  addChannel(
    guildId: string,
    options: Parameters<World['addChannel']>[1],
  ): { readonly id: string } {
    const { ids, state } = this.#parts;
    const guild = state.guild(guildId);
    const channel = newChannel(ids, guild, options);
    guild.channels.set(channel.id, channel);
    state.channels.set(channel.id, channel);
    this.#tell(guild, 'CHANNEL_CREATE', channelPayload(channel));
    return { id: channel.id };
  }

  addThread(
    channelId: string,
    { name, isPrivate = false }: Parameters<World['addThread']>[1],
  ): { readonly id: string } {
    const { state, ids } = this.#parts;
    const parent = state.channel(channelId);
    const type = isPrivate ? ChannelType.PrivateThread : publicThreadIn(parent);
    if (type === null) throw new Error(`There are no threads in ${parent.name}.`);
    const guild = state.guildOf(parent);
    const thread = openThread(this.#parts, parent, {
      ...{ id: ids.next(), name, type, ownerId: guild.ownerId },
      autoArchiveMinutes: ARCHIVE_MINUTES,
    });
    this.#tellOfThread(guild, thread, 'THREAD_CREATE');
    return { id: thread.id };
  }

  archiveThread(threadId: string, { locked = false }: { readonly locked?: boolean } = {}): void {
    const { state, clock } = this.#parts;
    const channel = state.channel(threadId);
    if (channel.thread === null) throw new Error(`${channel.name} is no thread.`);
    channel.thread.archived = true;
    channel.thread.locked = locked;
    channel.thread.archiveChangedAt = clock.now().toISOString();
    this.#tellOfThread(state.guildOf(channel), channel, 'THREAD_UPDATE');
  }

  removeChannel(channelId: string): void {
    const { state, messages } = this.#parts;
    const channel = state.channel(channelId);
    const guild = state.guildOf(channel);
    const threads = [...guild.channels.values()].filter(({ parentId }) => parentId === channelId);
    const greetedIn = systemChannel(guild);
    for (const { id } of [channel, ...threads]) {
      guild.channels.delete(id);
      state.channels.delete(id);
      messages.forgetChannel(id);
    }
    const event = channel.thread === null ? 'CHANNEL_DELETE' : 'THREAD_DELETE';
    this.#tell(guild, event, channelPayload(channel));
    if (systemChannel(guild) !== greetedIn) this.#tell(guild, 'GUILD_UPDATE', guildPayload(guild));
  }

  addRole(
    guildId: string,
    { mentionable = false, ...options }: Parameters<World['addRole']>[1],
  ): { readonly id: string } {
    const guild = this.#parts.state.guild(guildId);
    const role: RoleState = {
      id: this.#parts.ids.next(),
      position: guild.roles.size,
      botId: null,
      mentionable,
      ...options,
    };
    guild.roles.set(role.id, role);
    this.#tell(guild, 'GUILD_ROLE_CREATE', { guild_id: guildId, role: rolePayload(role) });
    return { id: role.id };
  }

  addMember(guildId: string, options: Parameters<World['addMember']>[1]): { readonly id: string } {
    const { state } = this.#parts;
    const guild = state.guild(guildId);
    const unknown = (options.roles ?? []).find((role) => !guild.roles.has(role));
    if (unknown !== undefined) throw new Error(`There is no role ${unknown} in this guild.`);
    const user = this.#newUser(options.name);
    state.locales.set(user.id, localeFrom(options.locale ?? Locale.EnglishUS));
    const member = this.#join(guild, user, [...(options.roles ?? [])]);
    this.#tell(guild, 'GUILD_MEMBER_ADD', { ...memberPayload(member), guild_id: guildId });
    return { id: user.id };
  }

  setBotPermissions(guildId: string, permissions: bigint): void {
    const guild = this.#parts.state.guild(guildId);
    const role = guild.roles.get(guild.botRoleId);
    if (role === undefined) return;
    role.permissions = permissions;
    this.#tell(guild, 'GUILD_ROLE_UPDATE', { guild_id: guildId, role: rolePayload(role) });
  }

  overwrite(
    channelId: string,
    target: { readonly id: string; readonly kind: 'role' | 'member' },
    { allow = 0n, deny = 0n }: { readonly allow?: bigint; readonly deny?: bigint },
  ): void {
    const channel = this.#parts.state.channel(channelId);
    channel.overwrites.set(target.id, { ...target, allow, deny });
    const guild = this.#parts.state.guildOf(channel);
    this.#tell(guild, 'CHANNEL_UPDATE', channelPayload(channel));
  }

  allowCommandToEveryone(guildId: string, command: string): void {
    this.#parts.state.guild(guildId).openCommands.add(command);
    this.#parts.watch.changed();
  }

  messages(channelId: string): readonly APIMessage[] {
    return this.#parts.messages.publicOf(channelId).map(({ message }) => message);
  }

  threads(channelId: string): readonly { readonly id: string; readonly name: string }[] {
    const { channels } = this.#parts.state;
    return [...channels.values()]
      .filter(({ parentId }) => parentId === channelId)
      .map(({ id, name }) => ({ id, name }));
  }

  commands(guildId: string): readonly { readonly id: string; readonly name: string }[] {
    return this.#parts.commands.visibleIn(guildId).map(({ id, name }) => ({ id, name }));
  }

  /** In the next microtask, so that a guild built in one go is there with its channels when the bot hears of it. */
  #announce(guild: GuildState): void {
    if (!guild.joined) return;
    guild.announced = true;
    const payload = guildCreatePayload(this.#parts.state, guild);
    this.#parts.dispatch(guild.id, 'GUILD_CREATE', payload);
  }

  #tell(guild: GuildState, event: string, data: unknown): void {
    if (guild.announced) this.#parts.dispatch(guild.id, event, data);
    else this.#parts.watch.changed();
  }

  /** Only of threads that it sees. */
  #tellOfThread(guild: GuildState, thread: ChannelState, event: string): void {
    const { state } = this.#parts;
    const permissions = channelPermissions(state, thread, state.bot.id);
    if (!has(permissions, PermissionFlagsBits.ViewChannel)) return;
    this.#tell(guild, event, channelPayload(thread));
  }

  #newUser(name: string): APIUser {
    const user: APIUser = {
      id: this.#parts.ids.next(),
      username: name.toLowerCase().replaceAll(/[^a-z0-9._]/g, '_'),
      discriminator: '0',
      global_name: name,
      avatar: null,
    };
    this.#parts.state.users.set(user.id, user);
    return user;
  }

  #join(guild: GuildState, user: APIUser, roles: string[]) {
    const member = { user, roles, joinedAt: this.#parts.clock.now().toISOString() };
    guild.members.set(user.id, member);
    return member;
  }
}
