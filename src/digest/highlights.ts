import type { ArchiveDatabase } from '../archive/database/database.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { FindHighlights } from './create-builder.ts';

export interface HighlightsPorts {
  readonly database: ArchiveDatabase;
  readonly embedder: Embedder;
}

export function createHighlights(_: HighlightsPorts): FindHighlights {
  return () => Promise.resolve({ lead: null, quotation: null });
}
