import type { GivenAnswer, GivenExcerpt } from '../../../guild/guild-archive.ts';

const EXCERPTS_PER_PAGE = 3;
/** Under the nearest headlines there is less room, and what does not answer need not be many. */
const CLOSEST_PASSAGES = 2;
/** One article may not crowd out the rest of a page. */
const PER_ARTICLE = 2;

/** The excerpts by pages, best first; at least one page, the first possibly empty. Always the same for the same answer. */
export function answerPages({
  excerpts,
  outcome,
}: Pick<GivenAnswer, 'excerpts' | 'outcome'>): readonly (readonly GivenExcerpt[])[] {
  const pages: GivenExcerpt[][] = [[]];
  const most = (page: number): number =>
    page === 0 && outcome !== 'answered' ? CLOSEST_PASSAGES : EXCERPTS_PER_PAGE;
  for (const excerpt of excerpts) {
    const sameArticle = ({ article }: GivenExcerpt): boolean => article.id === excerpt.article.id;
    const place = pages.find(
      (page, at) => page.length < most(at) && page.filter(sameArticle).length < PER_ARTICLE,
    );
    if (place === undefined) pages.push([excerpt]);
    else place.push(excerpt);
  }
  return pages;
}

/** The page of that number, or the last one. */
export function clampPage(page: number, pages: readonly unknown[]): number {
  return Math.min(Math.max(0, page), pages.length - 1);
}
