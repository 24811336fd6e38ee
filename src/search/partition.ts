import { MS_PER_DAY } from '../clock.ts';

/**
 * The unit of writing: the passages of one scope and one month of publication, at most about 2,048 of them.
 * A fuller month goes on in the next shard, so that adding an article never rewrites more than one small file.
 */
export interface Partition {
  /** `shared` or a guild's id. */
  readonly scope: string;
  /** `2024-02`, or `undated`. */
  readonly month: string;
  /** 0, 1, 2 … within scope and month. */
  readonly shard: number;
}

/** `shared/2024-02.0`: unique, sorts by scope, month and shard (up to 10 shards), and is a safe relative path. */
export type PartitionId = `${string}/${string}.${number}`;

export function partitionId({ scope, month, shard }: Partition): PartitionId {
  return `${scope}/${month}.${shard}`;
}

const PARTITION_ID = /^(?<scope>[\w-]+)\/(?<month>\d{4}-\d{2}|undated)\.(?<shard>\d+)$/;

/** The partition an id names, or null where it names none. */
export function parsePartitionId(id: string): Partition | null {
  const groups = PARTITION_ID.exec(id)?.groups;
  const { scope, month, shard } = groups ?? {};
  if (scope === undefined || month === undefined || shard === undefined) return null;
  return { scope, month, shard: Number(shard) };
}

/** What a search may see. Applied before ranking, in the lexical and in the vector index alike. */
export interface PassageFilter {
  /** Scopes the asker may see, `shared` included where it is allowed. */
  readonly scopes: readonly string[];
  /** First day allowed: days since 1970-01-01 UTC. Undated articles never pass a date filter. */
  readonly firstDay?: number;
  /** Last day allowed, inclusive. */
  readonly lastDay?: number;
  /** When present, only these articles (a section filter resolved by the database). */
  readonly articleKeys?: ReadonlySet<number>;
}

/** Does the partition hold anything the filter could let through? Days are checked again per article. */
export function partitionMayMatch(partition: Partition, filter: PassageFilter): boolean {
  if (!filter.scopes.includes(partition.scope)) return false;
  if (filter.firstDay === undefined && filter.lastDay === undefined) return true;
  if (partition.month === 'undated') return false;
  const [year = 0, month = 1] = partition.month.split('-').map(Number);
  const first = Date.UTC(year, month - 1, 1) / MS_PER_DAY;
  const last = Date.UTC(year, month, 1) / MS_PER_DAY - 1;
  return first <= (filter.lastDay ?? Infinity) && last >= (filter.firstDay ?? -Infinity);
}

/** Does an article of that day and key pass? `day` is null for undated articles. */
export function articleMatches(
  article: { readonly articleKey: number; readonly day: number | null },
  filter: PassageFilter,
): boolean {
  if (filter.articleKeys !== undefined && !filter.articleKeys.has(article.articleKey)) return false;
  if (filter.firstDay === undefined && filter.lastDay === undefined) return true;
  if (article.day === null) return false;
  return (
    article.day >= (filter.firstDay ?? -Infinity) && article.day <= (filter.lastDay ?? Infinity)
  );
}

/** Days since 1970-01-01 UTC of an ISO date or date-time; null for null. */
export function dayOf(isoDate: string | null): number | null {
  return isoDate === null ? null : Math.floor(Date.parse(isoDate) / MS_PER_DAY);
}
