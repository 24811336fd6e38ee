import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { passageLimits, PASSAGE_RULES_VERSION } from '../archive/passage-limits.ts';
import type { Clock } from '../clock.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { codeOf, UserError } from '../errors.ts';
import { TEMPORARY_SUFFIX, writeFileAtomically } from '../storage/atomic-file.ts';

const schema = z.object({
  /** Of this file. */
  formatVersion: z.literal(1),
  /** Which of the numbered folders beside the manifest, and which passages of the database, are in force. */
  generation: z.int().min(1),
  model: z.object({
    name: z.string(),
    fingerprint: z.string(),
    dimensions: z.int().min(1),
  }),
  passages: z.object({ rules: z.int(), maxTokens: z.int() }),
  /** ISO date-time. */
  createdAt: z.iso.datetime(),
});

/**
 * What made the index, and where it is. Writing this one file is what puts a rebuilt index in force. How words are
 * analysed is not in it: every lexical segment says so itself, and one of another version is rebuilt without the model.
 */
export type IndexManifest = Readonly<z.infer<typeof schema>>;

const FILE_NAME = 'manifest.json';

/** The part of an embedder that decides whether an index can be used with it. */
export type IndexedModel = Pick<
  Embedder,
  'modelName' | 'fingerprint' | 'dimensions' | 'maxTokens' | 'countTokens'
>;

/** @returns null when the folder has none. @throws {UserError} when there is one that cannot be understood. */
export async function readManifest(folder: string): Promise<IndexManifest | null> {
  const path = join(folder, FILE_NAME);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new UserError(
    `${path} is not an index manifest of this version of Archivist:\n${z.prettifyError(parsed.error)}\n` +
      `Delete the folder ${folder}: the index is then rebuilt from the archive at the next start.`,
  );
}

export async function writeManifest(folder: string, manifest: IndexManifest): Promise<void> {
  await writeFileAtomically(join(folder, FILE_NAME), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The manifest of an index that is built with this model now. */
export function describeIndex(
  embedder: IndexedModel,
  generation: number,
  clock: Clock,
): IndexManifest {
  const { modelName: name, fingerprint, dimensions } = embedder;
  return {
    formatVersion: 1,
    generation,
    model: { name, fingerprint, dimensions },
    passages: { rules: PASSAGE_RULES_VERSION, maxTokens: passageLimits(embedder).maxTokens },
    createdAt: clock.now().toISOString(),
  };
}

/** @throws {UserError} when the index was made by another model, or its passages were cut by other rules. */
export function checkManifest({ model, passages }: IndexManifest, embedder: IndexedModel): void {
  const rebuild = '"npm run archive -- reindex" rebuilds it';
  if (model.fingerprint !== embedder.fingerprint || model.dimensions !== embedder.dimensions) {
    const names =
      model.name === embedder.modelName
        ? `another build of ${model.name} (${model.fingerprint}, now ${embedder.fingerprint})`
        : `${model.name}, and the embedding model is now ${embedder.modelName}`;
    throw new UserError(
      `The search index was built with ${names}. Set the model back, or ${rebuild}.`,
    );
  }
  const { maxTokens } = passageLimits(embedder);
  if (passages.maxTokens !== maxTokens) {
    throw new UserError(
      `The search index has passages of up to ${passages.maxTokens} tokens, and the limit is now ${maxTokens}. ` +
        `Set EMBEDDING_MAX_TOKENS back, or ${rebuild}.`,
    );
  }
  if (passages.rules !== PASSAGE_RULES_VERSION) {
    throw new UserError(
      `The search index has passages by rules version ${passages.rules}; this Archivist cuts them by version ${PASSAGE_RULES_VERSION}. ` +
        `${rebuild}.`,
    );
  }
}

/** The folder of the index files of one generation. */
export function generationFolder(folder: string, generation: number): string {
  return join(folder, String(generation));
}

/** Generations that have a folder, ascending. */
export async function storedGenerations(folder: string): Promise<number[]> {
  const names = await namesIn(folder);
  return names
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** Deletes what interrupted or replaced rebuilds have left. */
export async function removeOtherGenerations(
  folder: string,
  keep: readonly number[],
): Promise<void> {
  for (const generation of await storedGenerations(folder)) {
    if (keep.includes(generation)) continue;
    await rm(generationFolder(folder, generation), { recursive: true, force: true });
  }
  for (const name of await namesIn(folder)) {
    if (name.endsWith(TEMPORARY_SUFFIX)) await rm(join(folder, name), { force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
