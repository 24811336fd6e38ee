import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseArticles } from '../../../src/search/lexical/new-documents.ts';
import { rebuildSegment } from '../../../src/search/lexical/segment-builder.ts';
import { decodeSegment, SegmentDamage } from '../../../src/search/lexical/segment-codec.ts';
import type { Segment } from '../../../src/search/lexical/segment.ts';
import { termKey } from '../../../src/search/lexical/term-key.ts';
import { lexicalArticle } from '../../fakes/lexical-articles.ts';

async function segmentOf(...paragraphs: string[]): Promise<Segment> {
  const article = lexicalArticle(1, { headline: 'Storm', paragraphs });
  const segment = await rebuildSegment(null, new Set(), await analyseArticles([article]));
  if (segment === null) throw new Error('The segment is empty.');
  return segment;
}

describe('a stored segment', () => {
  it('is read back as it was written, in place where the bytes are aligned', async () => {
    const segment = await segmentOf('rain on the harbour', 'été à Łódź');
    const bytes = segment.bytes.slice();
    const again = decodeSegment(bytes);
    expect(again.columns).toEqual(segment.columns);
    expect(again.columns.termBytes.buffer).toBe(bytes.buffer);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(decodeSegment(shifted.subarray(1)).columns).toEqual(segment.columns);
  });

  it('is refused when cut anywhere', async () => {
    const { bytes } = await segmentOf('rain on the harbour');
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeSegment(bytes.slice(0, length))).toThrow(SegmentDamage);
    }
    const longer = new Uint8Array(bytes.length + 8);
    longer.set(bytes);
    expect(() => decodeSegment(longer)).toThrow(SegmentDamage);
  });

  it('is refused when any bit is flipped', async () => {
    const { bytes } = await segmentOf('rain on the harbour');
    for (let at = 0; at < bytes.length * 8; at++) {
      const flipped = bytes.slice();
      flipped[at >>> 3] = (flipped[at >>> 3] ?? 0) ^ (1 << (at & 7));
      expect(() => decodeSegment(flipped)).toThrow(SegmentDamage);
    }
  });

  it('says what is wrong with it', async () => {
    const { bytes } = await segmentOf('rain');
    const changed = (at: number, value: number) => {
      const copy = bytes.slice();
      copy[at] = value;
      return () => decodeSegment(copy);
    };
    expect(() => decodeSegment(new Uint8Array(3))).toThrow('3 bytes, shorter than the header');
    expect(changed(0, 0)).toThrow(/^magic number \d+ where \d+ is expected$/);
    expect(changed(4, 9)).toThrow('format version 9 where 1 is expected');
    expect(changed(8, 99)).toThrow('version of the word analysis 99 where');
    expect(changed(bytes.length - 1, 255)).toThrow(/^checksum/);
  });

  it('is refused whatever foreign bytes it is made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => decodeSegment(bytes)).toThrow(SegmentDamage);
      }),
    );
  });
});

describe('the dictionary', () => {
  it('finds each of many terms and no other', async () => {
    const words = Array.from({ length: 5_000 }, (_, at) => `w${at}`);
    const segment = await segmentOf(words.join(' '));
    const ordinals = words.map((word) => segment.find(termKey(word)));
    expect(ordinals).not.toContain(-1);
    expect(new Set(ordinals).size).toBe(words.length);
    for (const absent of ['w5000', 'w', '', 'x'.repeat(100)]) {
      expect(segment.find(termKey(absent))).toBe(-1);
    }
  });

  it('tells apart terms whose hashes are equal', async () => {
    const [first, second] = ['z9pfs0', 'zavja0'] as const;
    expect(termKey(first).hash).toBe(termKey(second).hash);
    const segment = await segmentOf(`${first} ${second}`);
    const ordinals = [first, second].map((word) => segment.find(termKey(word)));
    expect(new Set(ordinals).size).toBe(2);
    expect(ordinals).not.toContain(-1);
    const alone = await segmentOf(first);
    expect(alone.find(termKey(second))).toBe(-1);
  });

  it('holds counts and ordinals too large for 16 bits together', async () => {
    const segment = await segmentOf('rain '.repeat(70_000), 'rain');
    const { passagePostings } = segment.columns;
    expect(passagePostings.entries).toBeInstanceOf(Uint32Array);
    const mask = 2 ** passagePostings.countBits - 1;
    const counts = [...passagePostings.entries].map((entry) => entry & mask);
    expect(counts.sort((a, b) => b - a).slice(0, 2)).toEqual([70_000, 1]);
  });
});
