import type { Client, Guild } from 'discord.js';
import { createFeatures } from '../commands/index.ts';
import type { App } from './app.ts';
import { SHARED_SCOPE } from './archive/article.ts';
import { openBotArchive, type BotArchiveOptions } from './bot-archive.ts';
import { doDuties } from './bot-duties.ts';
import { createDownloader } from './discord/attachments.ts';
import type { Feature } from './discord/command.ts';
import { createDispatcher, type Dispatcher } from './discord/dispatch.ts';
import { EXIT, type ExitCode } from './discord/exit-codes.ts';
import type { FeaturePorts } from './discord/feature-ports.ts';
import { createGateway, type Gateway } from './discord/gateway.ts';
import { greet } from './discord/greeting.ts';
import { createInteractionRest, type InteractionRest } from './discord/interaction-calls.ts';
import { createMentions } from './discord/mentions.ts';
import { compareCommands } from './discord/registration/compare.ts';
import { asDefinitions, registeredCommands } from './discord/registration/registered.ts';
import { outdatedLine } from './discord/registration/report.ts';
import { missingToken, StartError } from './discord/start-error.ts';
import type { Guilds } from './guild/guilds.ts';
import { fetchUrl } from './ingest/fetch-url.ts';

export interface BotOptions extends BotArchiveOptions {
  /** In place of fetching from the public internet. */
  readonly fetchPage?: FeaturePorts['fetchPage'];
  /** In place of those of `commands/`. */
  readonly createFeatures?: (ports: FeaturePorts) => readonly Feature[];
  /**
   * Called once when the bot cannot go on, before everything is closed: the archive cannot be opened, or Discord will not
   * have the bot.
   */
  readonly onFailure?: (error: unknown) => void;
}

export interface Bot {
  /** The archive, which opens while the bot connects. */
  readonly app: Promise<App>;
  /** Resolves when connected and the archive is open as well; never, when the bot stops before that. */
  readonly ready: Promise<ReadyReport>;
  /** Finishes what was acknowledged, 10 s at most, then closes everything. */
  stop(): Promise<void>;
  /** The exit code, once everything is closed, whoever stopped it. */
  readonly stopped: Promise<ExitCode>;
}

export interface ReadyReport {
  /** As Discord shows it: `Archivist#1234`. */
  readonly name: string;
  readonly guilds: number;
  /** In the shared archive. */
  readonly articles: number;
  /** A sentence when other commands are registered than the bot has. */
  readonly outdated: string | null;
}

