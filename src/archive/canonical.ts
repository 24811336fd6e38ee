import { createHash } from 'node:crypto';
import type { ArticleDraft, DraftParagraph, Paragraph } from './article.ts';

/** Between two paragraphs of the canonical text: one blank line. */
const PARAGRAPH_BREAK = '\n\n';

export interface CanonicalText {
  readonly canonical: string;
  /** The same paragraphs as slices of `canonical`, in order, without the breaks between them. */
  readonly paragraphs: readonly Paragraph[];
}

/** Joins the paragraphs to the one text that all offsets refer to. */
export function canonicalText(paragraphs: readonly DraftParagraph[]): CanonicalText {
  let start = 0;
  const slices = paragraphs.map(({ kind, text }) => {
    const slice = { kind, start, end: start + text.length };
    start = slice.end + PARAGRAPH_BREAK.length;
    return slice;
  });
  return {
    canonical: paragraphs.map(({ text }) => text).join(PARAGRAPH_BREAK),
    paragraphs: slices,
  };
}

/**
 * SHA-256 (hex) over headline, metadata and canonical text; the notes do not count. The source's own id does: two
 * records of one source with different ids are two articles, however alike they are.
 */
export function contentHash(draft: ArticleDraft): string {
  const { canonical } = canonicalText(draft.paragraphs);
  // An array in JSON keeps the fields apart: ["a", "bc"] and ["ab", "c"] differ.
  const content = JSON.stringify([
    draft.headline,
    draft.publishedAt,
    draft.section,
    draft.byline,
    draft.source,
    draft.url,
    draft.externalId,
    draft.language,
    draft.photoCaption,
    canonical,
  ]);
  return createHash('sha256').update(content).digest('hex');
}
