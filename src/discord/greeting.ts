import { MessageFlags, type Guild } from 'discord.js';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { guildChannel } from './guild-channel.ts';
import { renderHelp } from './render/help.ts';
import { languageOf } from './texts/language.ts';

export interface GreetingPorts {
  readonly config: Config;
  readonly mention: (command: string) => string;
  readonly log: Log;
}

/**
 * Says in a guild that has just added the bot what it can do, in the guild's language: in its system channel, or the first
 * channel from above where the bot may write. Never throws: a greeting that cannot be given is logged.
 */
export async function greet(guild: Guild, { config, mention, log }: GreetingPorts): Promise<void> {
  try {
    const channel = guildChannel(guild, await guild.members.fetchMe());
    if (channel === null) {
      log.info({ guild: guild.id }, 'no greeting: there is no channel to write in');
      return;
    }
    const language = languageOf(guild.preferredLocale);
    const audience = { moderators: true, managers: true };
    const { components } = renderHelp({ language, ...audience, mention, config });
    await channel.send({ flags: MessageFlags.IsComponentsV2, components });
  } catch (error) {
    log.warn({ err: error, guild: guild.id }, 'no greeting: it could not be sent');
  }
}
