import { join } from 'node:path';
import { PermissionFlagsBits, REST } from 'discord.js';
import { createFeatures } from '../commands/index.ts';
import { startBot, type Bot, type BotOptions } from './bot.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { registerCommands } from './discord/registration/registered.ts';
import type { Log } from './log.ts';
import { JumpingClock } from './playground/jumping-clock.ts';
import type { LocalDiscord } from './playground/local-discord.ts';
import type { Welcome } from './playground/page-protocol.ts';
import { startLocalDiscord } from './playground/start-local-discord.ts';

export interface PlaygroundOptions extends Pick<BotOptions, 'embedder' | 'openApp' | 'fetchPage'> {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
}

export interface Playground {
  readonly url: string;
  readonly bot: Bot;
  readonly discord: LocalDiscord;
  stop(): Promise<void>;
}

const WELCOME: Welcome = {
  title: 'Welcome to the archive',
  text: 'Ask it something: the answer is quoted word for word, with its source.',
  suggestions: [
    'What did NATO urge Europe to do?',
    'How long could the confrontation with Moscow last?',
    'Where do NATO’s defence ministers meet?',
    'How do I bake bread?',
  ].map((question) => ({ label: question, command: 'ask', options: { question } })),
};

/** Starts a local Discord with a page, and the bot in it. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { config, log } = options;
  const clock = new JumpingClock(options.clock);
  let guildId: string | null = null;
  let people: readonly string[] = [];
  let bot: Bot | null = null;
  let nextDigest: () => Date | null = () => null;
  const discord = await startLocalDiscord({
    clock: { ...options.clock, now: () => clock.now() },
    port: config.PORT,
    page: {
      guild: () => guildId,
      people: () => people,
      welcome: WELCOME,
      time: {
        aheadMs: () => clock.aheadMs,
        next: () => {
          const at = nextDigest();
          return at === null ? null : { label: 'Next digest', at };
        },
        advanceTo: (at) => {
          clock.advanceTo(at);
        },
      },
    },
  });
  const made = populate(discord);
  guildId = made.guildId;
  people = made.people;
  const botConfig: Config = {
    ...config,
    DATA_DIR: join(config.DATA_DIR, 'playground'),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    GUILD_ID: undefined,
  };
  await register(discord, botConfig, clock);
  bot = await startBot({ ...options, config: botConfig, log, clock });
  const app = await bot.app;
  nextDigest = () => {
    const moments = app.digests
      .list(made.guildId)
      .flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt.getTime()]));
    return moments.length === 0 ? null : new Date(Math.min(...moments));
  };
  await bot.ready;
  const running = bot;
  return {
    url: discord.pageUrl,
    bot: running,
    discord,
    stop: async () => {
      await running.stop();
      await discord.close();
    },
  };
}

function populate({ world }: LocalDiscord) {
  const guildId = world.addGuild({ name: 'The Newsroom' }).id;
  world.addChannel(guildId, { name: 'general' });
  const newsroom = world.addChannel(guildId, { name: 'newsroom' }).id;
  world.addChannel(guildId, { name: 'digest' });
  const role = world.addRole(guildId, {
    name: 'Moderators',
    permissions: PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageGuild,
  });
  const bits = PermissionFlagsBits.ViewChannel;
  world.overwrite(newsroom, { id: guildId, kind: 'role' }, { deny: bits });
  world.overwrite(newsroom, { id: role.id, kind: 'role' }, { allow: bits });
  const mia = world.addMember(guildId, { name: 'Mia' });
  const max = world.addMember(guildId, { name: 'Max', roles: [role.id] });
  return { guildId, people: [mia.id, max.id] };
}

async function register(discord: LocalDiscord, config: Config, clock: Clock): Promise<void> {
  const unused = (): Promise<never> => Promise.reject(new Error('Registering runs no command.'));
  const definitions = createFeatures({
    ...{ config, clock, fetchPage: unused, downloadAttachments: unused },
  }).map(({ command }) => command.definition);
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  const { applicationId } = discord;
  await registerCommands({ rest, applicationId, guildId: null, definitions });
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
}
