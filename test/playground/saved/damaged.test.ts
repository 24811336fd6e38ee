import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SavedStateError } from '../../../src/playground/saved/saved-state-error.ts';
import { readState } from '../../../src/playground/saved/state-lines.ts';
import { build, post, smallWorld, written } from './worlds.ts';

let bytes: Buffer;
let lines: string[];

beforeAll(async () => {
  const parts = build();
  const place = smallWorld(parts);
  await Promise.resolve();
  post(parts, place, { file: Buffer.from('text') });
  bytes = await written(parts);
  lines = bytes.toString().split('\n');
});

function errorOf(content: Uint8Array): SavedStateError {
  try {
    readState(content);
  } catch (error) {
    if (error instanceof SavedStateError) return error;
    throw error;
  }
  throw new Error('It was read.');
}

/** A state with lines of our own under a right sum. */
function summed(...own: readonly unknown[]): Buffer {
  const rest = own.map((line) => `\n${typeof line === 'string' ? line : JSON.stringify(line)}`);
  const sha256 = createHash('sha256').update(rest.join('')).digest('hex');
  const header = JSON.stringify({ format: 'archivist-playground', version: 1, sha256 });
  return Buffer.from(header + rest.join(''));
}

function parsedLine(index: number): Record<string, Record<string, unknown>> {
  return JSON.parse(lines[index] ?? '') as Record<string, Record<string, unknown>>;
}

describe('a saved state', () => {
  it('is refused wherever it was cut off', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(errorOf(bytes.subarray(0, length))).toBeInstanceOf(SavedStateError);
    }
  });

  it('is refused when a single bit is another', () => {
    const places = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) });
    fc.assert(
      fc.property(places, ({ at, bit }) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        expect(errorOf(damaged)).toBeInstanceOf(SavedStateError);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused whatever else it is', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (other) => {
        expect(errorOf(other)).toBeInstanceOf(SavedStateError);
      }),
    );
  });

  it('of a newer version says so', () => {
    const [header = '', ...rest] = lines;
    const newer = [header.replace('"version":1', '"version":2'), ...rest].join('\n');
    expect(errorOf(Buffer.from(newer))).toMatchObject({
      expected: 'version 1',
      found: 'version 2',
      message: 'The saved state cannot be used: expected version 1, found version 2.',
    });
  });

  it('that is something else says what it found, and not too much of it', () => {
    expect(errorOf(Buffer.from('<html>'))).toMatchObject({ found: '<html>' });
    expect(errorOf(Buffer.alloc(0))).toMatchObject({ found: 'nothing' });
    expect(errorOf(Buffer.alloc(10_000, 'x')).found).toHaveLength(61);
  });

  it('is read when its sum is right', () => {
    expect(readState(summed(...lines.slice(1))).messages).toHaveLength(1);
  });

  it.each([
    ['no world', []],
    ['a world without fields', [{}]],
    ['an entry of another kind', () => [lines[1], { sticker: {} }]],
    ['an empty line', () => [lines[1], '']],
    ['half a message', () => [lines[1], { message: { ...parsedLine(2)['message'], message: {} } }]],
    ['half a file', () => [lines[1], { file: { path: '/x' } }]],
    [
      'bits that are none',
      () => [(lines[1] ?? '').replace(/"permissions":"\d+"/, '"permissions":"-1"')],
    ],
    [
      'a message of no channel',
      () => [lines[1], { message: { ...parsedLine(2)['message'], channelId: '7' } }],
    ],
    [
      'a message that is newer than the last id',
      () => [(lines[1] ?? '').replace(/"last":"\d+"/, '"last":"7"'), lines[2]],
    ],
    ['a member who is nobody', () => [{ ...parsedLine(1), users: [] }]],
    [
      'a thread of no channel',
      () => [(lines[1] ?? '').replace('"parentId":null', '"parentId":"7"')],
    ],
  ])('with a right sum but %s is refused', (_, own) => {
    const content = summed(...(typeof own === 'function' ? own() : own));
    expect(errorOf(content)).toBeInstanceOf(SavedStateError);
  });
});
