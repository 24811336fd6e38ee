import { UserError } from '../../errors.ts';
import type { IngestInput, InputFailure } from '../../guild/guild-archive.ts';
import type { Caller } from '../command.ts';
import type { AttachmentSource, FeaturePorts } from '../feature-ports.ts';
import { renderIngestProgress } from '../render/ingest/progress.ts';
import { ingestTexts } from '../texts/ingest/index.ts';

/** What could be brought, and what could not. */
export interface Collected {
  readonly inputs: readonly IngestInput[];
  readonly failures: readonly InputFailure[];
}

export type CollectPorts = Pick<FeaturePorts, 'fetchPage' | 'downloadAttachments'>;

const EXTENSION = /\.(?:txt|text|md|markdown|html?|xhtml|json|jsonl|ndjson|zip)$/i;
/** As people are told them. */
const EXTENSIONS = '.txt, .md, .html, .json, .jsonl, .zip';

const MEGABYTE = 1_000_000;
/** Of one attachment: what the archive reads of a packed or line-by-line file; other files have less. */
const MAX_FILE_BYTES = 32 * MEGABYTE;

/** Downloads attachments and pages, all at once; one that fails does not stop the others. In order, files first. */
export async function collect(
  files: readonly AttachmentSource[],
  urls: readonly string[],
  caller: Caller,
  ports: CollectPorts,
): Promise<Collected> {
  const total = files.length + urls.length;
  let done = 0;
  const counted = async (work: Promise<IngestInput | InputFailure>) => {
    const result = await work;
    done += 1;
    // A single one is there, or fails, before a bar would say anything.
    if (total > 1) {
      caller.progress(renderIngestProgress(caller.language, 'collecting', done, total));
    }
    return result;
  };
  const results = await Promise.all([
    ...files.map((file) => counted(download(file, caller, ports))),
    ...urls.map((url) => counted(fetch(url, caller, ports))),
  ]);
  return {
    inputs: results.flatMap((result) => ('bytes' in result ? [result] : [])),
    failures: results.flatMap((result) => ('reason' in result ? [result] : [])),
  };
}

async function download(
  file: AttachmentSource,
  { language, signal }: Caller,
  ports: CollectPorts,
): Promise<IngestInput | InputFailure> {
  const texts = ingestTexts[language].failures;
  const failed = (reason: string): InputFailure => ({ input: file.name, line: null, reason });
  if (!EXTENSION.test(file.name)) return failed(texts.wrongExtension(EXTENSIONS));
  if (file.size > MAX_FILE_BYTES) return failed(texts.tooBig(MAX_FILE_BYTES / MEGABYTE));
  try {
    const [downloaded] = await ports.downloadAttachments([file], signal);
    if (downloaded === undefined) return failed(texts.notDownloaded);
    const { bytes, mediaType } = downloaded;
    return { name: file.name, bytes, ...(mediaType === undefined ? {} : { mediaType }) };
  } catch (error) {
    if (error instanceof UserError) return failed(texts.notDownloaded);
    throw error;
  }
}

async function fetch(
  typed: string,
  { language, signal }: Caller,
  ports: CollectPorts,
): Promise<IngestInput | InputFailure> {
  const url = typed.trim();
  const failed = (reason: string): InputFailure => ({ input: url, line: null, reason });
  if (!isWebAddress(url)) return failed(ingestTexts[language].failures.noAddress);
  try {
    const page = await ports.fetchPage(url, signal);
    return { name: url, bytes: page.bytes, mediaType: page.mediaType, url: page.url };
  } catch (error) {
    if (error instanceof UserError) return failed(error.message);
    throw error;
  }
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
