import { UserError } from '../../errors.ts';
import { isWebAddress } from '../../web-address.ts';
import type { IngestInput, InputFailure } from '../../guild/guild-archive.ts';
import { MAX_ATTACHMENT_BYTES, MAX_TOTAL_BYTES } from '../attachments.ts';
import type { Caller } from '../command.ts';
import type { AttachmentSource, FeaturePorts } from '../feature-ports.ts';
import { renderIngestProgress } from '../render/ingest/progress.ts';
import { ingestTexts } from '../texts/ingest/index.ts';

/** What could be brought, and what could not. */
export interface Collected {
  readonly inputs: readonly IngestInput[];
  readonly failures: readonly InputFailure[];
}

export type CollectPorts = Pick<FeaturePorts, 'clock' | 'fetchPage' | 'downloadAttachments'>;

const EXTENSION = /\.(?:txt|text|md|markdown|html?|xhtml|json|jsonl|ndjson|zip)$/i;
/** As people are told them. */
const EXTENSIONS = '.txt, .md, .html, .json, .jsonl, .zip';

/** What is all there by then needs no bar. */
const QUICK_MS = 1_000;

/** Downloads attachments and fetches pages, all at once; one that fails does not stop the others. In order, files first. */
export async function collect(
  files: readonly AttachmentSource[],
  urls: readonly string[],
  caller: Caller,
  ports: CollectPorts,
): Promise<Collected> {
  const total = files.length + urls.length;
  const { clock } = ports;
  const startedAt = clock.elapsed();
  let done = 0;
  const counted = async (work: Promise<IngestInput | InputFailure>) => {
    const result = await work;
    done += 1;
    if (total > 1 && clock.elapsed() - startedAt > QUICK_MS) {
      caller.progress(renderIngestProgress(caller.language, 'collecting', done, total));
    }
    return result;
  };
  const taken = withinTotal(files);
  const results = await Promise.all([
    ...files.map((file) => counted(download(file, taken.has(file), caller, ports))),
    ...urls.map((url) => counted(fetch(url, caller, ports))),
  ]);
  return {
    inputs: results.flatMap((result) => ('bytes' in result ? [result] : [])),
    failures: results.flatMap((result) => ('reason' in result ? [result] : [])),
  };
}

/** The files that may come along together: the first ones. */
function withinTotal(files: readonly AttachmentSource[]): ReadonlySet<AttachmentSource> {
  let total = 0;
  return new Set(
    files.filter(({ size }) => {
      if (size > MAX_ATTACHMENT_BYTES || total + size > MAX_TOTAL_BYTES) return false;
      total += size;
      return true;
    }),
  );
}

async function download(
  file: AttachmentSource,
  isTaken: boolean,
  { language, signal }: Caller,
  ports: CollectPorts,
): Promise<IngestInput | InputFailure> {
  const texts = ingestTexts[language].failures;
  const failed = (reason: string): InputFailure => ({ input: file.name, line: null, reason });
  if (!EXTENSION.test(file.name)) return failed(texts.wrongExtension(EXTENSIONS));
  if (file.size > MAX_ATTACHMENT_BYTES) return failed(texts.tooBig(MAX_ATTACHMENT_BYTES / 1e6));
  if (!isTaken) return failed(texts.tooBigTogether(MAX_TOTAL_BYTES / 1e6));
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
