import type { Embedder } from '../embedding/embedder.ts';
import type { TokenLimits } from './embedding-text.ts';

/** Raised with any change to where `splitPassages` cuts or to what is embedded; stamped in the index manifest. */
export const PASSAGE_RULES_VERSION = 1;

/** Longer passages blur what they are about; models that take more tokens get no more. */
const MAX_PASSAGE_TOKENS = 256;

/** What a passage may have, by the model's own tokenizer. */
export function passageLimits(embedder: Pick<Embedder, 'maxTokens' | 'countTokens'>): TokenLimits {
  return {
    maxTokens: Math.min(embedder.maxTokens, MAX_PASSAGE_TOKENS),
    countTokens: (text) => embedder.countTokens(text, 'passage'),
  };
}
