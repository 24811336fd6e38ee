import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Config } from '../../config.ts';
import { UserError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { StartError, startErrorOf } from '../start-error.ts';
import type { Definition, Scope } from './normalise.ts';
import { registerCommands } from './registered.ts';
import { registeredLine, shownTwiceLine } from './report.ts';
import { findShownTwice } from './shown-twice.ts';
import { withRegistration } from './with-registration.ts';

export interface RegisterOptions {
  /** Without the program. `--remove` registers nothing and removes what is there. */
  readonly argv: readonly string[];
  /** @throws {UserError} when settings are wrong. */
  readonly readConfig: () => Config;
  readonly definitions: (config: Config) => readonly Definition[];
  /** Takes one line without its end. */
  readonly print: (line: string) => void;
  readonly warn: (line: string) => void;
}

const USAGE = 'Usage: npm run register [-- --remove]';

/** `npm run register`: one line of what was done, or of what is wrong. Never rejects. */
export async function runRegister(options: RegisterOptions): Promise<ExitCode> {
  const { argv, warn } = options;
  if (argv.some((argument) => argument !== '--remove')) {
    warn(USAGE);
    return EXIT.usage;
  }
  try {
    await register(options.readConfig(), options);
    return EXIT.done;
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    if (error instanceof StartError) return error.exitCode;
    return error instanceof UserError ? EXIT.usage : EXIT.failed;
  }
}

async function register(
  config: Config,
  { argv, definitions, print, warn }: RegisterOptions,
): Promise<void> {
  const { DISCORD_API_URL: api, GUILD_ID: guildId = null } = config;
  const wanted = argv.includes('--remove') ? [] : definitions(config);
  try {
    await withRegistration(config, wanted, async (registration) => {
      print(registeredLine(await registerCommands(registration), wanted.length, guildId));
      for (const twice of await findShownTwice(registration)) warn(shownTwiceLine(twice));
    });
  } catch (error) {
    throw refusal(error, guildId) ?? startErrorOf(error, api);
  }
}

const NOT_IN_GUILD: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
];

/** What Discord refuses of a request that reached it. */
function refusal(error: unknown, guildId: Scope): StartError | null {
  if (!(error instanceof DiscordAPIError)) return null;
  if (error.status === 400) {
    return new StartError(`Discord refuses the commands: ${error.message}`, EXIT.failed, error);
  }
  if (guildId === null || !NOT_IN_GUILD.includes(error.code)) return null;
  return new StartError(
    `The bot is not in the guild GUILD_ID=${guildId}. Invite it there first, or correct the setting.`,
    EXIT.usage,
    error,
  );
}
