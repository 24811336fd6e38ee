import { expect, test } from 'vitest';
import { isZip, unzip, ZIP_LIMITS, type ZipLimits } from '../../src/ingest/zip.ts';
import { renamed, zipOf } from './zip-file.ts';

/** Names, with the text or the reason why there is none. */
async function unpack(bytes: Uint8Array, limits?: Partial<ZipLimits>): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for await (const { name, content } of unzip('a.zip', bytes, { ...ZIP_LIMITS, ...limits })) {
    files.push([
      name,
      content instanceof Uint8Array ? new TextDecoder().decode(content) : `- ${content.reason}`,
    ]);
  }
  return files;
}

test('gives the files in order, by the names they have in the archive', async () => {
  const zip = await zipOf({ 'b.txt': 'two', 'news/a.md': 'one', 'Ünï.html': '<p>three' });
  expect(await unpack(zip)).toEqual([
    ['a.zip/b.txt', 'two'],
    ['a.zip/news/a.md', 'one'],
    ['a.zip/Ünï.html', '<p>three'],
  ]);
});

test('leaves out hidden files and what macOS adds, and says why it reads no others', async () => {
  const zip = await zipOf({
    '.DS_Store': 'x',
    '__MACOSX/._a.txt': 'x',
    'news/.git/a.txt': 'x',
    'inner.zip': 'x',
    'photo.png': 'x',
    'a.txt': 'one',
  });
  expect(await unpack(zip)).toEqual([
    ['a.zip/inner.zip', '- archives inside an archive are not read'],
    ['a.zip/photo.png', '- only .txt, .md, .html, .json and .jsonl files are read'],
    ['a.zip/a.txt', 'one'],
  ]);
});

test.each([
  ['xx/evil.txt', '../evil.txt'],
  ['xxxx/evil.txt', 'a/../evil.txt'],
  ['x/evil.txt', '//evil.txt'],
  ['xx/evil.txt', '..\\evil.txt'],
  ['xx/evil.txt', 'C:/evil.txt'],
])('does not read a file whose name becomes %s -> %s, but the others', async (from, to) => {
  const name = from.padEnd(to.length, 'x').slice(0, to.length);
  const zip = renamed(await zipOf({ [name]: 'evil', 'good.txt': 'good' }), name, to);
  const files = await unpack(zip);
  expect(files.map(([, text]) => text)).toEqual(['- its path leads out of the archive', 'good']);
});

test('counts what it unpacks, per file and in all, and goes on with the rest', async () => {
  const noise = (length: number) =>
    Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * at * 31) % 23))).join('');
  const zip = await zipOf({
    'a.txt': noise(900),
    'b.txt': noise(2_000),
    'c.txt': noise(900),
    'd.txt': 'x',
  });
  const files = await unpack(zip, { bytesPerFile: 1_000, bytes: 1_000 });
  expect(files.map(([name, text]) => [name, text.slice(0, 30)])).toEqual([
    ['a.zip/a.txt', noise(900).slice(0, 30)],
    ['a.zip/b.txt', '- it unpacks to more than 0 MB'],
    ['a.zip/c.txt', '- the archive unpacks to more '],
    ['a.zip/d.txt', 'x'],
  ]);
});

test('stops at a bomb, whatever size it claims to have', async () => {
  const packed = await zipOf({ 'bomb.txt': Buffer.alloc(4_000_000), 'good.txt': 'good' });
  expect(await unpack(packed)).toEqual([
    ['a.zip/bomb.txt', '- it unpacks to far more than a text would'],
    ['a.zip/good.txt', 'good'],
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(4_000_000);
  const small = Buffer.alloc(4);
  small.writeUInt32LE(10);
  const forged = renamed(packed, size.toString('latin1'), small.toString('latin1'));
  const [[, reason] = []] = await unpack(forged);
  expect(reason).toMatch(/^- it cannot be unpacked: /);
});

test('reads so many entries and no more', async () => {
  const zip = await zipOf({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' });
  expect(await unpack(zip, { entries: 2 })).toEqual([
    ['a.zip/a.txt', 'a'],
    ['a.zip/b.txt', 'b'],
    ['a.zip', '- it has 3 entries, only the first 2 are read'],
  ]);
});

test('says that an entry is encrypted', async () => {
  const zip = await zipOf({ 'a.txt': 'secret', 'b.txt': 'good' });
  // The flag of the first entry in the central directory.
  zip.writeUInt16LE(
    zip.readUInt16LE(zip.indexOf('PK\u0001\u0002') + 8) | 1,
    zip.indexOf('PK\u0001\u0002') + 8,
  );
  expect(await unpack(zip)).toEqual([
    ['a.zip/a.txt', '- it is encrypted; pack it without a password'],
    ['a.zip/b.txt', 'good'],
  ]);
});

test('two entries of one name are two files', async () => {
  const zip = renamed(await zipOf({ 'a.txt': 'one', 'b.txt': 'two' }), 'b.txt', 'a.txt');
  expect(await unpack(zip)).toEqual([
    ['a.zip/a.txt', 'one'],
    ['a.zip/a.txt', 'two'],
  ]);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('this is no archive')],
])('says that %s is no archive', async (_, bytes) => {
  const [[name, reason] = []] = await unpack(bytes);
  expect(name).toBe('a.zip');
  expect(reason).toMatch(/^- it is no sound ZIP archive/);
});

test('says where a cut archive ends being readable', async () => {
  const zip = await zipOf({ 'a.txt': 'one', 'b.txt': 'two' });
  const [[, reason] = []] = await unpack(zip.subarray(0, zip.length - 30));
  expect(reason).toMatch(/^- it is no sound ZIP archive/);
});

test('an archive is known by its name or its media type', () => {
  expect(isZip({ name: 'A.ZIP' })).toBe(true);
  expect(isZip({ name: 'a', mediaType: 'application/zip' })).toBe(true);
  expect(isZip({ name: 'a.txt' })).toBe(false);
});
