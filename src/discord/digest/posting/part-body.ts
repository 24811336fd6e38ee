import { z } from 'zod';
import { messageBody } from '../../message-body.ts';
import type { MessageReply } from '../../reply.ts';

/** What of a part is kept until it is posted. */
export interface PartBody {
  /** What a thread under it, or a post of a forum with it, is called: 1 to 100 characters. */
  readonly title: string;
  /** As Discord's REST API takes it. */
  readonly message: Readonly<Record<string, unknown>>;
}

const partBody = z.object({ title: z.string(), message: z.record(z.string(), z.unknown()) });

export function encodePart(reply: MessageReply, title: string): string {
  return JSON.stringify({ title, message: messageBody(reply) });
}

export function decodePart(body: string): PartBody {
  return partBody.parse(JSON.parse(body));
}
