import { untilNoneLeft } from '../event-loop.ts';
import { MS_PER_DAY } from '../clock.ts';
import type { StoredIngest } from '../archive/database/ingest-store.ts';
import { charactersOf, tooLong } from '../ingest/reading/read-input.ts';
import type { InputReader } from '../ingest/reading/open-reader.ts';
import { ArticleError } from './article-error.ts';
import { commitPending } from './commit.ts';
import { editDraft } from './edit-draft.ts';
import type {
  CommitOptions,
  DraftFields,
  GuildIngest,
  IngestInput,
  IngestReceipt,
  PendingArticle,
  PendingIngest,
  PrepareOptions,
  UndoReport,
} from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import { GuildRoom } from './guild-room.ts';
import { LimitError } from './limit-error.ts';
import {
  failuresOf,
  storedPending,
  toPendingArticle,
  waitingArticles,
  type Waiting,
} from './pending-store.ts';
import { prepareIngest } from './preparation.ts';
import { receiptOf } from './receipts.ts';
import type { RunningIngests } from './running-ingests.ts';
import { undoIngest } from './undo-ingest.ts';

/** How long a pending ingest is kept. */
const KEPT_MS = 7 * MS_PER_DAY;
const EXPIRED_AT_ONCE = 20;

export interface GuildIngestPorts extends GuildPorts {
  readonly reader: InputReader;
  /** What is under way, in all guilds. */
  readonly running: RunningIngests;
}

/** What one guild brings. */
export function createGuildIngest(ports: GuildIngestPorts): GuildIngest {
  return new StoredGuildIngest(ports);
}

/** Deletes pending ingests that were kept long enough. */
export async function dropExpiredIngests({
  database,
  clock,
}: Pick<GuildPorts, 'database' | 'clock'>): Promise<void> {
  const before = expiry(clock);
  await untilNoneLeft(() => database.ingests.dropExpired(before, EXPIRED_AT_ONCE));
}

/** What was created before is expired: an ISO date-time. */
function expiry(clock: GuildPorts['clock']): string {
  return new Date(clock.now().getTime() - KEPT_MS).toISOString();
}

class StoredGuildIngest implements GuildIngest {
  readonly #ports: GuildIngestPorts;

  constructor(ports: GuildIngestPorts) {
    this.#ports = ports;
  }

  prepare(inputs: readonly IngestInput[], options: PrepareOptions): Promise<PendingIngest> {
    const { reader, running } = this.#ports;
    return running.track(options.signal, (signal) =>
      prepareIngest(this.#ports, reader, inputs, { ...options, signal }),
    );
  }

  async pending(id: string): Promise<PendingIngest | null> {
    const ingest = this.#open(id);
    if (ingest === null) return null;
    const articles: PendingArticle[] = [];
    for await (const waiting of waitingArticles(this.#ports, id)) {
      articles.push(toPendingArticle(await this.#refreshed(id, waiting)));
    }
    return { id, by: ingest.by, articles, failures: failuresOf(ingest.failures) };
  }

  async edit(id: string, at: number, fields: DraftFields): Promise<PendingIngest | null> {
    const waiting = this.#open(id) && (await this.#waiting(id, at));
    if (!waiting) return null;
    const draft = editDraft(waiting.draft, fields);
    this.#checkLength(charactersOf(draft));
    const inspection = await this.#ports.library.inspect(draft, this.#ports.guildId);
    this.#ports.database.ingests.updatePending(
      id,
      storedPending({ ...waiting, draft, inspection }),
    );
    return this.pending(id);
  }

  cancel(id: string): boolean {
    const { database, running } = this.#ports;
    const ingest = this.#open(id);
    if (ingest === null || running.isBusy(id)) return false;
    if (ingest.begun) database.ingests.clearPending(id);
    else database.ingests.delete(id);
    return true;
  }

  async commit(id: string, options: CommitOptions): Promise<IngestReceipt> {
    const { guildId, running } = this.#ports;
    const ingest = this.#ports.database.ingests.find(id, guildId);
    if (ingest === null || (this.#open(id) === null && !ingest.begun)) throw noPending();
    await running.commit(id, options, (shared) => {
      const room = new GuildRoom(this.#ports, running.roomOf(guildId));
      return commitPending(this.#ports, room, id, shared);
    });
    const receipt = this.receipt(id);
    if (receipt === null) throw noPending();
    return receipt;
  }

  receipt(id: string): IngestReceipt | null {
    return receiptOf(this.#ports, id);
  }

  async undo(id: string, by: string): Promise<UndoReport> {
    if (this.receipt(id) === null) {
      throw new ArticleError('no-receipt', 'There is nothing here that could be taken back.');
    }
    return this.#ports.running.undo(id, () => undoIngest(this.#ports, id, by));
  }

  /** The ingest, if there is something of it to be added. */
  #open(id: string): StoredIngest | null {
    const { database, clock, guildId } = this.#ports;
    const ingest = database.ingests.find(id, guildId);
    if (ingest === null || ingest.createdAt < expiry(clock)) return null;
    if (ingest.begun && database.ingests.pendingCount(id) === 0) return null;
    return ingest;
  }

  async #waiting(id: string, position: number): Promise<Waiting | null> {
    let passed = 0;
    for await (const waiting of waitingArticles(this.#ports, id)) {
      if (passed++ === position) return waiting;
    }
    return null;
  }

  /** The archive may have changed since the draft was inspected. */
  async #refreshed(id: string, waiting: Waiting): Promise<Waiting> {
    const { library, database, guildId } = this.#ports;
    const { draft, inspection } = waiting;
    const now = library.standing(draft, inspection.contentHash, guildId);
    if (now.status === inspection.status && now.existing?.key === inspection.existing?.key) {
      return waiting;
    }
    const refreshed = { ...waiting, inspection: await library.inspect(draft, guildId) };
    database.ingests.updatePending(id, storedPending(refreshed));
    return refreshed;
  }

  #checkLength(characters: number): void {
    const allowed = this.#ports.config.ARTICLE_MAX_CHARACTERS;
    if (characters <= allowed) return;
    throw new LimitError('article-size', sentence(tooLong(characters, allowed)), allowed, null);
  }
}

function noPending(): ArticleError {
  return new ArticleError(
    'no-pending',
    'These articles do not wait to be added any more: they were cancelled or have expired. Bring them again.',
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
