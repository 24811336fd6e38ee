import { describe, expect, it } from 'vitest';
import { embedderContract } from '../contracts/embedder-contract.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';

describe('HashEmbedder', () => {
  embedderContract(() => Promise.resolve(new HashEmbedder()));

  it('records every call as it was made', async () => {
    const embedder = new HashEmbedder();
    await embedder.embed(['a question'], { role: 'query', priority: 'interactive' });
    expect(embedder.calls).toEqual([
      { texts: ['a question'], role: 'query', priority: 'interactive' },
    ]);
  });
});
