import { GatewayIntentBits as Intents } from 'discord-api-types/v10';

const KNOWN = Object.values(Intents).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

export const PRIVILEGED = Intents.GuildMembers | Intents.GuildPresences | Intents.MessageContent;

/** Are all bits intents that exist? */
export function areValid(intents: number): boolean {
  return Number.isInteger(intents) && intents >= 0 && (intents & ~KNOWN) === 0;
}

const GUILDS = [
  'GUILD_CREATE',
  'GUILD_UPDATE',
  'GUILD_DELETE',
  'GUILD_ROLE_',
  'CHANNEL_',
  'THREAD_',
];

/** The intent without which the event is not sent; 0 for events that every bot gets. */
export function intentFor(event: string): number {
  if (event.startsWith('MESSAGE_')) return Intents.GuildMessages;
  if (event.startsWith('GUILD_MEMBER_')) return Intents.GuildMembers;
  return GUILDS.some((beginning) => event.startsWith(beginning)) ? Intents.Guilds : 0;
}

interface MessageLike {
  readonly author?: { readonly id: string };
  readonly mentions?: readonly { readonly id: string }[];
}

/** A message as a bot without the intent for content sees it; its own ones and those that mention it are whole. */
export function withoutContent<T extends MessageLike>(message: T, botId: string): T {
  const isOwn = message.author?.id === botId;
  const isMentioned = message.mentions?.some(({ id }) => id === botId) === true;
  if (isOwn || isMentioned) return message;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}
