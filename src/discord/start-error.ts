import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
} from 'discord.js';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** The bot cannot work with Discord. The message is a sentence for its operator. */
export class StartError extends Error {
  override name = 'StartError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode, cause?: unknown) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}

export function missingToken(): StartError {
  return new StartError(
    'DISCORD_TOKEN is not set. Put the bot token from Discord’s developer portal into .env.',
    EXIT.badToken,
  );
}

/** What an error of connecting means for the operator. @param apiUrl the setting. */
export function startErrorOf(error: unknown, apiUrl: string): StartError {
  if (error instanceof StartError) return error;
  if (isRefusedToken(error)) return refusedToken(error);
  if (isNetworkTrouble(error)) {
    const reason = error instanceof Error && error.message !== '' ? ` (${error.message})` : '';
    return new StartError(
      `Discord cannot be reached at ${apiUrl}${reason}. Is there a network?`,
      EXIT.unreachable,
      error,
    );
  }
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    return new StartError(
      `${apiUrl} does not answer as Discord does (status ${error.status}). Is DISCORD_API_URL right?`,
      EXIT.unreachable,
      error,
    );
  }
  return new StartError('The bot could not connect to Discord.', EXIT.failed, error);
}

/** What the code with which the gateway closed for good means; null for one after which the bot connects again. */
export function closingError(code: number): StartError | null {
  if (code === REFUSED_CODE) return refusedToken(undefined);
  if (INTENT_CODES.includes(code)) {
    return new StartError(
      'Discord does not allow this application a gateway intent that the bot asks for. Look at “Bot” in the developer portal.',
      EXIT.disallowedIntents,
    );
  }
  return FINAL_CODES.includes(code)
    ? new StartError(`Discord closed the connection for good (code ${code}).`, EXIT.failed)
    : null;
}

const REFUSED_CODE: number = GatewayCloseCodes.AuthenticationFailed;
const INTENT_CODES: readonly number[] = [
  GatewayCloseCodes.DisallowedIntents,
  GatewayCloseCodes.InvalidIntents,
];
const FINAL_CODES: readonly number[] = [
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
];

function refusedToken(cause: unknown): StartError {
  return new StartError(
    'Discord refuses DISCORD_TOKEN. Copy the bot token again from the developer portal, or reset it there.',
    EXIT.badToken,
    cause,
  );
}

function isRefusedToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

function isNetworkTrouble(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof DiscordjsError) return false;
  if (error instanceof HTTPError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('code' in error && typeof error.code === 'string');
}
