import type { BotOptions } from '../../src/bot.ts';
import { commandDefinitions } from '../../src/command-definitions.ts';
import type { Config } from '../../src/config.ts';
import { registerCommands as register } from '../../src/discord/registration/registered.ts';
import { withRegistration } from '../../src/discord/registration/with-registration.ts';

/** Registers the commands globally, as `npm run register` does. */
export async function registerCommands(
  config: Config,
  features?: BotOptions['createFeatures'],
): Promise<void> {
  await withRegistration(config, commandDefinitions(config, features), register);
}
