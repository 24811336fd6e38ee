import fc from 'fast-check';
import type { Article } from '../../../src/archive/article.ts';
import type { GivenAnswer, GivenExcerpt } from '../../../src/guild/guild-archive.ts';
import { anyText } from '../markdown/hostile-text.ts';
import { anyArticle } from './sample-articles.ts';

/** An excerpt of an article's text, the sentence `from` to `to` in it. */
export function sampleExcerpt(
  article: Article,
  { start, end, from, to }: Record<'start' | 'end' | 'from' | 'to', number>,
  rank = 1,
): GivenExcerpt {
  const { id, headline, section, byline, source, url, publishedAt } = article;
  return {
    rank,
    state: 'current',
    text: article.canonical.slice(start, end),
    start,
    end,
    sentenceStart: from,
    sentenceEnd: to,
    article: { id, headline, section, byline, source, url, publishedAt },
    evidence: {
      matchedWords: ['rates'],
      similarity: 0.71,
      coverage: 0.8,
      passageScore: 0.92,
    },
  };
}

export function sampleAnswer(facts: Partial<GivenAnswer> = {}): GivenAnswer {
  return {
    id: 'answeranswer',
    question: 'How did rates fall?',
    filters: { after: null, before: null, section: null },
    outcome: 'answered',
    confidence: 0.87,
    excerpts: [],
    nearest: [],
    unknownWords: [],
    ...facts,
  };
}

const anyFilter = fc.option(anyText);

/** Any answer, its excerpts of up to ten articles with hostile and huge texts. */
export const anyAnswer: fc.Arbitrary<GivenAnswer> = fc
  .record({
    articles: fc.array(anyArticle, { maxLength: 5 }),
    places: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 10 }),
    states: fc.array(fc.constantFrom('current', 'changed', 'removed'), {
      minLength: 10,
      maxLength: 10,
    }),
    question: anyText.map((text) => (text.trim() === '' ? 'what' : text.repeat(9).slice(0, 500))),
    filters: fc.record({ after: anyFilter, before: anyFilter, section: anyFilter }),
    outcome: fc.constantFrom('answered', 'related', 'nothing'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    unknownWords: fc.array(anyText, { maxLength: 20 }),
  })
  .map(({ articles, places, states, outcome, ...rest }) => {
    const excerpts = places.flatMap(([which, ...offsets], at) => {
      const article = articles[which % Math.max(1, articles.length)];
      if (article === undefined || outcome === 'nothing') return [];
      const length = article.canonical.length + 1;
      const [start = 0, from = 0, to = 0, end = 0] = offsets
        .map((offset) => offset % length)
        .sort((a, b) => a - b);
      const excerpt = sampleExcerpt(article, { start, end, from, to }, at + 1);
      return [{ ...excerpt, state: states[at] ?? 'current' }];
    });
    return sampleAnswer({
      ...rest,
      excerpts,
      outcome,
      nearest: articles.map(({ id, headline, section, byline, source, url, publishedAt }) => ({
        id,
        headline,
        section,
        byline,
        source,
        url,
        publishedAt,
      })),
    });
  });
