import { createHash } from 'node:crypto';

/** Of a passage's text: the first 16 bytes of its SHA-256, in hex. Compared at the moment the text is shown. */
export function passageHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
