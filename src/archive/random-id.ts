import { randomInt } from 'node:crypto';

export const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** 12 characters of base32: 60 random bits. */
export function randomId(): string {
  return Array.from({ length: 12 }, () => BASE32.charAt(randomInt(BASE32.length))).join('');
}
