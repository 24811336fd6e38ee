import type { LexicalArticle } from '../../src/search/lexical/lexical-index.ts';
import type { PartitionId } from '../../src/search/partition.ts';

/**
 * An article for the lexical index with one passage per paragraph; their ids are the key's hundreds: article 3 has
 * passages 301, 302 …
 */
export function lexicalArticle(
  articleKey: number,
  {
    partition = 'shared/2024-02.0',
    day = 19_763,
    headline = '',
    paragraphs,
  }: {
    readonly partition?: PartitionId;
    readonly day?: number | null;
    readonly headline?: string;
    readonly paragraphs: readonly string[];
  },
): LexicalArticle {
  const gap = '\n\n';
  let start = 0;
  const passages = paragraphs.map((text, at) => {
    const passage = { passageId: articleKey * 100 + at + 1, start, end: start + text.length };
    start = passage.end + gap.length;
    return passage;
  });
  return { articleKey, partition, day, headline, canonical: paragraphs.join(gap), passages };
}
