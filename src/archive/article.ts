/** What a paragraph is to a reader. Only `subheading` is never quoted as an answer on its own. */
export type ParagraphKind = 'standfirst' | 'text' | 'subheading' | 'quotation';

/** What a reader made of one input, before the archive knows it. Absent facts are null, never guessed silently. */
export interface ArticleDraft {
  readonly headline: string;
  /** ISO date or date-time as the source gave it (`2024-02-10`, `2024-02-10T08:30:00Z`). */
  readonly publishedAt: string | null;
  readonly section: string | null;
  readonly byline: string | null;
  /** The publisher ("Reuters"), not the file it came from. */
  readonly source: string | null;
  readonly url: string | null;
  /** The identifier the source itself uses, if it has one; with the url it recognises a later revision. */
  readonly externalId: string | null;
  /** BCP 47 language tag; `en` where nothing says otherwise. */
  readonly language: string;
  /** Metadata: shown with the article, never quoted as its words. */
  readonly photoCaption: string | null;
  /** At least one with words in it. `standfirst`, if there is one, comes first. Texts are trimmed, without line breaks. */
  readonly paragraphs: readonly DraftParagraph[];
  /** Plain sentences for the person who ingests: what was guessed, what was left out. */
  readonly notes: readonly string[];
}

export interface DraftParagraph {
  readonly kind: ParagraphKind;
  readonly text: string;
}

/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A paragraph as a slice of the canonical text. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
}

/** An article as the archive holds it. Every offset anywhere refers to `canonical`. */
export interface Article {
  /** Internal key: SQLite rowid, never reused; a new revision gets a new key. */
  readonly key: number;
  /** Public id: 12 characters of lower-case base32, the same for all revisions. */
  readonly id: string;
  /** `shared`, or the id of the guild that alone may see it. */
  readonly scope: string;
  readonly headline: string;
  readonly section: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly externalId: string | null;
  readonly publishedAt: string | null;
  readonly language: string;
  readonly photoCaption: string | null;
  /** The paragraphs' texts joined by one blank line; see `canonicalText`. */
  readonly canonical: string;
  readonly paragraphs: readonly Paragraph[];
  /** SHA-256 (hex) over everything a reader of the article would notice: headline, metadata and canonical text. */
  readonly contentHash: string;
  /** ISO date-time. */
  readonly ingestedAt: string;
  /** Who brought it: `terminal`, `seeds`, or a Discord user id. */
  readonly ingestedBy: string;
  /** 1 for the first version. */
  readonly revision: number;
}

/** A stretch of the canonical text that is embedded and searched as one. */
export type PassageSpan = Span;

/** The scope everybody sees: seeds and what the operator adds from the terminal. */
export const SHARED_SCOPE = 'shared';

/** What a guild may see: its own scope and the shared one. */
export function scopesOf(guildId: string): string[] {
  return [guildId, SHARED_SCOPE];
}
