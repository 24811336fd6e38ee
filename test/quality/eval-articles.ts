import { join } from 'node:path';
import type { Article } from '../../src/archive/article.ts';
import { canonicalText } from '../../src/archive/canonical.ts';
import { readBeirSet, type BeirDocument } from '../../src/evaluation/beir-set.ts';

/** The documents of a set that come from one page, as one article; its headline is the title, where they have one. */
export async function readEvalArticles(setsFolder: string, set: string): Promise<Article[]> {
  const { documents } = await readBeirSet(join(setsFolder, set));
  const pages = new Map<string, BeirDocument[]>();
  for (const document of documents) {
    const { url } = document.metadata;
    const page = typeof url === 'string' ? url : document.title;
    pages.set(page, [...(pages.get(page) ?? []), document]);
  }
  return [...pages].map(([page, parts], at) => articleOf(page, parts, at + 1));
}

function articleOf(page: string, parts: readonly BeirDocument[], key: number): Article {
  const paragraphs = parts
    .flatMap(({ text }) => plain(text).split('\n'))
    .map((text) => ({ kind: 'text' as const, text: text.trim() }))
    .filter(({ text }) => text !== '');
  return {
    key,
    id: String(key),
    scope: 'shared',
    headline: parts[0]?.title === '' ? headlineOf(page) : (parts[0]?.title ?? ''),
    section: null,
    byline: null,
    source: null,
    url: page,
    externalId: null,
    publishedAt: null,
    language:
      typeof parts[0]?.metadata['language'] === 'string' ? parts[0].metadata['language'] : 'en',
    photoCaption: null,
    ...canonicalText(paragraphs),
    contentHash: '',
    ingestedAt: '',
    ingestedBy: '',
    revision: 1,
  };
}

/** Some texts kept the quotation marks of the table they stood in. */
function plain(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** The last part of a Wikinews address is the headline. */
function headlineOf(page: string): string {
  if (!page.includes('wikinews.org/wiki/')) return '';
  return decodeURIComponent(page.split('/wiki/')[1] ?? '').replaceAll('_', ' ');
}
