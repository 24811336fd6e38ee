import type { GuildPorts } from './guild-ports.ts';
import { LimitError } from './limit-error.ts';

export interface Room {
  readonly articles: number;
  /** UTF-8. */
  readonly bytes: number;
}

/** Room that an ingest was promised, until its articles are there and count themselves. */
export interface TakenRoom {
  give(room: Room): void;
  end(): void;
}

/** What a guild may still bring, with what is just being added counted in. */
export class GuildRoom {
  readonly #ports: Pick<GuildPorts, 'library' | 'config' | 'guildId'>;
  readonly #taken: Set<Room>;

  /** @param taken promised to ingests of this guild that are being added. */
  constructor(ports: Pick<GuildPorts, 'library' | 'config' | 'guildId'>, taken: Set<Room>) {
    this.#ports = ports;
    this.#taken = taken;
  }

  /** @throws {LimitError} when there is not enough. */
  take(wanted: Room): TakenRoom {
    const { library, config, guildId } = this.#ports;
    const used = library.scopeSize(guildId);
    let { articles, bytes } = used;
    for (const room of this.#taken) {
      articles += room.articles;
      bytes += room.bytes;
    }
    const mostBytes = config.GUILD_MAX_MEGABYTES * BYTES_PER_MEGABYTE;
    if (wanted.articles > 0 && articles + wanted.articles > config.GUILD_MAX_ARTICLES) {
      throw tooManyArticles(used.articles, wanted.articles, config.GUILD_MAX_ARTICLES);
    }
    if (wanted.bytes > 0 && bytes + wanted.bytes > mostBytes) {
      throw tooManyBytes(used.bytes, wanted.bytes, mostBytes);
    }
    return this.#promise(wanted);
  }

  #promise(wanted: Room): TakenRoom {
    let left = wanted;
    this.#taken.add(left);
    return {
      give: ({ articles, bytes }) => {
        this.#taken.delete(left);
        left = { articles: left.articles - articles, bytes: left.bytes - bytes };
        this.#taken.add(left);
      },
      end: () => {
        this.#taken.delete(left);
      },
    };
  }
}

export const BYTES_PER_MEGABYTE = 1_000_000;

function tooManyArticles(used: number, wanted: number, allowed: number): LimitError {
  return new LimitError(
    'guild-articles',
    `This server has ${used} of ${allowed} articles, and ${wanted} more do not fit. Remove some first.`,
    allowed,
    null,
  );
}

function tooManyBytes(used: number, wanted: number, allowed: number): LimitError {
  return new LimitError(
    'guild-bytes',
    `This server has ${megabytes(used)} of ${megabytes(allowed)} MB of text, and ${megabytes(wanted)} MB more do not fit. Remove some articles first.`,
    allowed,
    null,
  );
}

function megabytes(bytes: number): string {
  return (bytes / BYTES_PER_MEGABYTE).toFixed(1).replace(/\.0$/, '');
}
