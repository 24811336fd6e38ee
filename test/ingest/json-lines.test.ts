import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines, type LineBlock } from '../../src/ingest/json-lines.ts';

async function* inChunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

async function collect(text: string, chunk: number, block: number): Promise<LineBlock[]> {
  const blocks = [];
  for await (const each of splitLines(inChunks(text, chunk), block)) blocks.push(each);
  return blocks;
}

describe('splitLines', () => {
  it('cuts only at line feeds and says which line a block begins with', async () => {
    const blocks = await collect('one\ntwo\nthree\nfour', 6, 6);
    expect(
      blocks.map(({ bytes, firstLine }) => [Buffer.from(bytes).toString(), firstLine]),
    ).toEqual([
      ['one\ntwo\n', 1],
      ['three\n', 3],
      ['four', 4],
    ]);
  });

  it('gives nothing for nothing', async () => {
    expect(await collect('', 10, 10)).toEqual([]);
  });

  it('loses no byte, breaks no line and counts right, whatever the sizes', async () => {
    const lines = fc.array(
      fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\n', '')),
    );
    const size = fc.integer({ min: 1, max: 60 });
    await fc.assert(
      fc.asyncProperty(lines, size, size, async (all, chunk, block) => {
        const text = all.join('\n');
        const blocks = await collect(text, chunk, block);
        expect(blocks.map(({ bytes }) => Buffer.from(bytes).toString()).join('')).toBe(text);
        for (const { bytes, firstLine } of blocks) {
          expect(all[firstLine - 1]).toBe(Buffer.from(bytes).toString().split('\n')[0]);
        }
      }),
    );
  });
});
