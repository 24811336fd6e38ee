import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packLines } from '../../../src/discord/archive/pack-lines.ts';

const room = { files: 3, fileBytes: 10, totalBytes: 25 };

describe('packLines', () => {
  it('puts lines into one file while they fit', async () => {
    expect(await pack(['a\n', 'b\n'])).toEqual({ parts: ['a\nb\n'], lines: 2 });
  });

  it('begins another file before a line that would not fit whole', async () => {
    expect(await pack(['123456\n', '1234\n', '12\n'])).toEqual({
      parts: ['123456\n', '1234\n12\n'],
      lines: 3,
    });
  });

  it('makes no file of nothing', async () => {
    expect(await pack([])).toEqual({ parts: [], lines: 0 });
  });

  it('gives up on a line larger than a file, counted in bytes', async () => {
    expect(await pack(['äääää\n'])).toBeNull();
    expect(await pack(['aaaaa\n'])).not.toBeNull();
  });

  it('gives up on more files than a message takes', async () => {
    const wide = { ...room, totalBytes: 100 };
    const lines = ['1234567\n', '1234567\n', '1234567\n', '1\n'];
    expect(await pack(lines, wide)).not.toBeNull();
    expect(await pack([...lines, '1234567\n'], wide)).toBeNull();
  });

  it('gives up on more than a request takes, and reads no further', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield await Promise.resolve('12345\n');
      }
    }
    expect(await packLines(endless(), { ...room, files: 10 })).toBeNull();
    expect(read).toBe(5);
  });

  it('loses, doubles and divides no line', async () => {
    const unit = fc.constantFrom('a', 'ä', '€', '😀', '\n', '"');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit, maxLength: 20 }), { maxLength: 20 }),
        async (texts) => {
          const lines = texts.map((text) => `${JSON.stringify(text)}\n`);
          const packed = await pack(lines, { files: 100, fileBytes: 80, totalBytes: 1_000 });
          if (packed === null) return;
          expect(packed.parts.join('')).toBe(Buffer.from(lines.join('')).toString());
          for (const part of packed.parts) expect(part.endsWith('\n')).toBe(true);
          for (const part of packed.parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(80);
        },
      ),
    );
  });
});

async function pack(lines: readonly string[], given = room) {
  const packed = await packLines(each(lines), given);
  if (packed === null) return null;
  const parts = packed.parts.map((part) => Buffer.from(part).toString());
  return { parts, lines: packed.lines };
}

async function* each(lines: readonly string[]) {
  for (const line of lines) yield await Promise.resolve(line);
}
