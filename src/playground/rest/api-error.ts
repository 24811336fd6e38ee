import { toErrorBody, type ErrorBody, type ValidationProblem } from '../validate/validate.ts';

/** A refusal, with the status and body Discord gives. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

const REFUSALS = {
  general: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownChannel: [404, 10_003, 'Unknown Channel'],
  unknownGuild: [404, 10_004, 'Unknown Guild'],
  unknownMember: [404, 10_007, 'Unknown Member'],
  unknownMessage: [404, 10_008, 'Unknown Message'],
  unknownRole: [404, 10_011, 'Unknown Role'],
  unknownUser: [404, 10_013, 'Unknown User'],
  unknownWebhook: [404, 10_015, 'Unknown Webhook'],
  unknownInteraction: [404, 10_062, 'Unknown interaction'],
  unknownCommand: [404, 10_063, 'Unknown application command'],
  unknownTag: [400, 10_087, 'Unknown tag'],
  tooLarge: [413, 40_005, 'Request entity too large'],
  alreadyCrossposted: [400, 40_033, 'This message has already been crossposted'],
  alreadyAcknowledged: [400, 40_060, 'Interaction has already been acknowledged.'],
  tagRequired: [400, 40_067, 'A tag is required to create a forum post in this channel'],
  missingAccess: [403, 50_001, 'Missing Access'],
  notTheAuthor: [403, 50_005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50_006, 'Cannot send an empty message'],
  wrongChannelKind: [400, 50_008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50_013, 'Missing Permissions'],
  notOnThisChannelType: [400, 50_024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50_027, 'Invalid Webhook Token'],
  threadArchived: [400, 50_083, 'Thread is archived'],
  invalidJson: [400, 50_109, 'The request body contains invalid JSON.'],
  threadExists: [400, 160_004, 'A thread has already been created for this message'],
  threadLocked: [400, 160_005, 'This thread is locked'],
} as const satisfies Record<string, readonly [number, number, string]>;

export function refusal(kind: keyof typeof REFUSALS): ApiError {
  const [status, code, message] = REFUSALS[kind];
  return new ApiError(status, { code, message });
}

/** @throws {ApiError} when there are any problems. */
export function refuseInvalid(problems: readonly ValidationProblem[]): void {
  if (problems.length > 0) throw new ApiError(400, toErrorBody(problems));
}
