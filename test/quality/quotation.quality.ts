import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { quotationsIn } from '../../src/digest/content/excerpts/quotation.ts';
import { readEvalArticles } from './eval-articles.ts';

const setsFolder = process.env['EVAL_DIR'];

/** Judged by a person; the same ones every time. */
const SAMPLE = 60;
/** Characters around the quotation that show who said it. */
const CONTEXT = 160;
/** In the sets xquad-en, belebele-en and multihop-news. */
const FEWEST = 20;

describe('quotations with their speakers', () => {
  if (setsFolder === undefined) {
    it.skip('needs EVAL_DIR: a folder of sets in the layout of BEIR', () => {
      expect.unreachable();
    });
    return;
  }

  it('are shown for a person to judge, each with what stands around it', async ({ annotate }) => {
    const found = await quotationsOf(setsFolder);
    await annotate(`${found.length} quotations, of which these are judged:`);
    for (const { speaker, text, context } of sampleOf(found)) {
      await annotate(`[${speaker}] ${text}\n    ${context}`);
    }
    expect(found.length).toBeGreaterThanOrEqual(FEWEST);
  });
});

interface Shown {
  readonly speaker: string;
  readonly text: string;
  readonly context: string;
}

/** All of every set, not only the strongest of each article. */
async function quotationsOf(folder: string): Promise<Shown[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sets = entries.filter((entry) => !entry.isFile()).map(({ name }) => name);
  const shown: Shown[] = [];
  for (const set of sets.sort()) {
    for (const article of await readEvalArticles(folder, set)) {
      const { canonical } = article;
      for (const { start, end, speaker } of quotationsIn(article)) {
        shown.push({
          speaker: canonical.slice(speaker.start, speaker.end),
          text: canonical.slice(start, end),
          context: canonical.slice(Math.max(0, start - CONTEXT), end + CONTEXT),
        });
      }
    }
  }
  return shown;
}

function sampleOf(shown: readonly Shown[]): Shown[] {
  const order = ({ text }: Shown): string => createHash('sha256').update(text).digest('hex');
  return [...shown].sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, SAMPLE);
}
