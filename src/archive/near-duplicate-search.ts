import type { ArchiveDatabase } from './database/database.ts';
import type { Breather } from '../event-loop.ts';
import type { ArticleSummary, NearDuplicate } from './library.ts';
import {
  likeness,
  NEAR_DUPLICATE_LIKENESS,
  shinglesOf,
  wordsOf,
  type TextSketch,
} from './near-duplicates.ts';
import { SHARED_SCOPE } from './article.ts';

/** Of articles that share a band, only the latest are looked at: a weather report has thousands of relatives. */
const LATEST_PER_BAND = 50;
/** Compared word by word. */
const MAX_COMPARED = 10;

/**
 * Current articles of the same scope, or shared ones, that are nearly the same, most alike first.
 * @param isCandidate leaves out those that must not be reported.
 */
export async function findNearDuplicates(
  { bands, articles }: ArchiveDatabase,
  generation: number,
  sketch: TextSketch,
  scope: string,
  isCandidate: (article: ArticleSummary) => boolean,
  breather: Breather,
): Promise<NearDuplicate[]> {
  const shared = bands.sharing(sketch.bands, LATEST_PER_BAND);
  const candidates = articles
    .summaries(generation, [...shared.keys()])
    .filter((each) => each.state === 'current' && isCandidate(each))
    .filter((each) => each.scope === scope || each.scope === SHARED_SCOPE)
    .sort((a, b) => (shared.get(b.key) ?? 0) - (shared.get(a.key) ?? 0) || b.key - a.key)
    .slice(0, MAX_COMPARED);
  const found: NearDuplicate[] = [];
  for (const { key, id, headline } of candidates) {
    await breather.breathe();
    const [stored] = articles.articles(generation, [key]);
    if (!stored?.text) continue;
    const words = wordsOf(stored.text.canonical);
    await breather.breathe();
    const shingles = shinglesOf(words);
    found.push({ id, headline, likeness: likeness(sketch.shingles, shingles) });
  }
  return found
    .filter((each) => each.likeness >= NEAR_DUPLICATE_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
}
