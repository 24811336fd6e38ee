import { createHash, randomInt } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

const LENGTH = 12;

/** 12 characters of base32: 60 random bits. */
export function randomId(): string {
  return Array.from({ length: LENGTH }, () => BASE32.charAt(randomInt(BASE32.length))).join('');
}

/** 12 characters of base32 as well, always the same for the same text. */
export function hashedId(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, LENGTH);
  return Array.from(bytes, (byte) => BASE32.charAt(byte % BASE32.length)).join('');
}
