import type { PageOptions } from '../page-options.ts';
import type { Parts } from '../parts.ts';
import type { GuildState } from '../world/state.ts';

/** The guild shown; null before it is there. */
export function shownGuild({ state }: Parts, options: PageOptions): GuildState | null {
  const id = options.guild();
  return (id === null ? undefined : state.guilds.get(id)) ?? null;
}

/** Ids of whom a page may act as: members, and never who may do everything. */
export function playedPeople(guild: GuildState, options: PageOptions): string[] {
  return options.people().filter((id) => guild.members.has(id) && id !== guild.ownerId);
}
