import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { openArchive, type Archive } from '../../src/open-archive.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { recordLog } from './recorded-log.ts';

export interface Session {
  readonly archive: Archive;
  /** Warnings and errors since the opening began. */
  readonly messages: readonly string[];
}

/** Opens the archive of a folder with the fake embedder and everything else real, does something with it, closes it. */
export async function inArchive<T>(
  folder: string,
  work: (session: Session) => Promise<T> | T,
): Promise<T> {
  const { log, messages } = recordLog();
  const config = readConfig({ DATA_DIR: folder });
  const embedder = new HashEmbedder({ dimensions: 64 });
  const archive = await openArchive({ config, log, clock: systemClock, embedder });
  try {
    return await work({ archive, messages });
  } finally {
    await archive.close();
  }
}
