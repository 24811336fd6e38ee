import type { Citation } from '../answer/answer.ts';
import { cite } from '../answer/citation.ts';
import type { Article } from '../archive/article.ts';
import type { ArchiveReader, ArticleSummary } from '../archive/library.ts';
import type { GivenAnswer, GivenExcerpt } from './guild-archive.ts';
import type { KeptAnswer, KeptExcerpt } from './kept-answer.ts';

export interface ResolvePorts {
  readonly library: Pick<ArchiveReader, 'articlesByKeys' | 'revisions'>;
  /** What the guild may see. */
  readonly scopes: readonly string[];
}

/** A kept answer with what the archive has of it now, and only what the scopes allow. */
export function resolveAnswer(
  id: string | null,
  kept: KeptAnswer,
  { library, scopes }: ResolvePorts,
): GivenAnswer {
  const articleIds = new Set([...kept.excerpts.map(({ articleId }) => articleId), ...kept.nearest]);
  const revisions = new Map(
    [...articleIds].map((articleId) => [articleId, library.revisions(articleId, scopes)]),
  );
  const keys = [...new Set(kept.excerpts.map(({ articleKey }) => articleKey))];
  const articles = new Map(library.articlesByKeys(keys).map((article) => [article.key, article]));
  const { question, filters, outcome, confidence, unknownWords } = kept;
  return {
    id,
    question,
    filters,
    outcome,
    confidence,
    excerpts: kept.excerpts.map((excerpt, at) => {
      const state = stateOf(excerpt, revisions.get(excerpt.articleId) ?? []);
      const article = state === 'removed' ? undefined : articles.get(excerpt.articleKey);
      return article === undefined
        ? removedExcerpt(excerpt, at + 1)
        : shownExcerpt(excerpt, at + 1, state, article);
    }),
    nearest: kept.nearest.flatMap((articleId) => {
      const current = revisions.get(articleId)?.find(({ state }) => state === 'current');
      return current === undefined ? [] : [cite(current)];
    }),
    unknownWords,
  };
}

/** @param revisions of the excerpt's article, as far as they may be seen. */
function stateOf(
  { articleKey }: KeptExcerpt,
  revisions: readonly ArticleSummary[],
): GivenExcerpt['state'] {
  const state = revisions.find(({ key }) => key === articleKey)?.state;
  if (state === 'current') return 'current';
  // What was taken back, by `undo` or with its article, is shown no more.
  const isSuperseded = state === 'superseded' && revisions.some((each) => each.state === 'current');
  return isSuperseded ? 'changed' : 'removed';
}

function shownExcerpt(
  { start, end, sentenceStart, sentenceEnd, evidence }: KeptExcerpt,
  rank: number,
  state: GivenExcerpt['state'],
  article: Article,
): GivenExcerpt {
  const text = article.canonical.slice(start, end);
  const place = { start, end, sentenceStart, sentenceEnd };
  return { rank, state, text, ...place, article: cite(article), evidence };
}

function removedExcerpt({ articleId, evidence }: KeptExcerpt, rank: number): GivenExcerpt {
  return {
    rank,
    state: 'removed',
    text: '',
    start: 0,
    end: 0,
    sentenceStart: 0,
    sentenceEnd: 0,
    article: { ...NOTHING_CITED, id: articleId },
    evidence: { ...evidence, matchedWords: [] },
  };
}

const NOTHING_CITED: Omit<Citation, 'id'> = {
  headline: '',
  section: null,
  byline: null,
  source: null,
  url: null,
  publishedAt: null,
};
