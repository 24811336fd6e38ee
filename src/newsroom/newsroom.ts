import { PermissionFlagsBits as Bits } from 'discord.js';
import type { LocalDiscord } from '../playground/local-discord.ts';

/** The playground's guild. */
export interface Newsroom {
  readonly guildId: string;
  /** Ids of whom one can be: a member and a moderator. */
  readonly people: readonly string[];
}

/** The guild of last time, or a new one. */
export function openNewsroom(discord: LocalDiscord): Newsroom {
  const { notes } = discord;
  const guildId = notes.get('guild');
  const people = notes.get('people');
  if (guildId !== undefined && people !== undefined) return { guildId, people: people.split(' ') };
  const made = makeNewsroom(discord);
  notes.set('guild', made.guildId);
  notes.set('people', made.people.join(' '));
  return made;
}

function makeNewsroom({ world, applicationId }: LocalDiscord): Newsroom {
  const guildId = world.addGuild({ name: 'The Newsroom' }).id;
  world.addChannel(guildId, { name: 'general' });
  const newsroom = world.addChannel(guildId, { name: 'newsroom' }).id;
  world.addChannel(guildId, { name: 'digest' });
  const moderators = world.addRole(guildId, {
    name: 'Moderators',
    permissions: Bits.ManageMessages | Bits.ManageGuild,
  }).id;
  world.overwrite(newsroom, { id: guildId, kind: 'role' }, { deny: Bits.ViewChannel });
  world.overwrite(newsroom, { id: moderators, kind: 'role' }, { allow: Bits.ViewChannel });
  // A bot's user has the id of its application.
  world.overwrite(newsroom, { id: applicationId, kind: 'member' }, { allow: Bits.ViewChannel });
  const mia = world.addMember(guildId, { name: 'Mia' });
  const max = world.addMember(guildId, { name: 'Max', roles: [moderators] });
  return { guildId, people: [mia.id, max.id] };
}
