import type { ArchiveDatabase } from '../archive/database/database.ts';
import type { Library } from '../archive/library.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { Log } from '../log.ts';
import type { BuildDigest } from './build.ts';
import { DigestError } from './digest-error.ts';
import type { Digests } from './digests.ts';

export interface DigestsPorts {
  readonly database: ArchiveDatabase;
  readonly library: Library;
  /** For the length of topics. */
  readonly embedder: Embedder;
  readonly build: BuildDigest;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: Config;
}

export function openDigests(ports: DigestsPorts): Digests {
  const none = (): never => {
    ports.log.debug('no digests yet');
    throw new DigestError('not-found', 'There are no digests yet.');
  };
  return {
    run: () => Promise.resolve(),
    list: () => [],
    get: () => null,
    add: none,
    preview: none,
    postNow: none,
    pause: none,
    resume: none,
    remove: none,
    mute: none,
    posted: () => null,
    eraseGuild: () => undefined,
    sweep: () => undefined,
  };
}
