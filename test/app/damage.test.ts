import { cp, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../src/archive/database/article-text.ts';
import { UserError } from '../../src/errors.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { inArchive } from './archive-session.ts';
import { madeUpArticles, nameIn } from './made-up-articles.ts';

const SCOPES = ['shared'];
const COUNT = 15;
const QUESTIONS = Array.from({ length: COUNT }, (_, at) => `what is in ${nameIn(at)}`);

let filled: string;
let before: Awaited<ReturnType<typeof observe>>;

beforeAll(async () => {
  filled = await mkdtemp(join(tmpdir(), 'archivist-'));
  await inArchive(filled, ({ archive }) =>
    archive.library.add(madeUpArticles(0, COUNT), { scope: 'shared', by: 'test' }),
  );
  before = await observe(filled);
});
afterAll(() => rm(filled, { recursive: true, force: true }));

async function copyOfFilled(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(filled, folder, { recursive: true });
  return folder;
}

/** Which stretches of which articles each question finds, with their scores, and what it is answered. */
function observe(folder: string) {
  return inArchive(folder, async ({ archive, messages }) => {
    const evidence = [];
    for (const question of QUESTIONS) {
      const { candidates } = await archive.retrieve(question, { scopes: SCOPES });
      const { outcome, excerpts } = await archive.answer(question, { scopes: SCOPES }, 3);
      const places = candidates.map(({ passageId, score }) => {
        const [passage] = archive.library.passagesByIds([passageId]);
        return `${passage?.articleKey ?? '?'}:${passage?.start ?? '?'} ${score}`;
      });
      evidence.push({ question, places, outcome, excerpts });
    }
    return { evidence, messages: [...messages] };
  });
}

const generation = (folder: string): string => join(folder, 'index', '1');
const partition = (folder: string, month: number): string =>
  join(generation(folder), 'shared', `2024-0${month}.0`);

/** Ways for a file to go bad. */
const DAMAGES: readonly ((path: string) => Promise<void>)[] = [
  async (path) => truncate(path, Math.floor((await readFile(path)).length / 2)),
  (path) => truncate(path, 0),
  (path) => flipBit(path, () => 9),
  (path) => flipBit(path, (length) => length >> 1),
  (path) => flipBit(path, (length) => length - 1),
];

async function flipBit(path: string, at: (length: number) => number): Promise<void> {
  const bytes = await readFile(path);
  const position = at(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(position) ^ 0x10, position);
  await writeFile(path, bytes);
}

/** The five partitions of the archive, each damaged in its own way. */
async function damageEach(folder: string, file: string): Promise<void> {
  for (const [at, damage] of DAMAGES.entries()) await damage(join(partition(folder, at + 1), file));
}

async function expectRepaired(folder: string, repairs: readonly string[]): Promise<void> {
  const repaired = await observe(folder);
  expect(repaired).toEqual({ ...before, messages: repairs });
  expect(await observe(folder)).toEqual(before);
}

const REBUILDING = 'rebuilding an index partition';
const IN_LINE = 'the search index was brought in line with the archive';

describe('an index that was damaged', () => {
  it('was sound, and found every article by its name, before that', () => {
    expect(before.messages).toEqual([]);
    for (const [at, { places, excerpts }] of before.evidence.entries()) {
      // Articles 3, 7 and 11 are later versions of 1, 5 and 9.
      if ([1, 5, 9].includes(at)) continue;
      expect(places[0]).toMatch(new RegExp(`^${at + 1}:`));
      expect(excerpts[0]?.sentence).toContain(nameIn(at));
    }
  });

  it.each(['index.vec', 'lexical.seg'])(
    'is rebuilt from the database, whatever happened to each %s, and stays so',
    async (file) => {
      const folder = await copyOfFilled();
      await damageEach(folder, file);
      await expectRepaired(folder, [...DAMAGES.map(() => REBUILDING), IN_LINE]);
    },
  );

  it('in both files of its partitions, is rebuilt as well', async () => {
    const folder = await copyOfFilled();
    await damageEach(folder, 'index.vec');
    await damageEach(folder, 'lexical.seg');
    await expectRepaired(folder, [...DAMAGES.flatMap(() => [REBUILDING, REBUILDING]), IN_LINE]);
  });

  it('by the loss of files and partitions, is rebuilt where something is missing', async () => {
    const folder = await copyOfFilled();
    await rm(join(partition(folder, 1), 'index.vec'));
    await rm(join(partition(folder, 2), 'lexical.seg'));
    await rm(partition(folder, 3), { recursive: true });
    await expectRepaired(folder, [REBUILDING, REBUILDING, REBUILDING, REBUILDING, IN_LINE]);
  });

  it.each(['index', 'index/1/shared', 'index/manifest.json'])(
    'by the loss of all of %s, is built anew',
    async (path) => {
      const folder = await copyOfFilled();
      await rm(join(folder, path), { recursive: true });
      const { evidence, messages } = await observe(folder);
      expect(evidence).toEqual(before.evidence);
      expect(messages.at(-1)).toBe(IN_LINE);
      expect(await observe(folder)).toEqual(before);
      // Nothing is left of an older generation.
      expect(await readdir(join(folder, 'index'))).toHaveLength(2);
    },
  );

  it('in its manifest, is refused with what to do about it', async () => {
    const folder = await copyOfFilled();
    await truncate(join(folder, 'index', 'manifest.json'), 40);
    const opening = observe(folder);
    await expect(opening).rejects.toThrow(UserError);
    await expect(opening).rejects.toThrow(`Delete the folder ${join(folder, 'index')}`);
    await rm(join(folder, 'index'), { recursive: true });
    expect((await observe(folder)).evidence).toEqual(before.evidence);
  });
});

describe('a stored text that was changed behind our back', () => {
  const TAMPERED = 'TAMPERED';

  /** Changes the closed database. */
  function tamper(folder: string, sql: string, ...values: readonly (string | number)[]): void {
    const database = new Libsql(join(folder, 'archive.db'));
    const { changes } = database.prepare(sql).run([...values]);
    database.close();
    expect(changes).toBeGreaterThan(0);
  }

  const excerptTexts = ({ evidence }: typeof before): string[] =>
    evidence.flatMap(({ excerpts }) => excerpts.map(({ text }) => text));

  it('is never shown, and its article leaves the others alone', async () => {
    const folder = await copyOfFilled();
    tamper(
      folder,
      `UPDATE texts SET canonical = replace(canonical, ?, ?)`,
      `In ${nameIn(0)} there`,
      `In ${nameIn(0)} ${TAMPERED}`,
    );
    const after = await observe(folder);
    expect(after.messages).toContain('stored text is damaged; not shown');
    expect(excerptTexts(after).join(' ')).not.toContain(TAMPERED);
    const headlines = after.evidence.flatMap(({ excerpts }) =>
      excerpts.map(({ article }) => article.headline),
    );
    expect(headlines).not.toContain(`News from ${nameIn(0)}`);
    expect(after.evidence.slice(12)).toEqual(before.evidence.slice(12));
  });

  it('is never shown where its own hash was changed as well', async () => {
    const folder = await copyOfFilled();
    const [stored] = await inArchive(folder, ({ archive }) => archive.library.articlesByKeys([1]));
    const canonical = stored?.canonical.replaceAll('there is', TAMPERED) ?? '';
    const forged = encodeText(canonical, stored?.paragraphs ?? []);
    tamper(
      folder,
      'UPDATE texts SET canonical = ?, paragraphs = ?, hash = ? WHERE article_key = 1',
      forged.canonical,
      forged.paragraphs,
      forged.hash,
    );
    const after = await observe(folder);
    expect(after.messages).toContain('stored text differs from what was indexed');
    expect(excerptTexts(after).join(' ')).not.toContain(TAMPERED);
  });

  it('is never shown where only the place of a passage was changed', async () => {
    const folder = await copyOfFilled();
    tamper(folder, 'UPDATE passages SET start = start + 1 WHERE article_key = ?', 1);
    const after = await observe(folder);
    expect(after.messages).toContain('stored text differs from what was indexed');
    expect(excerptTexts(after)).not.toContain(before.evidence[0]?.excerpts[0]?.text);
  });
});
