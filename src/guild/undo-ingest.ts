import type { StoredReceipt, UndoState } from '../archive/database/ingest-store.ts';
import { UserError } from '../errors.ts';
import type { UndoReport } from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import { undoReportOf } from './receipts.ts';

/**
 * Takes back what an ingest added, article by article. What became of each is kept, so that killed half-way it goes on, and
 * done again it does nothing: what somebody restored since stays restored.
 */
export async function undoIngest(ports: GuildPorts, id: string, by: string): Promise<UndoReport> {
  const { ingests } = ports.database;
  // What was not added yet is not added any more.
  ingests.clearPending(id);
  for (const line of ingests.receipts(id)) {
    if (line.undo !== null && line.undo !== 'begun') continue;
    if (line.outcome !== 'added' && line.outcome !== 'revised') continue;
    ingests.setUndo(id, line.at, await undoLine(ports, id, line, by));
  }
  ingests.setUndone(id);
  ports.log.info({ ingest: id, guild: ports.guildId, by }, 'ingest undone');
  return undoReportOf(ingests.receipts(id));
}

async function undoLine(
  ports: GuildPorts,
  id: string,
  line: StoredReceipt,
  by: string,
): Promise<UndoState> {
  const { articleId } = line;
  if (articleId === null) return 'kept';
  const revisions = ports.library.revisions(articleId, [ports.guildId]);
  const state = revisions.find(({ revision }) => revision === line.revision)?.state;
  if (state !== 'current') {
    // After "begun" the process may have ended before it noted down what it had done.
    const isOurs = line.undo === 'begun' && (state === 'removed' || state === 'undone');
    if (!isOurs) return 'kept';
    return revisions.some((each) => each.state === 'current') ? 'reverted' : 'removed';
  }
  ports.database.ingests.setUndo(id, line.at, 'begun');
  try {
    return await takeBack(ports, articleId, line.outcome, by);
  } catch (error) {
    // Somebody was quicker.
    if (error instanceof UserError) return 'kept';
    throw error;
  }
}

async function takeBack(
  { library, guildId }: GuildPorts,
  articleId: string,
  outcome: StoredReceipt['outcome'],
  by: string,
): Promise<UndoState> {
  if (outcome === 'added') {
    await library.remove(articleId, guildId, by);
    return 'removed';
  }
  const { current } = await library.undo(articleId, guildId, by);
  return current === null ? 'removed' : 'reverted';
}
