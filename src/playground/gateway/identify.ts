import { GatewayCloseCodes } from 'discord-api-types/v10';
import { z } from 'zod';
import { areValid, PRIVILEGED } from './intents.ts';

const schema = z.object({
  token: z.string(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  intents: z.number(),
  compress: z.boolean().optional(),
  shard: z.tuple([z.number().int(), z.number().int()]).optional(),
  large_threshold: z.number().int().min(50).max(250).optional(),
});

export interface Identity {
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly compress: boolean;
}

export interface Refusal {
  readonly code: GatewayCloseCodes;
  readonly reason: string;
}

/** What a bot says of itself in IDENTIFY, or why it is turned away. */
export function readIdentify(
  data: unknown,
  expected: { readonly token: string; readonly privilegedIntents: number },
): Identity | Refusal {
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    return { code: GatewayCloseCodes.DecodeError, reason: 'Error while decoding payload.' };
  }
  const { token, intents, shard = [0, 1], compress = false } = parsed.data;
  if (token !== expected.token) {
    return { code: GatewayCloseCodes.AuthenticationFailed, reason: 'Authentication failed.' };
  }
  if (shard[0] < 0 || shard[0] >= shard[1]) {
    return { code: GatewayCloseCodes.InvalidShard, reason: 'Invalid shard.' };
  }
  if (!areValid(intents)) {
    return { code: GatewayCloseCodes.InvalidIntents, reason: 'Invalid intent(s).' };
  }
  if ((intents & PRIVILEGED & ~expected.privilegedIntents) !== 0) {
    return { code: GatewayCloseCodes.DisallowedIntents, reason: 'Disallowed intent(s).' };
  }
  return { intents, shard, compress };
}

const resumeSchema = z.object({
  token: z.string(),
  session_id: z.string(),
  seq: z.number().int().nullable(),
});

export interface Resumption {
  readonly token: string;
  readonly sessionId: string;
  readonly sequence: number;
}

export function readResume(data: unknown): Resumption | null {
  const parsed = resumeSchema.safeParse(data);
  if (!parsed.success) return null;
  const { token, session_id, seq } = parsed.data;
  return { token, sessionId: session_id, sequence: seq ?? 0 };
}
