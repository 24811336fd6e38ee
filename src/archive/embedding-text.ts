import { longestFit } from './text-cut.ts';

/** What the embedding model takes at once. */
export interface TokenLimits {
  /** Tokens of one embedded text, special tokens included; 256 for the default model. */
  readonly maxTokens: number;
  /** Tokens of a text by the model's own tokenizer, special tokens and prefix included. */
  countTokens(text: string): number;
}

/**
 * What is embedded for a passage: the article's headline, a line break, the passage. The headline is there for the model
 * only and is never shown as part of the passage. A headline that would take more than half of `maxTokens` is cut
 * behind the last word that fits, so that a passage always has the other half (128 tokens of 256).
 */
export function passageEmbeddingText(
  headline: string,
  passageText: string,
  limits: TokenLimits,
): string {
  return joinHeadline(headlineForEmbedding(headline, limits), passageText);
}

/** The headline as far as it takes at most half of the token limit; empty when not even one character does. */
export function headlineForEmbedding(headline: string, limits: TokenLimits): string {
  const trimmed = headline.trim();
  if (trimmed === '') return '';
  const beginning = trimmed.slice(0, limits.maxTokens * MAX_CHARACTERS_PER_TOKEN);
  const half = Math.floor(limits.maxTokens / 2);
  const fits = (end: number): boolean => limits.countTokens(beginning.slice(0, end)) <= half;
  return beginning.slice(0, longestFit(beginning, fits));
}

/** @param headline as `headlineForEmbedding` returned it. */
export function joinHeadline(headline: string, passageText: string): string {
  return headline === '' ? passageText : `${headline}\n${passageText}`;
}

/** No language comes near it on average; longer runs are cut before tokens are counted, so that counting stays cheap. */
export const MAX_CHARACTERS_PER_TOKEN = 8;
