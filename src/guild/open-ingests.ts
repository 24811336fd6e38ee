import { openReader, type InputReader } from '../ingest/reading/open-reader.ts';
import type { GuildIngest } from './guild-archive.ts';
import { createGuildIngest, dropExpiredIngests } from './guild-ingest.ts';
import type { GuildPorts, GuildsPorts } from './guild-ports.ts';
import { RunningIngests } from './running-ingests.ts';

/** What all guilds bring: the threads that read it, and what is under way. */
export interface Ingests {
  of(ports: GuildPorts): GuildIngest;
  /** Deletes pending ingests that were kept long enough. */
  sweep(): Promise<void>;
  /** Stops what is under way; what was added so far stays, and adding again goes on with the rest. */
  close(): Promise<void>;
}

/** @param reader closed with the ingests; default: threads that start with the first input. */
export function openIngests(
  ports: Pick<GuildsPorts, 'database' | 'clock'>,
  reader: InputReader = openReader(ports),
): Ingests {
  const running = new RunningIngests();
  return {
    of: (guild) => createGuildIngest({ ...guild, reader, running }),
    sweep: () => dropExpiredIngests(ports),
    close: async () => {
      await running.close();
      await reader.close();
    },
  };
}
