import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { analyse } from '../../../src/search/lexical/analyse.ts';
import type { LexicalIndex } from '../../../src/search/lexical/lexical-index.ts';
import { openLexicalIndex } from '../../../src/search/lexical/open-lexical-index.ts';
import { writeFileAtomically } from '../../../src/storage/atomic-file.ts';
import { lexicalArticle } from '../../fakes/lexical-articles.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lexical-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function found(index: LexicalIndex, question: string): number[] {
  const { passages } = index.search({
    terms: analyse(question),
    filter: { scopes: ['shared'] },
    passages: 1_000,
    articles: 0,
  });
  return passages.map(({ passageId }) => passageId).sort((a, b) => a - b);
}

const february = 'shared/2024-02.0';
const march = 'shared/2024-03.0';
const segmentOf = (folder: string, partition: string) => join(folder, partition, 'lexical.seg');

describe('storage', () => {
  it('has everything on disk when a change resolves', async () => {
    const folder = await temporaryFolder();
    const index = await openLexicalIndex({ folder });
    await index.apply({ put: [lexicalArticle(1, { paragraphs: ['rain'] })], remove: [] });
    const second = await openLexicalIndex({ folder });
    expect(found(second, 'rain')).toEqual([101]);
    expect(await readdir(folder, { recursive: true })).toEqual(
      expect.arrayContaining(['shared', february, `${february}/lexical.seg`]),
    );
  });

  it('keeps every one of forty overlapping changes', async () => {
    const folder = await temporaryFolder();
    const index = await openLexicalIndex({ folder });
    const keys = Array.from({ length: 40 }, (_, at) => at + 1);
    await Promise.all(
      keys.map((key) =>
        index.apply({ put: [lexicalArticle(key, { paragraphs: ['rain'] })], remove: [] }),
      ),
    );
    const expected = keys.map((key) => key * 100 + 1);
    expect(found(index, 'rain')).toEqual(expected);
    expect(found(await openLexicalIndex({ folder }), 'rain')).toEqual(expected);
  });

  it('stays as it was when the disk is full, and goes on when it is not', async () => {
    const folder = await temporaryFolder();
    let isFull = false;
    const index = await openLexicalIndex({
      folder,
      write: async (path, content) => {
        if (isFull) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
        await writeFileAtomically(path, content);
      },
    });
    const rain = lexicalArticle(1, { paragraphs: ['rain'] });
    const snow = lexicalArticle(2, { paragraphs: ['rain and snow'] });
    await index.apply({ put: [rain], remove: [] });
    isFull = true;
    await expect(index.apply({ put: [snow], remove: [rain] })).rejects.toThrow('ENOSPC');
    expect(found(index, 'rain')).toEqual([101]);
    expect(index.statistics(['snow'], ['shared']).passageFrequency).toEqual([0]);
    isFull = false;
    await index.apply({ put: [snow], remove: [] });
    expect(found(index, 'rain')).toEqual([101, 201]);
    expect(found(await openLexicalIndex({ folder }), 'rain')).toEqual([101, 201]);
  });

  it('shows a partition that was written before another one failed', async () => {
    const folder = await temporaryFolder();
    const index = await openLexicalIndex({
      folder,
      write: async (path, content) => {
        if (path.includes('2024-03')) throw new Error('EIO: i/o error');
        await writeFileAtomically(path, content);
      },
    });
    const put = [
      lexicalArticle(1, { partition: february, paragraphs: ['rain'] }),
      lexicalArticle(2, { partition: march, paragraphs: ['rain'] }),
    ];
    await expect(index.apply({ put, remove: [] })).rejects.toThrow('EIO');
    expect(found(index, 'rain')).toEqual([101]);
    expect(found(await openLexicalIndex({ folder }), 'rain')).toEqual([101]);
  });

  it('stores nothing of a change with an impossible article', async () => {
    const index = await openLexicalIndex({ folder: await temporaryFolder() });
    const sound = lexicalArticle(1, { paragraphs: ['rain'] });
    const impossible = [
      { ...sound, partition: 'shared/up/2024-02.0' as const },
      { ...sound, articleKey: 1.5 },
      { ...sound, day: NaN },
      { ...sound, passages: [{ passageId: NaN, start: 0, end: 1 }] },
      { ...sound, passages: [{ passageId: 1, start: 0, end: 5 }] },
    ];
    for (const article of impossible) {
      await expect(index.apply({ put: [sound, article], remove: [] })).rejects.toThrow(RangeError);
    }
    expect(index.status()).toEqual([]);
  });

  it('deletes file and folder of a partition that becomes empty, and nothing of others', async () => {
    const folder = await temporaryFolder();
    const index = await openLexicalIndex({ folder });
    const first = lexicalArticle(1, { partition: february, paragraphs: ['rain'] });
    const second = lexicalArticle(2, { partition: march, paragraphs: ['rain'] });
    await index.apply({ put: [first, second], remove: [] });
    await writeFile(join(folder, march, 'vectors.bin'), 'someone else’s');
    await index.apply({ put: [], remove: [first, second] });
    expect(await readdir(join(folder, 'shared'))).toEqual(['2024-03.0']);
    expect(await readdir(join(folder, march))).toEqual(['vectors.bin']);
    expect(found(index, 'rain')).toEqual([]);
  });

  it('writes nothing for a change that changes nothing', async () => {
    const written: string[] = [];
    const index = await openLexicalIndex({
      folder: await temporaryFolder(),
      write: async (path, content) => {
        written.push(path);
        await writeFileAtomically(path, content);
      },
    });
    await index.apply({ put: [lexicalArticle(1, { paragraphs: ['rain'] })], remove: [] });
    await index.apply({ put: [], remove: [{ articleKey: 2, partition: february }] });
    await index.apply({ put: [], remove: [] });
    expect(written).toHaveLength(1);
  });
});

