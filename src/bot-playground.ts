import { join } from 'node:path';
import { startBot, type Bot, type BotOptions } from './bot.ts';
import { commandDefinitions } from './command-definitions.ts';
import type { Config } from './config.ts';
import { EXIT } from './discord/exit-codes.ts';
import { registerCommands } from './discord/registration/registered.ts';
import { withRegistration } from './discord/registration/with-registration.ts';
import { StartError } from './discord/start-error.ts';
import { codeOf } from './errors.ts';
import { DiscordFolder } from './newsroom/discord-folder.ts';
import { openNewsroom, type Newsroom } from './newsroom/newsroom.ts';
import { WELCOME } from './newsroom/welcome.ts';
import { JumpingClock } from './playground/jumping-clock.ts';
import type { LocalDiscord } from './playground/local-discord.ts';
import type { PageOptions } from './playground/page-options.ts';
import { SavedStateError } from './playground/saved/saved-state-error.ts';
import { startLocalDiscord } from './playground/start-local-discord.ts';
import { unlessAborted } from './unless-aborted.ts';

export interface PlaygroundOptions extends Omit<BotOptions, 'createFeatures'> {
  /** Ends the start: it then closes what is open, and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Takes a sentence on something unusual that is no failure. */
  readonly onRemark?: (sentence: string) => void;
}

export interface Playground {
  /** Where the page is. */
  readonly url: string;
  readonly bot: Bot;
  readonly discord: LocalDiscord;
  /** Stops the bot, saves the local Discord and closes it. @throws {UserError} when it cannot be saved. */
  stop(): Promise<void>;
}

/**
 * Starts a local Discord with a page in front of it, and the bot in it. Both are kept in `DATA_DIR/playground`, apart from
 * the archive of a bot on Discord. Resolves when the bot is ready.
 * @throws {StartError} when the port cannot be had; whatever keeps the bot from its work. Nothing stays open then.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const playground = new BotPlayground(options);
  try {
    return await playground.start();
  } catch (error) {
    // What kept it from starting says more than what could not be closed after it.
    await playground.stop().catch(() => undefined);
    throw error;
  }
}

class BotPlayground {
  readonly #options: PlaygroundOptions;
  readonly #folder: string;
  readonly #clock: JumpingClock;
  readonly #storage: DiscordFolder;
  #knowOurs: (isOurs: boolean) => void = () => undefined;
  #discord: LocalDiscord | null = null;
  #newsroom: Newsroom | null = null;
  #bot: Bot | null = null;
  #nextDigest: () => Date | null = () => null;
  #stopping: Promise<void> | null = null;

  constructor(options: PlaygroundOptions) {
    this.#options = options;
    this.#folder = join(options.config.DATA_DIR, 'playground');
    this.#clock = new JumpingClock(options.clock);
    const isOurs = new Promise<boolean>((resolve) => (this.#knowOurs = resolve));
    this.#storage = new DiscordFolder(join(this.#folder, 'discord'), isOurs);
  }

  async start(): Promise<Playground> {
    const { signal } = this.#options;
    const discord = await this.#openDiscord();
    this.#discord = discord;
    this.#newsroom = openNewsroom(discord);
    const config = this.#botConfig(discord);
    await withRegistration(config, commandDefinitions(config), registerCommands);
    signal?.throwIfAborted();
    const bot = await this.#startBot(config);
    return { url: discord.pageUrl, bot, discord, stop: () => this.stop() };
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    await this.#bot?.stop();
    this.#knowOurs(false);
    await this.#discord?.close();
  }

  /** As it was left, the time included; a new one where what was kept is damaged. */
  async #openDiscord(): Promise<LocalDiscord> {
    const discord = await this.#listen().catch(async (error: unknown) => {
      if (!(error instanceof SavedStateError)) throw error;
      const place = await this.#storage.putAside();
      this.#options.onRemark?.(
        `What was kept of the playground cannot be read, and is now in ${place}. It begins anew.`,
      );
      return this.#listen();
    });
    const ahead = Number(discord.notes.get(AHEAD_MS) ?? 0);
    this.#clock.advanceTo(new Date(this.#clock.now().getTime() + ahead));
    return discord;
  }

  async #listen(): Promise<LocalDiscord> {
    const { PORT: port } = this.#options.config;
    try {
      const page = this.#page();
      return await startLocalDiscord({
        clock: this.#clock.steady,
        port,
        page,
        storage: this.#storage,
      });
    } catch (error) {
      throw portTrouble(error, port);
    }
  }

  #page(): PageOptions {
    return {
      guild: () => this.#newsroom?.guildId ?? null,
      people: () => this.#newsroom?.people ?? [],
      welcome: WELCOME,
      time: {
        aheadMs: () => this.#clock.aheadMs,
        next: () => {
          const at = this.#nextDigest();
          return at && { label: 'Next digest', at };
        },
        advanceTo: (at) => {
          this.#clock.advanceTo(at);
          this.#discord?.notes.set(AHEAD_MS, String(this.#clock.aheadMs));
        },
      },
    };
  }

  #botConfig({ token, apiUrl }: LocalDiscord): Config {
    return {
      ...this.#options.config,
      DATA_DIR: this.#folder,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: apiUrl,
      GUILD_ID: undefined,
    };
  }

  async #startBot(config: Config): Promise<Bot> {
    const options = this.#options;
    const openApp = options.openApp ?? (await import('./open-app.ts')).openApp;
    let failure: unknown = null;
    const bot = await startBot({
      ...options,
      config,
      // A digest waits for an hour of the day, which a jump brings nearer; all else waits for an answer.
      clock: this.#clock.steady,
      openApp: (opening) => openApp({ ...opening, clock: this.#clock }),
      onFailure: (error) => {
        failure = error;
        options.onFailure?.(error);
      },
    });
    this.#bot = bot;
    void this.#watchArchive(bot);
    // `ready` never resolves for a bot that stops before.
    const stopped = bot.stopped.then(() => Promise.reject(asError(failure)));
    const opened = Promise.race([bot.ready, stopped]);
    await (options.signal ? unlessAborted(opened, options.signal) : opened);
    return bot;
  }

  async #watchArchive(bot: Bot): Promise<void> {
    const app = await bot.app.catch(() => null);
    this.#knowOurs(app !== null);
    const guildId = this.#newsroom?.guildId;
    if (app !== null && guildId !== undefined) {
      this.#nextDigest = () => app.digests.nextDue(guildId);
    }
  }
}

/** Name of the note of how far the clock was set forward. */
const AHEAD_MS = 'ahead-ms';

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The bot stopped.', { cause: reason });
}

/** What it means that a port cannot be listened on; every other error as it is. */
function portTrouble(error: unknown, port: number): unknown {
  const reason = PORT_TROUBLES[codeOf(error)];
  if (reason === undefined) return error;
  return new StartError(
    `Port ${port} of 127.0.0.1 ${reason}. Choose another one with PORT, or leave PORT out for a free one.`,
    EXIT.portUnusable,
    error,
  );
}

const PORT_TROUBLES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken: another program, or another playground, uses it',
  EACCES: 'may not be used by you',
};
