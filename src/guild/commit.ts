import type { AddOutcome, DraftToAdd, StoredOutcome } from '../archive/library.ts';
import { createBreather } from '../event-loop.ts';
import { charactersOf } from '../ingest/reading/read-input.ts';
import type { CommitOptions } from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import type { GuildRoom, Room } from './guild-room.ts';
import { inspectionOf, waitingArticles, type Waiting } from './pending-store.ts';

/** Articles added together: some seconds of embedding, after which the progress moves. */
const CHUNK_ARTICLES = 16;
/** About 300 passages. */
const CHUNK_CHARACTERS = 300_000;
const INSPECTIONS_AT_ONCE = 100;

/**
 * Adds the pending articles of an ingest. Each becomes a line of the receipt in the very transaction that stores it, so
 * that whatever ends this, calling it again goes on with those that are left.
 * @throws {LimitError} when the guild has no room for them; then nothing was added.
 */
export async function commitPending(
  ports: GuildPorts,
  room: GuildRoom,
  id: string,
  options: CommitOptions,
): Promise<void> {
  const { ingests } = ports.database;
  const taken = room.take(await neededRoom(ports, id));
  try {
    ingests.begin(id);
    const before = ingests.receipts(id).length;
    const total = before + ingests.pendingCount(id);
    const priority = total === 1 ? 'interactive' : 'bulk';
    let done = before;
    for await (const chunk of chunksOf(waitingArticles(ports, id))) {
      options.signal?.throwIfAborted();
      options.onProgress?.(done, total);
      await addChunk(ports, id, chunk, priority, options);
      for (const { inspection } of chunk) taken.give(roomFor(inspection));
      done += chunk.length;
    }
    options.onProgress?.(done, total);
    ports.log.info(
      { ingest: id, guild: ports.guildId, by: options.by, articles: total },
      'ingest added',
    );
  } finally {
    taken.end();
  }
}

async function addChunk(
  ports: GuildPorts,
  id: string,
  chunk: readonly Waiting[],
  priority: 'interactive' | 'bulk',
  { by, signal }: CommitOptions,
): Promise<void> {
  const { library, database, guildId } = ports;
  const waiting = new Map<DraftToAdd, Waiting>();
  database.transaction(() => {
    for (const each of chunk) {
      const { draft, inspection } = each;
      const { status, existing } = library.standing(draft, inspection.contentHash, guildId);
      if (status !== 'same' || existing === null) waiting.set(draft, each);
      else settleStored(ports, id, each, { ...existing, status: 'unchanged' });
    }
  });
  if (waiting.size === 0) return;
  const outcomes = await library.add([...waiting.keys()], {
    scope: guildId,
    by,
    priority,
    ...(signal ? { signal } : {}),
    onStored: (draft, outcome) => {
      const each = waiting.get(draft);
      if (each !== undefined) settleStored(ports, id, each, outcome);
    },
  });
  database.transaction(() => {
    settleFailed(ports, id, [...waiting.values()], outcomes);
  });
}

function settleStored(
  { database }: GuildPorts,
  id: string,
  { at, input }: Waiting,
  outcome: Pick<StoredOutcome, 'status' | 'headline' | 'id' | 'revision'>,
): void {
  const { status, headline, revision } = outcome;
  database.ingests.settle(id, {
    at,
    input,
    outcome: status,
    headline,
    articleId: outcome.id,
    revision,
    reason: null,
  });
}

function settleFailed(
  { database }: GuildPorts,
  id: string,
  waiting: readonly Waiting[],
  outcomes: readonly AddOutcome[],
): void {
  for (const [index, outcome] of outcomes.entries()) {
    const each = waiting[index];
    if (each === undefined || outcome.status !== 'failed') continue;
    const { at, input } = each;
    const { headline, reason } = outcome;
    const nothing = { articleId: null, revision: null };
    database.ingests.settle(id, { at, input, outcome: 'failed', headline, reason, ...nothing });
  }
}

async function* chunksOf(
  waiting: AsyncIterable<Waiting>,
): AsyncGenerator<readonly Waiting[], void, undefined> {
  let chunk: Waiting[] = [];
  let characters = 0;
  for await (const each of waiting) {
    chunk.push(each);
    characters += charactersOf(each.draft);
    if (chunk.length < CHUNK_ARTICLES && characters < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = [];
    characters = 0;
  }
  if (chunk.length > 0) yield chunk;
}

async function neededRoom({ database, clock }: GuildPorts, id: string): Promise<Room> {
  const breather = createBreather(clock);
  let articles = 0;
  let bytes = 0;
  let at = -1;
  for (;;) {
    await breather.breathe();
    const rows = database.ingests.inspectionsAfter(id, at, INSPECTIONS_AT_ONCE);
    for (const row of rows) {
      const room = roomFor(inspectionOf(row.inspection));
      articles += room.articles;
      bytes += room.bytes;
      at = row.at;
    }
    if (rows.length < INSPECTIONS_AT_ONCE) return { articles, bytes };
  }
}

function roomFor({ status, growth }: Waiting['inspection']): Room {
  return { articles: status === 'new' ? 1 : 0, bytes: growth };
}
