import { nextTurn } from '../event-loop.ts';
import type { DraftToAdd } from '../archive/library.ts';
import type { ReadProblem } from '../archive/readers/read.ts';
import type { ReadInput } from '../archive/readers/reading.ts';
import { UserError } from '../errors.ts';
import { BatchAdder, type AddingLibrary, type PlacedDraft } from './batch-adder.ts';
import type { Input, Source } from './input.ts';
import type { IngestFailure, IngestReport, PreviewedArticle } from './report.ts';

export interface IngestProgress {
  /** Sources finished, of `sources`. */
  readonly done: number;
  readonly sources: number;
  /** Passages embedded so far. */
  readonly passages: number;
}

/** `readArticles`, or a reader that knows more of its input than a draft holds. */
export type ReadDrafts = (
  bytes: Uint8Array,
  input: ReadInput,
) => {
  readonly drafts: readonly { readonly draft: DraftToAdd; readonly line: number }[];
  readonly problems: readonly Pick<ReadProblem, 'line' | 'message'>[];
};

export interface IngestOptions {
  readonly library: AddingLibrary;
  readonly read: ReadDrafts;
  /** Who will see the articles: `shared` or a guild's id. */
  readonly scope: string;
  /** Who brings them: `terminal`, `seeds`, or a Discord user id. */
  readonly by: string;
  /** Fill what an article leaves open. */
  readonly defaults?: NonNullable<ReadInput['defaults']>;
  /** Later dates are noted as doubtful. */
  readonly today: Date;
  /** Say what would be stored, and store nothing. Default false. */
  readonly dryRun?: boolean;
  /** Stops after the batch that is being added. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/** Bytes of an input that is read in one piece. Pages have a lower limit of their own. */
const MAX_INPUT_BYTES = 32 * 1024 * 1024;
const PAGE = /\.x?html?$/i;

/**
 * Reads every source and stores its articles, reading on while a batch is embedded. What cannot be read is reported and
 * does not keep the rest from it. An article counts as added when it is on the disk, so that after any end, planned or
 * not, the same call again finds it unchanged and goes on.
 * @throws {IndexWriteError} when the index cannot be written (a full disk); what was added until then stays.
 */
export async function ingest(
  sources: readonly Source[],
  options: IngestOptions,
): Promise<IngestReport> {
  const { library, dryRun = false, signal, onProgress } = options;
  let done = 0;
  const tell = (): void =>
    onProgress?.({ done, sources: sources.length, passages: batches.passages });
  const batches = new BatchAdder(library, options, tell);
  const preview: PreviewedArticle[] = [];
  const failed: IngestFailure[] = [];
  const take = dryRun
    ? (placed: PlacedDraft): void => void preview.push(previewOf(placed))
    : (placed: PlacedDraft): Promise<void> => batches.add(placed);
  for (const source of sources) {
    if (signal?.aborted) break;
    tell();
    failed.push(...(await readSource(source, take, options)));
    done++;
  }
  const stopped = signal?.aborted ?? false;
  const added = await batches.finish(!stopped);
  tell();
  return {
    ...added,
    failed: [...failed, ...added.failed],
    preview: dryRun ? preview : null,
    stopped,
  };
}

/** Hands the drafts of a source to `take`, and answers what could not be read. */
async function readSource(
  source: Source,
  take: (placed: PlacedDraft) => Promise<void> | void,
  options: IngestOptions,
): Promise<IngestFailure[]> {
  const { signal } = options;
  const failed: IngestFailure[] = [];
  try {
    for await (const input of source.read(signal)) {
      if (signal?.aborted) break;
      failed.push(...(await takeDrafts(input, take, options)));
    }
  } catch (error) {
    if (signal?.aborted) return failed;
    if (!(error instanceof UserError)) throw error;
    failed.push({ input: source.name, line: null, reason: error.message });
  }
  return failed;
}

async function takeDrafts(
  input: Input,
  take: (placed: PlacedDraft) => Promise<void> | void,
  options: IngestOptions,
): Promise<IngestFailure[]> {
  const { name, firstLine = 1 } = input;
  const lineOf = (line: number): number => firstLine + line - 1;
  const { drafts, problems } = options.read(input.bytes, readInput(input, options));
  for (const { draft, line } of drafts) {
    if (options.signal?.aborted) break;
    await take({ draft, input: name, line: lineOf(line) });
    // Whoever else lives in this process gets a turn between two articles.
    await nextTurn();
  }
  return problems.map(({ line, message }) => ({
    input: name,
    line: line === null ? null : lineOf(line),
    reason: message,
  }));
}

function readInput(input: Input, { defaults, today }: IngestOptions): ReadInput {
  const { name, mediaType, url } = input;
  const isPage = PAGE.test(name) || mediaType !== undefined;
  return {
    name,
    mediaType,
    url,
    today,
    ...(defaults ? { defaults } : {}),
    ...(isPage ? {} : { maxBytes: MAX_INPUT_BYTES }),
  };
}

function previewOf({ draft, input, line }: PlacedDraft): PreviewedArticle {
  const { headline, publishedAt, section, notes } = draft;
  return { input, line, headline, publishedAt, section, notes };
}
