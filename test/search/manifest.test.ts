import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  checkManifest,
  describeIndex,
  generationFolder,
  readManifest,
  removeOtherGenerations,
  storedGenerations,
  writeManifest,
} from '../../src/search/manifest.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { ManualClock } from '../fakes/manual-clock.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archivist-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const clock = new ManualClock();
const embedder = new HashEmbedder();
const manifest = describeIndex(embedder, 3, clock);

describe('a manifest', () => {
  it('is read as it was written', async () => {
    const folder = join(temporaryFolder(), 'index');
    expect(await readManifest(folder)).toBeNull();
    await writeManifest(folder, manifest);
    expect(await readManifest(folder)).toEqual(manifest);
    expect(manifest).toEqual({
      formatVersion: 1,
      generation: 3,
      model: { name: 'hash (fake)', fingerprint: 'hash', dimensions: 384 },
      passages: { rules: 1, maxTokens: 256 },
      createdAt: '2024-03-01T12:00:00.000Z',
    });
  });

  it.each([
    ['no JSON', '{"formatVersion": 1'],
    ['of another format', JSON.stringify({ ...manifest, formatVersion: 2 })],
    ['incomplete', JSON.stringify({ formatVersion: 1, generation: 1 })],
    ['with a strange generation', JSON.stringify({ ...manifest, generation: '../..' })],
  ])('that is %s is refused with what to do', async (_, text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'manifest.json'), text);
    await expect(readManifest(folder)).rejects.toThrow(UserError);
    await expect(readManifest(folder)).rejects.toThrow(/Delete the folder/);
  });
});

describe('checkManifest', () => {
  const check = (other: ConstructorParameters<typeof HashEmbedder>[0], name?: string) => () => {
    const changed = new HashEmbedder(other);
    checkManifest(
      manifest,
      name === undefined ? changed : Object.assign(changed, { modelName: name }),
    );
  };

  it('passes the model that built the index', () => {
    expect(check({})).not.toThrow();
    // More tokens than a passage may have make no difference.
    expect(check({ maxTokens: 512 })).not.toThrow();
  });

  it('names both models and the command when they differ', () => {
    expect(check({ fingerprint: 'other' }, 'e5-small')).toThrow(UserError);
    expect(check({ fingerprint: 'other' }, 'e5-small')).toThrow(
      'The search index was built with hash (fake), and the embedding model is now e5-small. ' +
        'Set the model back, or "npm run archive -- reindex" rebuilds it.',
    );
  });

  it('tells builds of one model apart', () => {
    expect(check({ fingerprint: 'other' })).toThrow(
      /another build of hash \(fake\) \(hash, now other\)/,
    );
    expect(check({ dimensions: 8 })).toThrow(UserError);
  });

  it('refuses passages of another length or by other rules', () => {
    expect(check({ maxTokens: 128 })).toThrow(/up to 256 tokens, and the limit is now 128/);
    const older = { ...manifest, passages: { ...manifest.passages, rules: 0 } };
    expect(() => {
      checkManifest(older, embedder);
    }).toThrow(/rules version 0/);
  });
});

describe('removeOtherGenerations', () => {
  it('deletes other numbered folders and half-written files, and nothing else', async () => {
    const folder = temporaryFolder();
    for (const name of ['1', '2', '10', 'notes', '3.5', '03']) mkdirSync(join(folder, name));
    writeFileSync(join(generationFolder(folder, 1), 'file'), 'x');
    writeFileSync(join(folder, 'manifest.json.abc.tmp'), 'half');
    await writeManifest(folder, manifest);
    expect(await storedGenerations(folder)).toEqual([1, 2, 10]);
    await removeOtherGenerations(folder, [2]);
    expect(readdirSync(folder).sort()).toEqual(['03', '2', '3.5', 'manifest.json', 'notes']);
    await removeOtherGenerations(join(folder, 'missing'), [1]);
    expect(await storedGenerations(join(folder, 'missing'))).toEqual([]);
  });
});
