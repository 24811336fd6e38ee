import { Readable } from 'node:stream';
import { SHARED_SCOPE } from '../archive/article.ts';
import type { Library } from '../archive/library.ts';
import { UserError } from '../errors.ts';
import { ingest, type IngestProgress } from './ingest.ts';
import type { IngestReport } from './report.ts';
import { findSources } from './sources.ts';

/** Name of the archive's setting that says how far the seeds have come. */
const SETTING = 'seeds';
/** Says where the seeds are from, and is none. */
const README = /\breadme\.[a-z]+$/i;

export interface SeedOptions {
  readonly library: Library;
  /** Folder of the seed articles. */
  readonly folder: string;
  readonly today: Date;
  /** Stops after the batch that is being added; the rest is still to be added then. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/**
 * Are the seed articles still to be added? Once, to an archive nobody has put anything into; begun and not finished (the
 * process was killed) counts as still to be added, and seeds that were removed later do not.
 */
export function needsSeeds(library: Library): boolean {
  const state = library.setting(SETTING);
  if (state !== null) return state === 'begun';
  const everything = { scopes: [SHARED_SCOPE], limit: 1 };
  return (
    library.list(everything).total === 0 &&
    library.list({ ...everything, state: 'removed' }).total === 0
  );
}

/** Adds every seed article, for everybody to see. */
export async function addSeeds({
  library,
  folder,
  today,
  signal,
  onProgress,
}: SeedOptions): Promise<IngestReport> {
  // The readers bring an HTML parser along, which nobody needs who only asks.
  const { readArticles } = await import('../archive/readers/read.ts');
  const found = await findSources([folder], {
    stdin: Readable.from([]),
    fetchUrl: (url) => Promise.reject(new UserError(`${url} is not a seed file`)),
  });
  const sources = found.filter(({ name }) => !README.test(name));
  library.setSetting(SETTING, 'begun');
  const report = await ingest(sources, {
    library,
    read: readArticles,
    scope: SHARED_SCOPE,
    by: 'seeds',
    today,
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  // A folder that is missing or empty today may be filled tomorrow.
  const stored = report.added + report.revised + report.unchanged;
  if (stored > 0 && !report.stopped) library.setSetting(SETTING, 'done');
  return report;
}
