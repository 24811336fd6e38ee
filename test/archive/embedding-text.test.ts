import { describe, expect, it } from 'vitest';
import { passageEmbeddingText, type TokenLimits } from '../../src/archive/embedding-text.ts';

const limits: TokenLimits = { maxTokens: 20, countTokens: (text) => text.split(/\s+/).length };

describe('passageEmbeddingText', () => {
  it('puts the headline on a line of its own before the passage', () => {
    expect(passageEmbeddingText(' Harbour reopens ', 'Ships came.', limits)).toBe(
      'Harbour reopens\nShips came.',
    );
  });

  it('cuts a headline behind the last word within half of the limit', () => {
    const headline = 'one two three four five six seven eight nine ten eleven twelve';
    expect(passageEmbeddingText(headline, 'Ships came.', limits)).toBe(
      'one two three four five six seven eight nine ten\nShips came.',
    );
  });

  it('leaves out a headline that is empty or of which nothing fits', () => {
    expect(passageEmbeddingText(' ', 'Ships came.', limits)).toBe('Ships came.');
    expect(passageEmbeddingText('Harbour', 'S', { maxTokens: 1, countTokens: () => 1 })).toBe('S');
  });
});