describe('opening', () => {
  it('makes do with a folder that does not exist and with strangers in it', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'shared', 'notes'), { recursive: true });
    await writeFile(join(folder, 'manifest.json'), '{}');
    expect((await openLexicalIndex({ folder })).status()).toEqual([]);
    expect((await openLexicalIndex({ folder: join(folder, 'none') })).status()).toEqual([]);
  });

  it('deletes its own half-written files and leaves those of others', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, february), { recursive: true });
    await writeFile(join(folder, february, 'lexical.seg.0a1b2c.tmp'), 'half');
    await writeFile(join(folder, february, 'vectors.bin.0a1b2c.tmp'), 'half');
    const index = await openLexicalIndex({ folder });
    expect(await readdir(join(folder, february))).toEqual(['vectors.bin.0a1b2c.tmp']);
    expect(index.status()).toEqual([]);
  });

  it('reports damaged partitions, keeps the others, and refuses to change what is damaged', async () => {
    const folder = await temporaryFolder();
    const index = await openLexicalIndex({ folder });
    const first = lexicalArticle(1, { partition: february, paragraphs: ['rain'] });
    const second = lexicalArticle(2, { partition: march, paragraphs: ['rain'] });
    await index.apply({ put: [first, second], remove: [] });
    await index.close();
    const path = segmentOf(folder, february);
    await writeFile(path, (await readFile(path)).subarray(0, 100));
    const damaged = await openLexicalIndex({ folder });
    expect(damaged.status()).toEqual([
      {
        partition: february,
        passages: 0,
        articles: 0,
        damage: expect.stringMatching(/^100 bytes where its header asks for \d+$/) as string,
      },
      { partition: march, passages: 1, articles: 1, damage: null },
    ]);
    expect(found(damaged, 'rain')).toEqual([201]);
    await expect(damaged.apply({ put: [first], remove: [] })).rejects.toThrow(/damaged.*drop/);

    await damaged.dropPartition(february);
    await damaged.apply({ put: [first], remove: [] });
    expect(found(damaged, 'rain')).toEqual([101, 201]);
    expect((await openLexicalIndex({ folder })).status()).toEqual(damaged.status());
  });

  it('reports a segment that cannot be read and can drop it', async () => {
    const folder = await temporaryFolder();
    await mkdir(segmentOf(folder, february), { recursive: true });
    const index = await openLexicalIndex({ folder });
    expect(index.status()).toMatchObject([{ damage: expect.stringContaining('EISDIR') as string }]);
    await index.dropPartition(february);
    expect(await readdir(dirname(join(folder, february)))).toEqual([]);
  });
});

describe('closing', () => {
  it('waits for changes under way and refuses everything after', async () => {
    const folder = await temporaryFolder();
    const index = await openLexicalIndex({ folder });
    const put = [lexicalArticle(1, { paragraphs: ['rain'] })];
    const applied = index.apply({ put, remove: [] });
    await index.close();
    await applied;
    await expect(index.apply({ put, remove: [] })).rejects.toThrow('closed');
    await expect(index.dropPartition(february)).rejects.toThrow('closed');
    expect(() => index.statistics([], [])).toThrow('closed');
    expect(() => found(index, 'rain')).toThrow('closed');
    expect(found(await openLexicalIndex({ folder }), 'rain')).toEqual([101]);
  });
});