/**
 * Connects to Discord and opens the archive, both at once; what is asked before the archive is open is acknowledged and
 * answered then. Resolves when connected.
 * @throws {StartError} when Discord will not have the bot, and what `openBotArchive` throws; everything is closed then.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const token = options.config.DISCORD_TOKEN;
  if (token === undefined) {
    const error = missingToken();
    options.onFailure?.(error);
    throw error;
  }
  const bot = new DiscordBot(options, token);
  await bot.connect(token);
  return bot;
}

class DiscordBot implements Bot {
  readonly app: Promise<App>;
  readonly ready: Promise<ReadyReport>;
  readonly stopped: Promise<ExitCode>;
  readonly #options: BotOptions;
  readonly #features: readonly Feature[];
  readonly #mentions = createMentions();
  readonly #interactions: InteractionRest;
  readonly #gateway: Gateway;
  readonly #dispatcher: Dispatcher;
  /** Ends the work that goes on in the background. */
  readonly #life = new AbortController();
  #resolveReady: (report: ReadyReport) => void = () => undefined;
  #resolveStopped: (code: ExitCode) => void = () => undefined;
  /** What goes on in the background; never rejects. */
  #duties: Promise<void> = Promise.resolve();
  #ending: Promise<void> | null = null;
  #connected = false;

  constructor(options: BotOptions, token: string) {
    const { config, clock, log } = options;
    this.#options = options;
    this.ready = new Promise((resolve) => (this.#resolveReady = resolve));
    this.stopped = new Promise((resolve) => (this.#resolveStopped = resolve));
    this.#interactions = createInteractionRest(config.DISCORD_API_URL, clock);
    this.#gateway = createGateway({
      apiUrl: config.DISCORD_API_URL,
      clock,
      log,
      events: {
        interaction: (interaction) => void this.#dispatcher.handle(interaction),
        present: (ids) => {
          this.#withGuilds((guilds) => {
            guilds.present(ids);
          });
        },
        joined: (guild) => {
          this.#joined(guild);
        },
        left: (id) => {
          this.#left(id);
        },
        closed: (reason) => {
          if (this.#connected) this.#fail(reason, reason.exitCode);
        },
      },
    });
    // Opening takes seconds, in which threads cannot be stopped: not for a token that Discord refuses.
    this.app = this.#gateway.check(token).then(() => openBotArchive(options, this.#life.signal));
    this.#features = (options.createFeatures ?? createFeatures)(featurePorts(options));
    this.#dispatcher = createDispatcher({
      features: this.#features,
      archive: this.app,
      interactions: this.#interactions,
      rest: this.#gateway.client.rest,
      mention: this.#mentions.mention,
      clock,
      log,
    });
  }

  async connect(token: string): Promise<void> {
    try {
      const unopened = this.app.then(() => new Promise<never>(() => undefined));
      const client = await Promise.race([this.#gateway.connect(token), unopened]);
      this.#connected = true;
      void this.#afterConnecting(client);
    } catch (error) {
      this.#options.onFailure?.(error);
      await this.#end(error instanceof StartError ? error.exitCode : EXIT.failed);
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.#end(EXIT.done);
  }

  async #afterConnecting(client: Client<true>): Promise<void> {
    try {
      const outdated = await this.#lookAtRegistration(client);
      const app = await this.app;
      this.#resolveReady({
        name: client.user.tag,
        guilds: client.guilds.cache.size,
        articles: app.library.stats([SHARED_SCOPE]).articles,
        outdated,
      });
      this.#begin(app, client);
    } catch (error) {
      if (!this.#life.signal.aborted) this.#fail(error, EXIT.failed);
    }
  }

  /** Learns the ids of the commands; gives a sentence when they are out of date. */
  async #lookAtRegistration({ rest, application }: Client<true>): Promise<string | null> {
    const { config, log } = this.#options;
    const guildId = config.GUILD_ID ?? null;
    try {
      const registered = await registeredCommands({ rest, applicationId: application.id, guildId });
      this.#mentions.learn(registered);
      const definitions = this.#features.map(({ command }) => command.definition);
      const differences = compareCommands(definitions, asDefinitions(registered), guildId);
      return outdatedLine(differences, guildId);
    } catch (error) {
      log.warn({ err: error }, 'the registered commands could not be read');
      return null;
    }
  }

  /** Begins what the bot does without being asked. */
  #begin(app: App, client: Client<true>): void {
    const { clock, log } = this.#options;
    const { signal } = this.#life;
    if (signal.aborted) return;
    const { mention } = this.#mentions;
    this.#duties = doDuties({ app, client, mention, clock, log }, signal).catch(
      (error: unknown) => {
        this.#fail(error, EXIT.failed);
      },
    );
  }

  #joined(guild: Guild): void {
    const { config, log } = this.#options;
    log.info({ guild: guild.id }, 'joined a guild');
    this.#withGuilds((guilds) => {
      guilds.joined(guild.id);
    });
    void greet(guild, { config, mention: this.#mentions.mention, log });
  }

  #left(id: string): void {
    this.#options.log.info({ guild: id }, 'left a guild');
    this.#withGuilds((guilds) => {
      guilds.left(id);
    });
  }

  /** Tells the archive about guilds, in the order in which Discord did. */
  #withGuilds(tell: (guilds: Guilds) => void): void {
    this.app
      .then(({ guilds }) => {
        if (!this.#life.signal.aborted) tell(guilds);
      })
      .catch((error: unknown) => {
        this.#options.log.error({ err: error }, 'a change of guilds could not be noted');
      });
  }

  #fail(error: unknown, code: ExitCode): void {
    this.#options.log.error({ err: error }, 'the bot stops by itself');
    this.#options.onFailure?.(error);
    void this.#end(code);
  }

  /** What has begun first decides the exit code. */
  #end(code: ExitCode): Promise<void> {
    this.#ending ??= this.#close().finally(() => {
      this.#resolveStopped(code);
    });
    return this.#ending;
  }

  /** Never rejects: the last thing that can be done about a failure is to log it. */
  async #close(): Promise<void> {
    try {
      await this.#dispatcher.stop();
      this.#life.abort();
      await this.#duties;
      await this.#gateway.close();
      this.#interactions.close();
      const app = await this.app.catch(() => null);
      await app?.close();
    } catch (error) {
      this.#options.log.error({ err: error }, 'the bot did not close cleanly');
    }
  }
}

function featurePorts({ config, clock, fetchPage }: BotOptions): FeaturePorts {
  return {
    config,
    clock,
    fetchPage:
      fetchPage ?? ((url, signal) => fetchUrl(url, { clock, ...(signal ? { signal } : {}) })),
    downloadAttachments: createDownloader(config.DISCORD_API_URL, clock),
  };
}
