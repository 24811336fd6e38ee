import { decodeReferences } from './html-document.ts';

/** What the JSON-LD of a page says of its article; every field may be missing. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly description: string | null;
  readonly publishedAt: string | null;
  readonly byline: string | null;
  readonly section: string | null;
  readonly source: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

const ARTICLE_TYPE = /(?:^|[/#])(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$/;

/** Enough for a page's graph, too little for a hostile one. */
const MAX_JSON_LD_DEPTH = 6;

/** The first article in the page's JSON-LD scripts, looked for in arrays and `@graph` too. Broken JSON is passed over. */
export function findLinkedArticle(scripts: readonly string[]): LinkedArticle | null {
  for (const script of scripts) {
    const article = findArticle(parseOrNull(script), MAX_JSON_LD_DEPTH);
    if (article !== null) return readArticle(article);
  }
  return null;
}

function parseOrNull(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch {
    return null;
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function findArticle(value: unknown, depth: number): JsonObject | null {
  if (depth === 0) return null;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findArticle(item, depth - 1);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  if (allTexts(value['@type']).some((type) => ARTICLE_TYPE.test(type))) return value;
  return findArticle(value['@graph'] ?? value['mainEntity'], depth - 1);
}

function readArticle(article: JsonObject): LinkedArticle {
  const authors = allTexts(article['author']).filter((name) => !/^https?:/i.test(name));
  return {
    headline: firstText(article['headline'] ?? article['name']),
    description: firstText(article['description']),
    publishedAt: firstText(article['datePublished'] ?? article['dateCreated']),
    byline: authors.length === 0 ? null : authors.join(', '),
    section: firstText(article['articleSection']),
    source: firstText(article['publisher']),
    language: firstText(article['inLanguage']),
    url: firstText(article['url']),
  };
}

function firstText(value: unknown): string | null {
  return allTexts(value)[0] ?? null;
}

/** A text, the name of a thing, or those of all things in an array. */
function allTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [decodeReferences(value)];
  if (Array.isArray(value))
    return value.slice(0, MAX_LIST).flatMap((item) => (Array.isArray(item) ? [] : allTexts(item)));
  return isObject(value) && typeof value['name'] === 'string' ? allTexts(value['name']) : [];
}

/** No article has more authors that a byline would name. */
const MAX_LIST = 20;
