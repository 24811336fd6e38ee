import {
  ChannelType,
  Locale,
  type APIApplicationCommand,
  type APIAttachment,
  type APIMessage,
  type APIUser,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { FileEntry, SavedMessage, SavedWorld } from './snapshot.ts';

const id = z.string().regex(/^\d{1,20}$/);
const bits = z.string().regex(/^\d{1,20}$/);
const date = z.iso.datetime();

/** An object of Discord's with at least these fields; the rest is taken as it stands. */
function discordObject<T>(fields: z.core.$ZodLooseShape) {
  // What was saved is what this Discord itself had made of checked requests.
  return z.looseObject(fields) as unknown as z.ZodType<T>;
}

const user = discordObject<APIUser>({ id, username: z.string() });
const attachment = discordObject<APIAttachment>({
  id,
  filename: z.string(),
  size: z.number(),
  url: z.string(),
});
const command = discordObject<APIApplicationCommand>({
  id,
  name: z.string(),
  type: z.number(),
  options: z.array(z.looseObject({})).optional(),
});
const message = discordObject<APIMessage>({
  id,
  channel_id: id,
  type: z.number(),
  author: user,
  content: z.string(),
  timestamp: date,
  edited_timestamp: date.nullable(),
  embeds: z.array(z.looseObject({})),
  attachments: z.array(attachment),
  components: z.array(z.looseObject({})),
  mentions: z.array(user),
  mention_roles: z.array(id),
  flags: z.number().optional(),
});

const role = z.object({
  id,
  name: z.string(),
  permissions: bits,
  position: z.number(),
  mentionable: z.boolean(),
  botId: id.nullable(),
});
const member = z.object({ userId: id, roles: z.array(id), joinedAt: date });
const overwrite = z.object({ id, kind: z.enum(['role', 'member']), allow: bits, deny: bits });
const forum = z.object({
  tags: z.array(z.object({ id, name: z.string(), moderated: z.boolean() })),
  requiresTag: z.boolean(),
});
const thread = z.object({
  ownerId: id,
  members: z.array(id),
  archived: z.boolean(),
  locked: z.boolean(),
  autoArchiveMinutes: z.number(),
  archiveChangedAt: date,
  createdAt: date,
  messageCount: z.number(),
  tags: z.array(id),
});
const channel = z.object({
  id,
  name: z.string(),
  type: z.enum(ChannelType),
  position: z.number(),
  parentId: id.nullable(),
  overwrites: z.array(overwrite),
  forum: forum.nullable(),
  thread: thread.nullable(),
  lastMessageId: id.nullable(),
});
const guild = z.object({
  id,
  name: z.string(),
  locale: z.enum(Locale),
  ownerId: id,
  botRoleId: id,
  roles: z.array(role),
  members: z.array(member),
  channels: z.array(channel),
  openCommands: z.array(z.string()),
  joined: z.boolean(),
});

export const worldSchema: z.ZodType<SavedWorld> = z.object({
  applicationId: id,
  origin: z.string(),
  ids: z.object({ last: id, firstGuildMs: z.int().nonnegative(), guilds: z.int().nonnegative() }),
  notes: z.array(z.tuple([z.string(), z.string()])),
  users: z.array(z.object({ user, locale: z.enum(Locale).nullable() })),
  guilds: z.array(guild),
  commands: z.array(z.object({ guildId: id.nullable(), list: z.array(command) })),
});

export const messageSchema: z.ZodType<SavedMessage> = z.object({
  channelId: id,
  ephemeralFor: id.nullable(),
  message,
  files: z.array(attachment),
});

export const fileSchema: z.ZodType<FileEntry> = z.object({
  path: z.string().startsWith('/'),
  attachment,
});
