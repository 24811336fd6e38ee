import { REST, Routes, type APIApplication } from 'discord.js';
import { createFeatures } from '../../commands/index.ts';
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config.ts';
import type { BotOptions } from '../../src/bot.ts';

/** Registers the commands globally, as `npm run register` does. */
export async function registerCommands(
  config: Config,
  features: BotOptions['createFeatures'] = createFeatures,
): Promise<void> {
  const rest = new REST({ api: config.DISCORD_API_URL }).setToken(config.DISCORD_TOKEN ?? '');
  const unused = (): Promise<never> => Promise.reject(new Error('Registering runs no command.'));
  const definitions = features({
    config,
    clock: systemClock,
    fetchPage: unused,
    downloadAttachments: unused,
  }).map(({ command }) => command.definition);
  const application = (await rest.get(Routes.currentApplication())) as APIApplication;
  await rest.put(Routes.applicationCommands(application.id), { body: definitions });
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
}
