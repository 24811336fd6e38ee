import { parseUrl } from '../../web-address.ts';
import { readDate } from './dates.ts';
import type { HtmlDocument } from './html-document.ts';
import { findLinkedArticle } from './json-ld.ts';
import { shorten } from './sketch.ts';

/** What a page says of its article outside its text. */
export interface HtmlMetadata {
  readonly headline: string | null;
  readonly description: string | null;
  readonly publishedAt: string | null;
  readonly byline: string | null;
  readonly section: string | null;
  readonly source: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly notes: readonly string[];
}

/** Names of `<meta>` elements (`name`, `property` or `itemprop`), the most trustworthy first. */
const META = {
  headline: ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'citation_title'],
  description: ['og:description', 'description', 'twitter:description', 'dc.description'],
  publishedAt: [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'citation_publication_date',
    'dcterms.created',
    'dcterms.date',
    'dc.date.issued',
    'dc.date',
    'date',
  ],
  byline: [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'citation_author',
  ],
  section: ['article:section', 'parsely-section', 'section', 'articlesection'],
  source: ['og:site_name', 'application-name', 'dc.publisher'],
  language: ['og:locale', 'content-language', 'dc.language', 'inlanguage'],
  url: ['og:url'],
} as const;

/** JSON-LD first, then `<meta>`, then the elements themselves. `address` is where the page was fetched from. */
export function readHtmlMetadata(
  document: HtmlDocument,
  jsonLd: readonly string[],
  address: string | null,
): HtmlMetadata {
  const linked = findLinkedArticle(jsonLd);
  const metas = readMetas(document);
  const firstOf = (field: keyof typeof META): string | null => {
    const named = META[field].flatMap((name) => metas.get(name) ?? []);
    return linked?.[field] ?? named[0] ?? null;
  };
  const dates = META.publishedAt.map((name) => metas.get(name));
  const date = chooseDate([linked?.publishedAt, ...dates, ...readTimes(document)]);
  const byline = firstOf('byline');
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return {
    headline: firstOf('headline'),
    description: firstOf('description'),
    publishedAt: date.text,
    byline: byline === null || /^https?:/i.test(byline) ? null : byline,
    section: firstOf('section'),
    source: firstOf('source'),
    language: document.documentElement.getAttribute('lang') ?? firstOf('language'),
    url: chooseUrl([canonical, firstOf('url')], address),
    notes: date.notes,
  };
}

/** The first elements are the article's own; teasers below it have theirs. */
const MAX_TIMES = 20;

function readTimes(document: HtmlDocument): readonly (string | null)[] {
  const times = [...document.querySelectorAll('time[datetime]')].slice(0, MAX_TIMES);
  return times.map((time) => time.getAttribute('datetime'));
}

function readMetas(document: HtmlDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content') ?? '';
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      // The first of several counts: pages append those of teasers.
      if (name !== undefined && content.trim() !== '' && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

/** A page carries many dates, written by many hands: the first that is one counts, and bad ones are only noted. */
function chooseDate(candidates: readonly (string | null | undefined)[]): {
  readonly text: string | null;
  readonly notes: readonly string[];
} {
  const given = candidates.flatMap((text) => (text?.trim() ? [text] : []));
  const good = given.find((text) => readDate(text).kind === 'date');
  if (good !== undefined) return { text: good, notes: [] };
  const impossible = given.find((text) => readDate(text).kind === 'impossible');
  if (impossible === undefined) return { text: given[0] ?? null, notes: [] };
  return {
    text: null,
    notes: [`the date "${shorten(impossible)}" was left out: it does not exist`],
  };
}

/**
 * The page's own word for its address, if it stays on the site it came from: a page may not name another site's
 * article, which it would replace in the archive.
 */
function chooseUrl(
  candidates: readonly (string | null | undefined)[],
  address: string | null,
): string | null {
  const base = address === null ? null : parseUrl(address);
  for (const candidate of candidates) {
    const url = parseUrl(candidate ?? '', base?.href);
    if (candidate === null || candidate === undefined || url === null) continue;
    if (base === null || siteOf(url) === siteOf(base)) return url.href;
  }
  return address;
}

function siteOf(url: URL): string {
  return url.hostname.replace(/^(?:www|m|amp)\./, '');
}
