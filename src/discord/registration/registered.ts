import { Routes, type APIApplicationCommand, type REST } from 'discord.js';
import { compareCommands, isEmpty, type Differences } from './compare.ts';
import type { Definition, Scope } from './normalise.ts';

export interface Registration {
  /** With the bot's token. */
  readonly rest: REST;
  readonly applicationId: string;
  /** Null for the commands of all guilds. */
  readonly guildId: Scope;
  readonly definitions: readonly Definition[];
}

type Place = Pick<Registration, 'rest' | 'applicationId' | 'guildId'>;

/** The commands registered there now, with their localisations. @throws what `REST` throws. */
export async function registeredCommands(place: Place): Promise<readonly APIApplicationCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  // Discord's documentation of this route is where the type comes from.
  return (await place.rest.get(route(place), { query })) as APIApplicationCommand[];
}

/** What registering would change. @throws what `REST` throws. */
export async function findDifferences(registration: Registration): Promise<Differences> {
  const registered = await registeredCommands(registration);
  return compareCommands(registration.definitions, asDefinitions(registered), registration.guildId);
}

/** Registers the definitions, and nothing else, unless they are registered already. @throws what `REST` throws. */
export async function registerCommands(registration: Registration): Promise<Differences> {
  const differences = await findDifferences(registration);
  if (!isEmpty(differences)) {
    await registration.rest.put(route(registration), { body: registration.definitions });
  }
  return differences;
}

/** A registered command has every field of a definition. */
export function asDefinitions(registered: readonly APIApplicationCommand[]): readonly Definition[] {
  return registered as readonly Definition[];
}

function route({ applicationId, guildId }: Place): `/${string}` {
  return guildId === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}
