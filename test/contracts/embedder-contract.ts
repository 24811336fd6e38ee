import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TextTooLongError, type Embedder } from '../../src/embedding/embedder.ts';

/** What every embedder must do, the fake included. `open` is called once; the suite closes what it gives. */
export function embedderContract(open: () => Promise<Embedder>): void {
  let embedder: Embedder;

  beforeAll(async () => {
    embedder = await open();
  });

  afterAll(async () => {
    await embedder.close();
  });

  const embedOne = async (text: string): Promise<Float32Array> => {
    const [vector = new Float32Array()] = await embedder.embed([text], { role: 'passage' });
    return vector;
  };
  const textOf = (words: number): string => Array<string>(words).fill('word').join(' ');

  it('gives one vector of length 1 per text, of the dimensions it names', async () => {
    const vectors = await embedder.embed(['one text', 'another', ''], { role: 'passage' });
    expect(vectors.map((vector) => vector.length)).toEqual(Array(3).fill(embedder.dimensions));
    for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });

  it('gives no vectors for no texts', async () => {
    await expect(embedder.embed([], { role: 'query' })).resolves.toEqual([]);
  });

  it('keeps the order of the texts, whoever embeds them', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `the ${textOf(i)} number ${i} of twelve`);
    const together = await embedder.embed(texts, { role: 'passage' });
    const alone = await Promise.all(texts.map(embedOne));
    expect(together).toEqual(alone);
  });

  it('puts texts that share words nearer than texts that share none', async () => {
    const [fish, sameFish, tax] = await embedder.embed(
      ['salmon swim up the river', 'salmon swim in the cold river', 'parliament voted on pensions'],
      { role: 'passage' },
    );
    expect(cosine(fish, sameFish)).toBeGreaterThan(cosine(fish, tax));
  });

  it('counts more tokens for more words, special tokens included', () => {
    const empty = embedder.countTokens('', 'passage');
    expect(empty).toBeGreaterThan(0);
    expect(embedder.countTokens(textOf(5), 'passage')).toBe(empty + 5);
  });

  it('takes a text of exactly the most tokens', async () => {
    const words = embedder.maxTokens - embedder.countTokens('', 'passage');
    expect(await embedOne(textOf(words))).toHaveLength(embedder.dimensions);
  });

  it('refuses a longer text with both numbers, and embeds nothing of the call', async () => {
    const tokens = embedder.maxTokens + 1;
    const text = textOf(tokens - embedder.countTokens('', 'passage'));
    await expect(embedder.embed(['short', text], { role: 'passage' })).rejects.toThrow(
      new TextTooLongError(tokens, embedder.maxTokens),
    );
  });

  it('rejects with the reason of a signal that was aborted before', async () => {
    const reason = new Error('changed my mind');
    const signal = AbortSignal.abort(reason);
    await expect(embedder.embed(['text'], { role: 'query', signal })).rejects.toBe(reason);
  });

  describe('once closed', () => {
    beforeAll(async () => {
      await embedder.close();
    });

    it('rejects', async () => {
      await expect(embedder.embed(['text'], { role: 'query' })).rejects.toThrow('closed');
    });

    it('can be closed again', async () => {
      await expect(embedder.close()).resolves.toBeUndefined();
    });
  });
}

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a?.reduce((sum, value, i) => sum + value * (b?.[i] ?? NaN), 0) ?? NaN;
}
