import { nextTurn } from '../event-loop.ts';
import { randomId } from '../archive/random-id.ts';
import { UserError } from '../errors.ts';
import type { InputReader } from '../ingest/reading/open-reader.ts';
import type { FoundDraft } from '../ingest/reading/protocol.ts';
import type { IngestInput, InputFailure, PendingIngest, PrepareOptions } from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import { storedPending, toPendingArticle, type Waiting } from './pending-store.ts';

/** Articles of one ingest; more are to be brought in several. */
const MAX_ARTICLES = 2_000;
/** Failures that are kept one by one. */
const MAX_FAILURES = 1_000;
/** Drafts stored in one transaction. */
const STORED_AT_ONCE = 4;

/** Reads the inputs, finds out what adding each article would do, and keeps all of it. */
export async function prepareIngest(
  ports: GuildPorts,
  reader: InputReader,
  inputs: readonly IngestInput[],
  options: PrepareOptions,
): Promise<PendingIngest> {
  const { by, signal } = options;
  ports.limits.ingests.take(by, ports.guildId);
  const failures: InputFailure[] = [...(options.failures ?? [])];
  const found = await readInputs(ports, reader, inputs, options, failures);
  const waiting: Waiting[] = [];
  for (const { input, draft } of found) {
    try {
      const inspection = await ports.library.inspect(draft, ports.guildId, signal);
      waiting.push({ at: waiting.length, input, draft, inspection });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push({ input, line: null, reason: error.message });
    }
  }
  const id = await keep(ports, by, waiting, listed(failures));
  return { id, by, articles: waiting.map(toPendingArticle), failures: listed(failures) };
}

/** One input after the other: somebody else's then has its turn in between. */
async function readInputs(
  { clock, config }: GuildPorts,
  reader: InputReader,
  inputs: readonly IngestInput[],
  { defaults, signal }: PrepareOptions,
  failures: InputFailure[],
): Promise<FoundDraft[]> {
  const found: FoundDraft[] = [];
  for (const input of inputs) {
    const settings = {
      ...(defaults ? { defaults } : {}),
      today: clock.now(),
      maxCharacters: config.ARTICLE_MAX_CHARACTERS,
      maxArticles: MAX_ARTICLES - found.length,
    };
    const part = await reader.read(input, settings, signal);
    found.push(...part.drafts);
    failures.push(...part.failures);
  }
  return found;
}

async function keep(
  { database, clock, guildId }: GuildPorts,
  by: string,
  waiting: readonly Waiting[],
  failures: readonly InputFailure[],
): Promise<string> {
  const id = randomId();
  const ingest = {
    id,
    guild: guildId,
    by,
    createdAt: clock.now().toISOString(),
    failures: JSON.stringify(failures),
  };
  database.ingests.insert(ingest);
  for (let at = 0; at < waiting.length; at += STORED_AT_ONCE) {
    database.transaction(() => {
      for (const each of waiting.slice(at, at + STORED_AT_ONCE)) {
        database.ingests.insertPending(id, storedPending(each));
      }
    });
    await nextTurn();
  }
  return id;
}

function listed(failures: readonly InputFailure[]): readonly InputFailure[] {
  const rest = failures.length - MAX_FAILURES;
  if (rest <= 0) return failures;
  const [last] = failures.slice(MAX_FAILURES);
  const more = { input: last?.input ?? '', line: null, reason: `and ${rest} more problems` };
  return [...failures.slice(0, MAX_FAILURES), more];
}
