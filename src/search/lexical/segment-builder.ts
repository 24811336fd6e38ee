import { mergeTerms, type DocumentRows } from './merge-terms.ts';
import type { NewDocuments } from './new-documents.ts';
import { NO_POSTINGS } from './postings.ts';
import { encodeSegment } from './segment-codec.ts';
import { Segment, TERM_FIELDS, UNDATED, type SegmentColumns } from './segment.ts';

/**
 * The segment that holds what `old` holds, less the articles in `removed`, plus `added`; null when that is nothing.
 * Nothing that stays is analysed again: both term lists are in hash order, so they and their postings are merged in one
 * pass. A full partition (2,048 passages) takes some milliseconds, which is why there is no separate unsealed tail to
 * search beside the segments and to seal later: every change yields the final form at once.
 */
export async function rebuildSegment(
  old: Segment | null,
  removed: ReadonlySet<number>,
  added: NewDocuments,
): Promise<Segment | null> {
  const base = old ?? emptySegment();
  const rows = planRows(base, removed, added);
  if (rows.articles === 0) return null;
  const terms = await mergeTerms(base, added, rows);
  return encodeSegment({ ...mergeRows(base, added, rows), ...terms });
}

interface RowPlan extends DocumentRows {
  readonly articles: number;
  readonly passages: number;
}

function emptySegment(): Segment {
  const none = new Uint32Array(0);
  const columns = {
    passageIds: new Float64Array(0),
    passageArticles: none,
    passageLengths: none,
    articleKeys: new Float64Array(0),
    articleLengths: none,
    articleDays: new Int32Array(0),
    dictionary: new Uint32Array(TERM_FIELDS),
    termBytes: new Uint8Array(0),
    passagePostings: NO_POSTINGS,
    articlePostings: NO_POSTINGS,
  };
  return new Segment(columns, new Uint8Array(0));
}

function planRows(
  { columns }: Segment,
  removed: ReadonlySet<number>,
  added: NewDocuments,
): RowPlan {
  let articles = 0;
  const oldArticles = Int32Array.from(columns.articleKeys, (key) =>
    removed.has(key) ? -1 : articles++,
  );
  const newArticles = Int32Array.from(added.articles, () => articles++);
  const kept: PassageRow[] = [];
  columns.passageArticles.forEach((article, at) => {
    if (oldArticles[article] !== -1) {
      kept.push({ passageId: columns.passageIds[at] ?? 0, isNew: false, at });
    }
  });
  const fresh = added.passages.map(({ passageId }, at) => ({ passageId, isNew: true, at }));
  const ordered = [...kept, ...fresh].sort((a, b) => a.passageId - b.passageId);
  const oldPassages = new Int32Array(columns.passageIds.length).fill(-1);
  const newPassages = new Int32Array(added.passages.length);
  ordered.forEach(({ isNew, at }, row) => {
    (isNew ? newPassages : oldPassages)[at] = row;
  });
  return {
    articles,
    passages: ordered.length,
    oldArticles,
    oldPassages,
    newArticles,
    newPassages,
  };
}

interface PassageRow {
  readonly passageId: number;
  readonly isNew: boolean;
  readonly at: number;
}

type RowColumns = Pick<
  SegmentColumns,
  | 'passageIds'
  | 'passageArticles'
  | 'passageLengths'
  | 'articleKeys'
  | 'articleLengths'
  | 'articleDays'
>;

function mergeRows({ columns }: Segment, added: NewDocuments, rows: RowPlan): RowColumns {
  const merged = {
    passageIds: new Float64Array(rows.passages),
    passageArticles: new Uint32Array(rows.passages),
    passageLengths: new Uint32Array(rows.passages),
    articleKeys: new Float64Array(rows.articles),
    articleLengths: new Uint32Array(rows.articles),
    articleDays: new Int32Array(rows.articles),
  };
  rows.oldArticles.forEach((row, at) => {
    if (row < 0) return;
    merged.articleKeys[row] = columns.articleKeys[at] ?? 0;
    merged.articleLengths[row] = columns.articleLengths[at] ?? 0;
    merged.articleDays[row] = columns.articleDays[at] ?? UNDATED;
  });
  added.articles.forEach(({ articleKey, day, length }, at) => {
    const row = rows.newArticles[at] ?? 0;
    merged.articleKeys[row] = articleKey;
    merged.articleLengths[row] = length;
    merged.articleDays[row] = day ?? UNDATED;
  });
  rows.oldPassages.forEach((row, at) => {
    if (row < 0) return;
    merged.passageIds[row] = columns.passageIds[at] ?? 0;
    merged.passageArticles[row] = rows.oldArticles[columns.passageArticles[at] ?? 0] ?? 0;
    merged.passageLengths[row] = columns.passageLengths[at] ?? 0;
  });
  added.passages.forEach(({ passageId, article, length }, at) => {
    const row = rows.newPassages[at] ?? 0;
    merged.passageIds[row] = passageId;
    merged.passageArticles[row] = rows.newArticles[article] ?? 0;
    merged.passageLengths[row] = length;
  });
  return merged;
}
