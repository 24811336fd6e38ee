import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { openBundledModel } from '../../../src/embedding/weights/bundled-model.ts';
import { installedWeights } from '../../../src/embedding/weights/weights-package.ts';
import { checksumOf } from '../../../src/embedding/weights/checksum.ts';

let modelsFolder: string;
let builds: number;

beforeEach(async () => {
  modelsFolder = await mkdtemp(join(tmpdir(), 'archivist-models-'));
  builds = 0;
});

afterEach(async () => {
  await rm(modelsFolder, { recursive: true });
});

const open = (source = installedWeights()) =>
  openBundledModel(source, modelsFolder, 'int8', ({ loadedBytes }) => {
    if (loadedBytes === 0) builds++;
  });
const onnx = join('onnx', 'model_quantized.onnx');

describe('openBundledModel', () => {
  it('builds once, and then only checks', async () => {
    const first = await open();
    const second = await open();
    expect(builds).toBe(1);
    expect(second).toEqual(first);
    expect(first.folder).toBe(join(modelsFolder, 'all-MiniLM-L6-v2-int8'));
    expect(first.weightsChecksum).toBe(await checksumOf(join(first.folder, onnx)));
  });

  it('switches off the tokenizer file’s own cutting and padding', async () => {
    const { folder } = await open();
    const tokenizer: unknown = JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8'));
    expect(tokenizer).toMatchObject({ truncation: null, padding: null });
  });

  it.each([
    ['a byte more', (folder: string) => appendFile(join(folder, onnx), 'x')],
    ['an end missing', (folder: string) => truncate(join(folder, onnx), 1000)],
    ['a changed tokenizer', (folder: string) => writeFile(join(folder, 'tokenizer.json'), '{}')],
    ['no weights', (folder: string) => rm(join(folder, onnx))],
    ['no checksums', (folder: string) => rm(join(folder, 'checksums.json'))],
    ['foreign checksums', (folder: string) => writeFile(join(folder, 'checksums.json'), '[]')],
  ])('builds again, to the same bytes, when a file has %s', async (_, damage) => {
    const { folder, weightsChecksum } = await open();
    await damage(folder);
    expect((await open()).weightsChecksum).toBe(weightsChecksum);
    expect(builds).toBe(2);
  });

  it('ends well when two build at once', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect(second).toEqual(first);
    expect(await open()).toEqual(first);
    expect(builds).toBe(2);
  });

  it('removes what a build that was cut off left behind', async () => {
    const { folder } = await open();
    await writeFile(join(folder, 'onnx', 'model_quantized.onnx.0123.tmp'), 'half');
    await open();
    expect(await readdir(join(folder, 'onnx'))).toEqual(['model_quantized.onnx']);
  });

  it('says which weights are damaged and what to do', async () => {
    const weightsPath = join(modelsFolder, 'cut.safetensors');
    await writeFile(weightsPath, 'not weights at all');
    const error: unknown = await open({ ...installedWeights(), weightsPath }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain(`could not be built from ${weightsPath}`);
    expect(String(error)).toContain('the weights file is damaged');
    expect(String(error)).toContain('npm ci');
  });
});
