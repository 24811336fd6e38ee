import { REST, Routes, type APIApplication } from 'discord.js';
import type { Config } from '../../config.ts';
import { missingToken } from '../start-error.ts';
import type { Definition } from './normalise.ts';
import type { Registration } from './registered.ts';

/**
 * Lets `work` register the definitions where the settings say, for the application whose token they hold.
 * @throws {StartError} without a token; what `REST` and `work` throw.
 */
export async function withRegistration<T>(
  config: Config,
  definitions: readonly Definition[],
  work: (registration: Registration) => Promise<T>,
): Promise<T> {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: api, GUILD_ID: guildId = null } = config;
  if (token === undefined) throw missingToken();
  const rest = new REST({ api }).setToken(token);
  try {
    // Discord's documentation of this route is where the type comes from.
    const { id } = (await rest.get(Routes.currentApplication())) as Pick<APIApplication, 'id'>;
    return await work({ rest, applicationId: id, guildId, definitions });
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
