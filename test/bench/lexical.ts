import MiniSearch from 'minisearch';
import { SHARED_SCOPE } from '../../src/archive/article.ts';
import { analyseQuestion } from '../../src/search/lexical/analyse.ts';
import type { LexicalIndex, LexicalResult } from '../../src/search/lexical/lexical-index.ts';
import { formatCount, type Bench } from './bench.ts';
import { interleave, percentile, timeEach } from './measure.ts';
import { row } from './report.ts';
import { SyntheticArchive } from './synthetic-archive.ts';
import { openSyntheticLexical } from './synthetic-indexes.ts';

/** Lexical search, from the question's words to ranked passages and articles, against MiniSearch over passages. */
export const measureLexical: Bench = async (context) => {
  const { passages, quick, note } = context;
  const ours = await openSyntheticLexical(passages, context);
  const archive = new SyntheticArchive(passages);
  note(`filling MiniSearch with ${formatCount(passages)} passages`);
  const minisearch = fillMiniSearch(archive);
  const questions = archive.questions(quick ? 40 : 200);

  const times = await interleave(3, {
    ours: () => timeEach(questions, (question) => searchLexically(ours, question)),
    minisearch: (round) =>
      timeEach(someOf(questions, round), (question) => minisearch.search(question)),
  });
  await ours.close();
  const value = percentile(times.ours, 0.5);
  const baseline = percentile(times.minisearch, 0.5);
  const at = `at ${formatCount(minisearch.documentCount)} passages`;
  return [
    row({
      name: `lexical query ${at}, p50, against MiniSearch`,
      value,
      unit: 'ms',
      baseline,
      ratio: baseline / value,
      target: { of: 'ratio', bound: '≥', limit: 50 },
    }),
    row({ name: `lexical query ${at}, p95`, value: percentile(times.ours, 0.95), unit: 'ms' }),
  ];
};

/** All that a question asks of the lexical index. */
export function searchLexically(index: LexicalIndex, question: string): LexicalResult {
  const scopes = [SHARED_SCOPE];
  const terms = [...new Set(analyseQuestion(question))];
  index.statistics(terms, scopes);
  return index.search({ terms, filter: { scopes }, passages: 100, articles: 400 });
}

/** As in MiniSearch's own example. */
function fillMiniSearch(archive: SyntheticArchive): MiniSearch {
  const minisearch = new MiniSearch({ fields: ['title', 'text'], storeFields: ['title'] });
  for (let at = 0; at < archive.articles; at++) {
    const { headline, canonical, passages } = archive.lexicalArticle(at);
    minisearch.addAll(
      passages.map(({ passageId, start, end }) => {
        return { id: passageId, title: headline, text: canonical.slice(start, end) };
      }),
    );
  }
  return minisearch;
}

/** MiniSearch is slow enough to be measured on a part of the questions, another one each round. */
function someOf(questions: readonly string[], round: number): string[] {
  const count = Math.min(30, questions.length);
  return questions
    .slice((round * count) % questions.length)
    .concat(questions)
    .slice(0, count);
}
