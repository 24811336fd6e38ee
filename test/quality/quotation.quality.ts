import { describe, expect, it } from 'vitest';
import { quotationsIn } from '../../src/digest/excerpts/quotation.ts';
import { readEvalArticles } from './eval-articles.ts';

const setsFolder = process.env['EVAL_DIR'];
const SETS = (process.env['EVAL_SETS'] ?? 'belebele-en,xquad-en,multihop-news').split(',');

describe('quotations with their speakers', () => {
  it.skipIf(setsFolder === undefined)('are printed to be judged by a person', async () => {
    let n = 0;
    for (const set of SETS) {
      for (const article of await readEvalArticles(setsFolder ?? '', set)) {
        for (const scored of quotationsIn(article)) {
          const { speaker, start, end } = scored;
          const text = article.canonical.slice(start, end);
          n++;
          process.stdout.write(
            `${n} ${article.key} [${article.canonical.slice(speaker.start, speaker.end)}] ${text}\n     ${article.canonical.slice(Math.max(0, start - 100), end + 100).replaceAll('\n', '⏎')}\n`,
          );
        }
      }
    }
    expect(n).toBeGreaterThan(10);
  });
});
