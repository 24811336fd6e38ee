import type { StoredReceipt } from '../archive/database/ingest-store.ts';
import type { IngestReceipt, InputFailure, ReceiptArticle, UndoReport } from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import { failuresOf } from './pending-store.ts';

/** What has become of an ingest so far; null when nothing of it was ever added, or it is another guild's. */
export function receiptOf(
  { database, guildId }: Pick<GuildPorts, 'database' | 'guildId'>,
  id: string,
): IngestReceipt | null {
  const ingest = database.ingests.find(id, guildId);
  if (!ingest?.begun) return null;
  const lines = database.ingests.receipts(id);
  return {
    id,
    by: ingest.by,
    added: articlesOf(lines, ({ outcome }) => outcome === 'added'),
    revised: articlesOf(lines, ({ outcome }) => outcome === 'revised'),
    unchanged: lines.filter(({ outcome }) => outcome === 'unchanged').length,
    failures: [...failuresOf(ingest.failures), ...lines.flatMap(failureOf)],
    undone: ingest.undone,
  };
}

/** What was taken back so far. */
export function undoReportOf(lines: readonly StoredReceipt[]): UndoReport {
  return {
    removed: articlesOf(lines, ({ undo }) => undo === 'removed'),
    reverted: articlesOf(lines, ({ undo }) => undo === 'reverted'),
    kept: articlesOf(lines, ({ undo }) => undo === 'kept'),
  };
}

function articlesOf(
  lines: readonly StoredReceipt[],
  isWanted: (line: StoredReceipt) => boolean,
): ReceiptArticle[] {
  return lines.flatMap((line) => {
    const { articleId, headline, revision } = line;
    if (articleId === null || revision === null || !isWanted(line)) return [];
    return [{ id: articleId, headline, revision }];
  });
}

function failureOf({ outcome, input, reason }: StoredReceipt): InputFailure[] {
  return outcome === 'failed' ? [{ input, line: null, reason: reason ?? 'it failed' }] : [];
}
