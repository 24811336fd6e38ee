import type { StoredReceipt, UndoState } from '../archive/database/ingest-store.ts';
import { UserError } from '../errors.ts';
import type { UndoReport } from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import { undoReportOf } from './receipts.ts';

/** Articles that leave the indexes together. */
const REMOVED_AT_ONCE = 64;

/**
 * Takes back what an ingest added, article by article. What became of each is kept, so that killed half-way it goes on, and
 * done again it does nothing: what somebody restored since stays restored.
 */
export async function undoIngest(ports: GuildPorts, id: string, by: string): Promise<UndoReport> {
  const { ingests } = ports.database;
  // What was not added yet is not added any more.
  ingests.clearPending(id);
  const open = ingests.receipts(id).filter(({ undo }) => undo === null || undo === 'begun');
  // The latest first: an ingest may have changed an article that it had added before.
  for (const line of open.filter(({ outcome }) => outcome === 'revised').reverse()) {
    ingests.setUndo(id, line.at, await revert(ports, id, line, by));
  }
  const added = open.filter(({ outcome }) => outcome === 'added');
  for (let at = 0; at < added.length; at += REMOVED_AT_ONCE) {
    await remove(ports, id, added.slice(at, at + REMOVED_AT_ONCE), by);
  }
  ingests.setUndone(id);
  ports.log.info({ ingest: id, guild: ports.guildId, by }, 'ingest undone');
  return undoReportOf(ingests.receipts(id));
}

async function remove(
  { library, database, guildId }: GuildPorts,
  id: string,
  lines: readonly StoredReceipt[],
  by: string,
): Promise<void> {
  const kept = new Map(lines.map((line) => [line.articleId ?? '', line]));
  const revisions = lines.flatMap(({ articleId, revision }) =>
    articleId === null || revision === null ? [] : [{ id: articleId, revision }],
  );
  await library.removeRevisions(revisions, { scope: guildId, by }, (removed) => {
    const line = kept.get(removed.id);
    if (line === undefined) return;
    database.ingests.setUndo(id, line.at, 'removed');
    kept.delete(removed.id);
  });
  database.transaction(() => {
    for (const { at } of kept.values()) database.ingests.setUndo(id, at, 'kept');
  });
}

/** Puts the revision before into force again. */
async function revert(
  { library, database, guildId }: GuildPorts,
  id: string,
  { at, articleId, revision, undo }: StoredReceipt,
  by: string,
): Promise<UndoState> {
  if (articleId === null) return 'kept';
  const revisions = library.revisions(articleId, [guildId]);
  const state = revisions.find((each) => each.revision === revision)?.state;
  if (state !== 'current') {
    // After "begun" the process may have ended before it noted down what it had done.
    if (undo !== 'begun' || state !== 'undone') return 'kept';
    return revisions.some((each) => each.state === 'current') ? 'reverted' : 'removed';
  }
  database.ingests.setUndo(id, at, 'begun');
  try {
    const { current } = await library.undo(articleId, guildId, by);
    return current === null ? 'removed' : 'reverted';
  } catch (error) {
    // Somebody was quicker.
    if (error instanceof UserError) return 'kept';
    throw error;
  }
}
