import { onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createGuildArticles } from '../../src/guild/guild-articles.ts';
import type { GuildArticles, GuildIngest, IngestInput } from '../../src/guild/guild-archive.ts';
import { createGuildLimits } from '../../src/guild/guild-limits.ts';
import { openIngests, type Ingests } from '../../src/guild/open-ingests.ts';
import type { InputReader } from '../../src/ingest/reading/open-reader.ts';
import { readInput } from '../../src/ingest/reading/read-input.ts';
import { silentLog } from '../../src/log.ts';
import {
  archivePath,
  openArchive,
  reopenArchive,
  type ArchiveParts,
} from '../archive/archive-kit.ts';

export const GUILD = '111111111111111111';
export const OTHER_GUILD = '222222222222222222';
export const MODERATOR = '333333333333333333';

/** One guild over a real database, with the fake embedder and indexes in memory. */
export interface GuildSession {
  readonly parts: ArchiveParts;
  readonly ingests: Ingests;
  of(guildId: string): GuildIngest & GuildArticles;
  /** The end of the process and its next start. */
  restart(): Promise<GuildSession>;
}

interface Given {
  readonly parts?: ArchiveParts;
  readonly reader?: InputReader;
  readonly settings?: Readonly<Record<string, string>>;
}

export function openGuildSession(given: Given = {}): GuildSession {
  const parts = given.parts ?? openArchive({ path: archivePath() });
  const config = readConfig(given.settings ?? {});
  const ports = { ...parts, config, log: silentLog };
  const reader = given.reader ?? readHere;
  const ingests = openIngests(ports, reader);
  const limits = createGuildLimits(ports);
  onTestFinished(() => ingests.close());
  return {
    parts,
    ingests,
    of: (guildId) => {
      const own = { ...ports, limits, guildId, scopes: [guildId, 'shared'] };
      const ingest = ingests.of(own);
      return {
        ...createGuildArticles(own),
        prepare: (inputs, options) => ingest.prepare(inputs, options),
        pending: (id) => ingest.pending(id),
        edit: (id, at, fields) => ingest.edit(id, at, fields),
        cancel: (id) => ingest.cancel(id),
        commit: (id, options) => ingest.commit(id, options),
        receipt: (id) => ingest.receipt(id),
        undo: (id, by) => ingest.undo(id, by),
      };
    },
    restart: async () => {
      await ingests.close();
      const settings = given.settings ?? {};
      return openGuildSession({ parts: reopenArchive(parts), reader, settings });
    },
  };
}

/** Reads in this thread: quick to start. The threads have tests of their own. */
const readHere: InputReader = {
  read: async (input, settings, signal) => {
    signal?.throwIfAborted();
    const drafts = [];
    const failures = [];
    for await (const part of readInput({ input, skip: 0, settings }, () => undefined)) {
      drafts.push(...part.drafts);
      failures.push(...part.failures);
    }
    return { drafts, failures };
  },
  close: () => Promise.resolve(),
};

export function textInput(text: string, given: Partial<IngestInput> = {}): IngestInput {
  return { name: 'article.txt', bytes: new TextEncoder().encode(text), ...given };
}

/** A text about the topic, as somebody pastes it. */
export function textAbout(topic: string, more = ''): string {
  return [
    `News of the ${topic}`,
    `The ${topic} was opened on Monday by the minister of ${topic} affairs. People came from far away.`,
    `Nobody had expected that ${topic} would draw such a crowd, said one of the ${topic} guides. ${more}`,
  ].join('\n\n');
}
