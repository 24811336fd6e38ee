import { z } from 'zod';
import { isWebAddress } from '../web-address.ts';
import type { ArticleDraft } from './article.ts';
import { cleanText, hasWords } from './clean-text.ts';

/** A long book has about 1,500,000 characters; more than this is a collection, not an article. */
export const MAX_ARTICLE_CHARACTERS = 2_000_000;

/** Headlines of real news stay below 200 characters; a longer text than this is no headline. */
const MAX_HEADLINE_CHARACTERS = 1_000;

/** For each piece of metadata (byline, caption, url …), in characters. */
export const MAX_METADATA_CHARACTERS = 2_000;

const line = (max: number) =>
  z
    .string()
    .max(max, { error: `is longer than ${max} characters` })
    .refine((text) => text === cleanText(text), {
      error: 'has line breaks, repeated or outer spaces, or control characters',
    });

const metadata = line(MAX_METADATA_CHARACTERS)
  .min(1, { error: 'is empty where null was expected' })
  .nullable();

const paragraph = z.object({
  kind: z.enum(['standfirst', 'text', 'subheading', 'quotation']),
  text: line(MAX_ARTICLE_CHARACTERS).refine(hasWords, { error: 'has no words' }),
});

/** Every rule of `ArticleDraft` that its type cannot say. */
const articleDraftSchema: z.ZodType<ArticleDraft> = z.object({
  headline: line(MAX_HEADLINE_CHARACTERS),
  publishedAt: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], {
      error: 'is neither an ISO date nor an ISO date-time with a time zone',
    })
    .nullable(),
  section: metadata,
  byline: metadata,
  source: metadata,
  url: metadata.refine((url) => url === null || isWebAddress(url), {
    error: 'is not an http or https address',
  }),
  externalId: metadata,
  language: z
    .string()
    .refine((tag) => canonicalLanguage(tag) === tag, { error: 'is not a BCP 47 language tag' }),
  photoCaption: metadata,
  paragraphs: z
    .array(paragraph)
    .min(1, { error: 'no text found' })
    .refine((all) => all.slice(1).every(({ kind }) => kind !== 'standfirst'), {
      error: 'has a standfirst that is not the first paragraph',
    })
    .refine((all) => characters(all) <= MAX_ARTICLE_CHARACTERS, {
      error: `are longer than ${MAX_ARTICLE_CHARACTERS} characters together`,
    }),
  notes: z.array(z.string()),
});

export type DraftCheck =
  | { readonly ok: true; readonly draft: ArticleDraft }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Is the value a draft the archive can keep? Each problem names the field: `paragraphs.3.text has no words`. */
export function checkDraft(value: unknown): DraftCheck {
  const result = articleDraftSchema.safeParse(value);
  if (result.success) return { ok: true, draft: result.data };
  const problems = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')} ${message}`,
  );
  return { ok: false, problems };
}

/** The tag in its canonical spelling (`en_us` is `en-US`), or null where it is none. */
export function canonicalLanguage(tag: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'));
    // Words such as "english" are well-formed tags by their syntax; real languages have two or three letters.
    return canonical !== undefined && /^[a-z]{2,3}(?:-|$)/.test(canonical) ? canonical : null;
  } catch {
    return null;
  }
}

function characters(paragraphs: readonly { readonly text: string }[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}
