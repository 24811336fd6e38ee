import { PermissionFlagsBits } from 'discord.js';
import { onTestFinished, vi } from 'vitest';
import type { App } from '../../src/app.ts';
import { SHARED_SCOPE, type ArticleDraft } from '../../src/archive/article.ts';
import { startBot, type Bot, type BotOptions } from '../../src/bot.ts';
import { systemClock, type Clock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import { openApp } from '../../src/open-app.ts';
import type { OpenArchiveOptions } from '../../src/open-archive.ts';
import { readConfig, type Config } from '../../src/config.ts';
import type { LocalDiscord, LocalDiscordOptions } from '../../src/playground/local-discord.ts';
import type { Person } from '../../src/playground/person/person.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { registerCommands } from './register-commands.ts';

// Opening an archive and connecting takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A line of the log, parsed. */
export type LogLine = Readonly<Record<string, unknown>> & {
  readonly level: number;
  readonly msg: string;
};

export interface BotKit {
  readonly discord: LocalDiscord;
  readonly guildId: string;
  /** #general. */
  readonly channelId: string;
  /** May write, nothing else; in #general. */
  readonly member: Person;
  /** May manage messages; in #general. */
  readonly moderator: Person;
  readonly config: Config;
  /** The bot that runs now. */
  readonly bot: () => Bot;
  /** Everything the bot has logged, from debug on. */
  readonly log: readonly LogLine[];
  /** The application of the bot that runs now. */
  readonly app: () => Promise<App>;
  /** Stops the bot and starts it again on the same data. */
  readonly restart: () => Promise<void>;
  /** Adds articles that all guilds see; gives their ids. */
  readonly share: (...drafts: readonly ArticleDraft[]) => Promise<string[]>;
}

export interface BotKitOptions extends Pick<
  BotOptions,
  'fetchPage' | 'createFeatures' | 'openApp' | 'onFailure'
> {
  /** Of the bot and of the local Discord. Default: the system's. */
  readonly clock?: Clock;
  /** Environment variables over the kit's. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The model of the settings instead of `HashEmbedder`. */
  readonly realModel?: boolean;
  readonly embedder?: BotOptions['embedder'];
  readonly discord?: Partial<LocalDiscordOptions>;
  /** Default true: resolves when the archive is open, too. */
  readonly waitForArchive?: boolean;
}

/**
 * A local Discord with a guild, and the real bot connected to it, its commands registered. The archive is empty: no seeds.
 * Everything is closed when the test ends.
 */
export async function startBotKit(options: BotKitOptions = {}): Promise<BotKit> {
  const clock = options.clock ?? systemClock;
  const discord = await startLocalDiscord({ clock, ...options.discord });
  onTestFinished(() => discord.close());
  const people = populate(discord);
  const config = readConfig({
    DATA_DIR: await temporaryFolder(),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    ...options.settings,
  });
  const lines: LogLine[] = [];
  const log = createLog('debug', {
    secrets: [discord.token],
    destination: {
      write: (line) => {
        lines.push(JSON.parse(line) as LogLine);
      },
    },
  });
  await registerCommands(config, options.createFeatures);
  const start = async (): Promise<Bot> => {
    const started = await startBot({
      config,
      log,
      clock,
      ...(options.realModel ? {} : { embedder: options.embedder ?? new HashEmbedder() }),
      ...pick(options),
    });
    await discord.ready();
    if (options.waitForArchive ?? true) await started.ready;
    return started;
  };
  let bot = await start();
  onTestFinished(() => bot.stop());
  return {
    discord,
    ...people,
    config,
    bot: () => bot,
    log: lines,
    app: () => bot.app,
    restart: async () => {
      await bot.stop();
      bot = await start();
    },
    share: async (...drafts) => {
      const { library } = await bot.app;
      const outcomes = await library.add(drafts, { scope: SHARED_SCOPE, by: 'terminal' });
      return outcomes.map((outcome) => {
        if (outcome.status === 'failed') throw new Error(outcome.reason);
        return outcome.id;
      });
    },
  };
}

function populate(discord: LocalDiscord) {
  const { world } = discord;
  const guildId = world.addGuild({ name: 'Newsroom' }).id;
  const channelId = world.addChannel(guildId, { name: 'general' }).id;
  const role = world.addRole(guildId, {
    name: 'Moderators',
    permissions: PermissionFlagsBits.ManageMessages,
  });
  const mia = world.addMember(guildId, { name: 'Mia' });
  const max = world.addMember(guildId, { name: 'Max', roles: [role.id] });
  return {
    guildId,
    channelId,
    member: discord.as(mia.id, channelId),
    moderator: discord.as(max.id, channelId),
  };
}

function pick({
  fetchPage,
  createFeatures,
  openApp,
  onFailure,
}: BotKitOptions): Partial<BotOptions> {
  return {
    ...(fetchPage ? { fetchPage } : {}),
    ...(createFeatures ? { createFeatures } : {}),
    ...(onFailure ? { onFailure } : {}),
    openApp: openApp ?? openWithoutSeeds,
  };
}

/** As the kit opens the archive: looking for seeds would load the readers of all formats. */
export async function openWithoutSeeds(options: OpenArchiveOptions): Promise<App> {
  const app = await openApp(options);
  app.library.setSetting('seeds', 'done');
  return app;
}
