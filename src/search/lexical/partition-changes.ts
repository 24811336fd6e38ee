import { parsePartitionId, type PartitionId } from '../partition.ts';
import type { LexicalArticle, LexicalChange } from './lexical-index.ts';

/** A change as one partition sees it. */
export interface PartitionChange {
  readonly partition: PartitionId;
  /** By article key; of an article put twice the last counts. */
  readonly put: ReadonlyMap<number, LexicalArticle>;
  /** Keys of the articles that go, those put anew included. */
  readonly remove: ReadonlySet<number>;
}

/**
 * Sorts a change by partition, in the order they are first named.
 * @throws {RangeError} for anything that cannot be stored, before any of it is.
 */
export function partitionChanges({ put, remove }: LexicalChange): PartitionChange[] {
  const changes = new Map<PartitionId, { put: Map<number, LexicalArticle>; remove: Set<number> }>();
  const changeOf = (partition: PartitionId) => {
    const known = changes.get(partition);
    if (known !== undefined) return known;
    expect(parsePartitionId(partition) !== null, `"${partition}" is not a partition id.`);
    const change = { put: new Map<number, LexicalArticle>(), remove: new Set<number>() };
    changes.set(partition, change);
    return change;
  };
  for (const { partition, articleKey } of remove) changeOf(partition).remove.add(articleKey);
  for (const article of put) {
    checkArticle(article);
    const change = changeOf(article.partition);
    change.put.set(article.articleKey, article);
    change.remove.add(article.articleKey);
  }
  return [...changes].map(([partition, change]) => ({ partition, ...change }));
}

function checkArticle({ articleKey, day, canonical, passages }: LexicalArticle): void {
  expect(Number.isSafeInteger(articleKey), `Article key ${articleKey} is not an integer.`);
  expect(day === null || Number.isInteger(day), `Day ${String(day)} is not a whole number.`);
  for (const { passageId, start, end } of passages) {
    expect(Number.isSafeInteger(passageId), `Passage id ${passageId} is not an integer.`);
    expect(
      start >= 0 && start <= end && end <= canonical.length,
      `Passage ${passageId} is ${start} to ${end} of a text of ${canonical.length} characters.`,
    );
  }
}

function expect(holds: boolean, message: string): void {
  if (!holds) throw new RangeError(message);
}
