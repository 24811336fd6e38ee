import type { IndexData, IndexItem, LocalIndex, MetadataTypes } from 'vectra/browser';
import { decodePartition, encodePartition } from './partition-file.ts';
import { UNDATED, allocateRows, squareSum, type PartitionRows } from './partition-rows.ts';

type IndexCodec = NonNullable<ConstructorParameters<typeof LocalIndex>[3]>;

/** What a partition remembers of a passage besides its vector. The texts are in the database. */
export interface PassageMetadata extends Record<string, MetadataTypes> {
  readonly articleKey: number;
  readonly start: number;
  readonly end: number;
  /** Days since 1970-01-01 UTC, or `UNDATED`. */
  readonly day: number;
}

/** Lets Vectra read and write our partition files. Items are named by their passage id. */
export class PartitionCodec implements IndexCodec {
  readonly extension = '.vec';
  readonly #dimensions: number;

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
  }

  serializeIndex({ items }: IndexData): Buffer {
    const rows = allocateRows(this.#dimensions, items.length);
    for (const [row, { id, metadata, vector }] of items.entries()) {
      rows.passageIds[row] = Number(id);
      rows.articleKeys[row] = Number(metadata['articleKey']);
      rows.starts[row] = Number(metadata['start']);
      rows.ends[row] = Number(metadata['end']);
      rows.days[row] = Number(metadata['day']);
      rows.vectors.set(vector, row * this.#dimensions);
    }
    return encodePartition(rows);
  }

  deserializeIndex(buffer: Buffer): IndexData {
    const items = toItems(decodePartition(buffer, this.#dimensions));
    return { version: 1, metadata_config: {}, items };
  }

  serializeCatalog(): Buffer {
    throw new Error('A partition has no document catalog.');
  }

  deserializeCatalog(): never {
    throw new Error('A partition has no document catalog.');
  }

  serializeMetadata(): Buffer {
    throw new Error('A partition keeps no metadata outside its file.');
  }

  deserializeMetadata(): never {
    throw new Error('A partition keeps no metadata outside its file.');
  }
}

/** The rows as Vectra's items. The vectors stay views of the rows' buffer. */
export function toItems(rows: PartitionRows): IndexItem<PassageMetadata>[] {
  const { count, dimensions, passageIds, articleKeys, starts, ends, days, vectors } = rows;
  return Array.from({ length: count }, (_, row) => {
    const first = row * dimensions;
    const view: ArrayLike<number> = vectors.subarray(first, first + dimensions);
    return {
      id: String(passageIds[row] ?? NaN),
      metadata: {
        articleKey: articleKeys[row] ?? NaN,
        start: starts[row] ?? 0,
        end: ends[row] ?? 0,
        day: days[row] ?? UNDATED,
      },
      // Vectra asks for number[] and only reads length and elements; arrays of numbers would be 2,048 × 3 kB copies.
      vector: view as number[],
      norm: Math.sqrt(squareSum(vectors, first, dimensions)),
    };
  });
}
