import type { Article } from '../archive/article.ts';
import type { Excerpt } from './answer.ts';
import { cite } from './citation.ts';
import type { RankedSentence } from './rank-sentences.ts';

/** One article may not crowd out the rest. */
const EXCERPTS_PER_ARTICLE = 2;
/** Characters of an excerpt with its neighbours; beyond it a neighbour is left out. About eight lines on Discord. */
const EXCERPT_LENGTH = 700;

/**
 * An excerpt whose sentence scores below this share of the best one's is left out. On reference texts that spares the
 * reader 47% of the further excerpts and loses the answer of one question in 400.
 */
const WORTH_SHOWING = 0.6;

/**
 * The best sentences, each inside its context, from distinct places: no two excerpts overlap, and one article gives at
 * most two. Every text is a slice of the article's canonical text.
 */
export function chooseExcerpts(ranked: readonly RankedSentence[], limit: number): Excerpt[] {
  const chosen: { article: Article; start: number; end: number; sentence: RankedSentence }[] = [];
  for (const sentence of ranked) {
    if (chosen.length === limit || sentence.score < WORTH_SHOWING * (ranked[0]?.score ?? 0)) break;
    const ofArticle = chosen.filter(({ article }) => article.key === sentence.article.key);
    if (ofArticle.length === EXCERPTS_PER_ARTICLE) continue;
    if (ofArticle.some(({ start, end }) => sentence.start < end && sentence.end > start)) continue;
    const { start, end } = withNeighbours(sentence, ofArticle);
    chosen.push({ article: sentence.article, start, end, sentence });
  }
  return chosen.map(({ article, start, end, sentence }, at) => ({
    rank: at + 1,
    text: article.canonical.slice(start, end),
    sentence: article.canonical.slice(sentence.start, sentence.end),
    start,
    end,
    sentenceStart: sentence.start,
    sentenceEnd: sentence.end,
    score: sentence.score,
    article: cite(article),
    articleKey: article.key,
    evidence: sentence.evidence,
  }));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The sentence with the one before and the one after it, where there is room and nothing is shown twice. */
function withNeighbours(sentence: RankedSentence, taken: readonly Span[]): Span {
  let span: Span = { start: sentence.start, end: sentence.end };
  for (const neighbour of [sentence.next, sentence.previous]) {
    if (neighbour === null || neighbour.kind === 'subheading') continue;
    const wider = {
      start: Math.min(span.start, neighbour.start),
      end: Math.max(span.end, neighbour.end),
    };
    if (wider.end - wider.start > EXCERPT_LENGTH) continue;
    if (taken.some(({ start, end }) => wider.start < end && wider.end > start)) continue;
    span = wider;
  }
  return span;
}
