import type { EmbedOptions, Embedder } from '../embedding/embedder.ts';
import type { NewPassage } from './database/passage-store.ts';
import { headlineForEmbedding, joinHeadline } from './embedding-text.ts';
import type { Breather } from '../event-loop.ts';
import { passageHash } from './integrity.ts';
import { passageLimits } from './passage-limits.ts';
import { walkPassages } from './passages.ts';
import type { PassageSource } from './sentence-queue.ts';
import type { Span } from './article.ts';

/** An article's passages, ready to be stored and indexed. */
export interface EmbeddedPassages {
  readonly passages: readonly NewPassage[];
  /** One per passage, L2-normalised. */
  readonly vectors: readonly Float32Array[];
}

/** Cuts an article as the model's limits demand; other work runs in between. */
export async function cutPassages(
  article: PassageSource,
  embedder: Embedder,
  breather: Breather,
): Promise<NewPassage[]> {
  const passages: NewPassage[] = [];
  for (const { start, end } of walkPassages(article, passageLimits(embedder))) {
    passages.push({ start, end, hash: passageHash(article.canonical.slice(start, end)) });
    await breather.breathe();
  }
  return passages;
}

/** One vector per passage, in order, each of the headline and the passage together. */
export function embedPassages(
  article: Pick<PassageSource, 'headline' | 'canonical'>,
  passages: readonly Span[],
  embedder: Embedder,
  options: Omit<EmbedOptions, 'role'> = {},
): Promise<Float32Array[]> {
  const headline = headlineForEmbedding(article.headline, passageLimits(embedder));
  const texts = passages.map(({ start, end }) =>
    joinHeadline(headline, article.canonical.slice(start, end)),
  );
  return embedder.embed(texts, { ...options, role: 'passage' });
}
