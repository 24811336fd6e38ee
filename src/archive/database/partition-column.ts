import { parsePartitionId, partitionId, type PartitionId } from '../../search/partition.ts';
import { textIn, type Row } from './row.ts';

export function partitionIn(row: Row, column: string): PartitionId {
  const text = textIn(row, column);
  const partition = parsePartitionId(text);
  if (partition === null) throw new Error(`Expected a partition in column ${column}: ${text}`);
  return partitionId(partition);
}
