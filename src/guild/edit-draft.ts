import type { ArticleDraft, DraftParagraph } from '../archive/article.ts';
import { cleanText, hasWords } from '../archive/clean-text.ts';
import { checkDraft } from '../archive/draft.ts';
import { readDate } from '../archive/readers/dates.ts';
import { isWebAddress } from '../web-address.ts';
import { ArticleError } from './article-error.ts';
import type { DraftFields } from './guild-archive.ts';

/**
 * The draft with other fields. Paragraphs that stay as they are keep their kind.
 * @throws {ArticleError} when the fields make no article.
 */
export function editDraft(draft: ArticleDraft, fields: DraftFields): ArticleDraft {
  const { headline, publishedAt, section, url, text } = fields;
  const edited: ArticleDraft = {
    ...draft,
    ...(headline === undefined ? {} : { headline: headlineOf(headline) }),
    ...(publishedAt === undefined ? {} : { publishedAt: dateOf(publishedAt) }),
    ...(section === undefined ? {} : { section: presentOf(section) }),
    ...(url === undefined ? {} : { url: linkOf(url) }),
    ...(text === undefined ? {} : { paragraphs: paragraphsOf(text, draft.paragraphs) }),
  };
  const check = checkDraft(edited);
  if (!check.ok) throw new ArticleError('bad-field', sentence(check.problems.join('; ')));
  return check.draft;
}

function headlineOf(text: string): string {
  const headline = cleanText(text);
  if (hasWords(headline)) return headline;
  throw new ArticleError('no-headline', 'The headline is empty. Give the article one.');
}

function dateOf(text: string): string | null {
  const date = presentOf(text);
  if (date === null) return null;
  const reading = readDate(date);
  if (reading.kind === 'date') return reading.iso;
  const problem =
    reading.kind === 'ambiguous'
      ? `"${date}" may mean ${reading.readings.join(' or ')}.`
      : `"${date}" is not a date.`;
  throw new ArticleError('bad-date', `${problem} Write it like 2024-02-10.`);
}

function linkOf(text: string): string | null {
  const url = presentOf(text);
  if (url === null) return null;
  if (isWebAddress(url)) return url;
  throw new ArticleError('bad-link', `"${url}" is not an http or https address.`);
}

function presentOf(text: string): string | null {
  const clean = cleanText(text);
  return clean === '' ? null : clean;
}

function paragraphsOf(text: string, before: readonly DraftParagraph[]): DraftParagraph[] {
  const kinds = new Map(before.map((paragraph) => [paragraph.text, paragraph.kind]));
  const paragraphs = text
    .split(/\r?\n[^\S\n]*(?:\r?\n)+/)
    .map(cleanText)
    .filter(hasWords)
    .map((each, at): DraftParagraph => {
      const kind = kinds.get(each) ?? 'text';
      return { kind: kind === 'standfirst' && at > 0 ? 'text' : kind, text: each };
    });
  if (paragraphs.length > 0) return paragraphs;
  throw new ArticleError('no-text', 'The text is empty. Give the article one.');
}

function sentence(problem: string): string {
  return `That makes no article: ${problem}.`;
}
