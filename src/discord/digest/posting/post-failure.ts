import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes as Codes,
} from 'discord.js';
import { PostError } from '../../../digest/poster.ts';
import type { PostProblem } from '../../../digest/schedule.ts';

type Kind = PostProblem['kind'];

/** What a failed request has to do with the message. */
export interface FailureFacts {
  /** Looks up what the bot lacks, for a refusal that is about that. */
  readonly missing: () => readonly string[];
  /** Was the request to post the message? If not, nothing has been posted by it. */
  readonly posts: boolean;
}

export function postErrorOf(error: unknown, { missing, posts }: FailureFacts): PostError {
  if (error instanceof PostError) return error;
  const kind = error instanceof DiscordAPIError ? refusalKind(error) : 'discord';
  const permissions = kind === 'missing-permission' ? missing() : [];
  return new PostError({ kind, permissions }, posts && mayHaveWorked(error), { cause: error });
}

/** Did Discord refuse a request with one of these codes? */
export function isRefused(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

function refusalKind({ code, status }: DiscordAPIError): Kind {
  return BY_CODE.get(Number(code)) ?? BY_STATUS.get(status) ?? 'discord';
}

const BY_CODE: ReadonlyMap<number, Kind> = new Map<number, Kind>([
  [Codes.UnknownChannel, 'channel-gone'],
  [Codes.UnknownGuild, 'no-access'],
  [Codes.MissingAccess, 'no-access'],
  [Codes.MissingPermissions, 'missing-permission'],
  [Codes.CannotSendMessagesInNonTextChannel, 'channel-closed'],
  [Codes.CannotExecuteActionOnThisChannelType, 'channel-closed'],
  [Codes.InvalidActionOnArchivedThread, 'channel-closed'],
  [Codes.ThreadLocked, 'channel-closed'],
  [Codes.MaximumActiveThreads, 'channel-closed'],
  [Codes.TagRequiredToCreateAForumPostInThisChannel, 'channel-closed'],
]);

const BY_STATUS: ReadonlyMap<number, Kind> = new Map<number, Kind>([
  [403, 'missing-permission'],
  [404, 'channel-gone'],
]);

/** May the request have been carried out? Not when it was refused, or never left. */
function mayHaveWorked(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof RateLimitError) return false;
  if (error instanceof HTTPError) return error.status >= 500;
  if (!(error instanceof Error)) return true;
  return !('code' in error && NEVER_LEFT.includes(String(error.code)));
}

const NEVER_LEFT: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
];
