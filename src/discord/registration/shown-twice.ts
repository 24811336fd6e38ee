import {
  DiscordAPIError,
  RESTJSONErrorCodes,
  Routes,
  type APIApplicationCommand,
  type RESTAPIPartialCurrentUserGuild,
} from 'discord.js';
import { inBoth } from './compare.ts';
import { asDefinitions, registeredCommands, type Registration } from './registered.ts';

/** Commands that stand twice in a guild's list: they are registered globally and for the guild itself. */
export interface ShownTwice {
  readonly guildId: string;
  readonly commands: readonly string[];
}

/** Global registration looks at so many guilds; only one used for development has commands of its own. */
const GUILDS = 20;

/** Where the commands just registered meet others of the same name. @throws what `REST` throws. */
export async function findShownTwice(registration: Registration): Promise<readonly ShownTwice[]> {
  const { rest, guildId, definitions } = registration;
  if (guildId !== null) {
    const global = await registeredCommands({ ...registration, guildId: null });
    return found(guildId, inBoth(definitions, asDefinitions(global)));
  }
  const query = new URLSearchParams({ limit: String(GUILDS) });
  // Discord's documentation of this route is where the type comes from.
  const guilds = (await rest.get(Routes.userGuilds(), {
    query,
  })) as RESTAPIPartialCurrentUserGuild[];
  const twice: ShownTwice[] = [];
  for (const { id } of guilds) {
    const own = await commandsOf(id, registration);
    twice.push(...found(id, inBoth(definitions, asDefinitions(own))));
  }
  return twice;
}

/** A guild may have the bot without having allowed it commands. */
async function commandsOf(
  guildId: string,
  registration: Registration,
): Promise<readonly APIApplicationCommand[]> {
  try {
    return await registeredCommands({ ...registration, guildId });
  } catch (error) {
    const refused =
      error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess;
    if (refused) return [];
    throw error;
  }
}

function found(guildId: string, commands: readonly string[]): readonly ShownTwice[] {
  return commands.length === 0 ? [] : [{ guildId, commands }];
}
