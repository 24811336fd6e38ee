import { randomInt } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 8;

/** What a user can name and an operator can find in the log: 8 random characters of base32. */
export function newReference(): string {
  return Array.from({ length: LENGTH }, () => BASE32.charAt(randomInt(BASE32.length))).join('');
}
