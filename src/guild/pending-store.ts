import type { ArticleDraft } from '../archive/article.ts';
import { createBreather } from '../event-loop.ts';
import type { StoredPending } from '../archive/database/ingest-store.ts';
import type { DraftInspection } from '../archive/scope-work.ts';
import type { InputFailure, PendingArticle } from './guild-archive.ts';
import type { GuildsPorts } from './guild-ports.ts';

/** A draft that waits to be added. */
export interface Waiting {
  readonly at: number;
  readonly input: string;
  readonly draft: ArticleDraft;
  readonly inspection: DraftInspection;
}

/** The pending articles of an ingest in order, read one at a time; other work runs in between. */
export async function* waitingArticles(
  { database, clock }: Pick<GuildsPorts, 'database' | 'clock'>,
  ingest: string,
): AsyncGenerator<Waiting, void, undefined> {
  const breather = createBreather(clock);
  let at = -1;
  for (;;) {
    await breather.breathe();
    const row = database.ingests.pendingAfter(ingest, at);
    if (row === null) return;
    yield waitingOf(row);
    at = row.at;
  }
}

export function storedPending({ at, input, draft, inspection }: Waiting): StoredPending {
  return { at, input, draft: JSON.stringify(draft), inspection: JSON.stringify(inspection) };
}

function waitingOf({ at, input, draft, inspection }: StoredPending): Waiting {
  return {
    at,
    input,
    // Only storedPending writes these columns.
    draft: JSON.parse(draft) as ArticleDraft,
    inspection: inspectionOf(inspection),
  };
}

export function inspectionOf(stored: string): DraftInspection {
  // Only storedPending writes it.
  return JSON.parse(stored) as DraftInspection;
}

export function failuresOf(stored: string): readonly InputFailure[] {
  // Only `prepare` writes it.
  return JSON.parse(stored) as readonly InputFailure[];
}

export function toPendingArticle({ draft, input, inspection }: Waiting): PendingArticle {
  const { words, characters, passages, status, existing, changes, nearDuplicates } = inspection;
  return { draft, input, words, characters, passages, status, existing, changes, nearDuplicates };
}
