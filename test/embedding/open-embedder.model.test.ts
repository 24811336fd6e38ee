import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { openEmbedder, type EmbedderOptions } from '../../src/embedding/open-embedder.ts';
import { embedderContract } from '../contracts/embedder-contract.ts';
import { SENTENCES } from './sentences.ts';

let dataDir: string;
const opened: Embedder[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'archivist-embedder-'));
});

afterAll(async () => {
  await Promise.all(opened.map((embedder) => embedder.close()));
  await rm(dataDir, { recursive: true });
});

async function open(options: Partial<EmbedderOptions> = {}): Promise<Embedder> {
  const embedder = await openEmbedder({ dataDir, ...options });
  opened.push(embedder);
  return embedder;
}

const bundledFolder = (dtype: string): string =>
  join(dataDir, 'models', `all-MiniLM-L6-v2-${dtype}`);

describe('the bundled model', () => {
  embedderContract(() => openEmbedder({ dataDir, threads: 2 }));

  it('tells its name, its limits and what its vectors depend on', async () => {
    const embedder = await open();
    expect(embedder).toMatchObject({
      modelName: 'all-MiniLM-L6-v2 (int8)',
      dimensions: 384,
      maxTokens: 256,
    });
    expect(embedder.fingerprint).toMatch(/^all-MiniLM-L6-v2 int8 [0-9a-f]{16} mean 256 \["",""\]$/);
  });

  it('gives the published numbers with 32-bit floats', async () => {
    const embedder = await open({ dtype: 'fp32' });
    const [vector] = await embedder.embed(['This is an example sentence'], { role: 'query' });
    // The first values on the model's card.
    [0.0677, 0.0635, 0.0487].forEach((value, i) => {
      expect(vector?.[i]).toBeCloseTo(value, 3);
    });
  });

  it('points nearly the same way with 8-bit integers', async () => {
    const [exact, quantised] = await Promise.all(
      (['fp32', 'int8'] as const).map(async (dtype) =>
        (await open({ dtype })).embed(SENTENCES, { role: 'passage' }),
      ),
    );
    const cosines = (exact ?? []).map((vector, i) => cosine(vector, quantised?.[i]));
    const mean = cosines.reduce((sum, value) => sum + value, 0) / SENTENCES.length;
    expect(mean).toBeGreaterThanOrEqual(0.98);
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['int8', 'fp32'] as const)(
    'gives what the feature-extraction pipeline gives (%s)',
    async (dtype) => {
      const embedder = await open({ dtype });
      const texts = [...SENTENCES.slice(0, 8), '', 'ÀÉÎ œuvre 東京 🙂 zyxwvutsrqponm'];
      const ours = await embedder.embed(texts, { role: 'passage' });
      env.localModelPath = dirname(bundledFolder(dtype));
      env.allowRemoteModels = false;
      const extract = await pipeline('feature-extraction', basename(bundledFolder(dtype)), {
        dtype: dtype === 'int8' ? 'q8' : 'fp32',
      });
      for (const [i, text] of texts.entries()) {
        const theirs = await extract(text, { pooling: 'mean', normalize: true });
        expect(cosine(ours[i], Float32Array.from(theirs.data as Float32Array))).toBeCloseTo(1, 6);
      }
      await extract.dispose();
    },
  );

  it('answers a question long before two hundred passages that came first', async () => {
    const embedder = await open({ threads: 2 });
    const finished: string[] = [];
    const passages = Array.from({ length: 200 }, async (_, i) => {
      await embedder.embed([`${i} ${SENTENCES.join(' ').slice(0, 600)}`], { role: 'passage' });
      finished.push('passage');
    });
    await passages[9];
    const before = finished.length;
    await embedder.embed(['Who is asking?'], { role: 'query', priority: 'interactive' });
    const meanwhile = finished.length - before;
    await Promise.all(passages);
    // Each of two workers may finish the passage in work; its next result may arrive together with the answer.
    expect(meanwhile).toBeLessThanOrEqual(4);
  });

  it('separates the vectors of another pooling, prefix or length by its fingerprint', async () => {
    const variants = await Promise.all([
      open(),
      open({ dtype: 'fp32' }),
      open({ pooling: 'cls' }),
      open({ queryPrefix: 'query: ' }),
      open({ passagePrefix: 'query: ' }),
      open({ maxTokens: 128 }),
    ]);
    expect(new Set(variants.map(({ fingerprint }) => fingerprint)).size).toBe(variants.length);
  });

  it('puts the prefix of the role before the text', async () => {
    const plain = await open();
    const prefixed = await open({ queryPrefix: 'query: ' });
    const [expected] = await plain.embed(['query: salt'], { role: 'query' });
    const [query, passage] = await Promise.all(
      (['query', 'passage'] as const).map((role) => prefixed.embed(['salt'], { role })),
    );
    expect(query?.[0]).toEqual(expected);
    expect(passage?.[0]).not.toEqual(expected);
    expect(prefixed.countTokens('salt', 'query')).toBe(prefixed.countTokens('salt', 'passage') + 2);
  });
});

describe('a model of one’s own', () => {
  it('is loaded from a folder', async () => {
    const bundled = await open();
    const folder = join(dataDir, 'own model');
    await cp(bundledFolder('int8'), folder, { recursive: true });
    const own = await open({ model: folder });
    expect(await own.embed(['text'], { role: 'query' })).toEqual(
      await bundled.embed(['text'], { role: 'query' }),
    );
    expect(own.maxTokens).toBe(512);
  });

  it('that cannot be loaded is an error that says why', async () => {
    await open();
    const folder = join(dataDir, 'broken');
    await cp(bundledFolder('int8'), folder, { recursive: true });
    await writeFile(join(folder, 'onnx', 'model_quantized.onnx'), 'no model');
    const broken = await open({ model: folder });
    await expect(broken.embed(['text'], { role: 'query' })).rejects.toThrow(
      'the embedding model could not be loaded',
    );
  });

  it('is downloaded from a hub once, with progress', async () => {
    const bundled = await open();
    const requests: string[] = [];
    const hub = createServer((request, response) => {
      requests.push(request.url ?? '');
      const file = request.url?.replace('/owner/copy/resolve/main/', '') ?? '';
      readFile(join(bundledFolder('int8'), file)).then(
        (content) => response.setHeader('content-length', content.length).end(content),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    // `listen` with a port gives an AddressInfo, not a pipe's name.
    const hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`;
    const files = new Set<string>();
    const options: Partial<EmbedderOptions> = {
      model: 'owner/copy',
      hubUrl,
      onProgress: ({ file, loadedBytes, totalBytes }) => {
        if (loadedBytes === totalBytes) files.add(file);
      },
    };
    const first = await open(options);
    expect(files).toContain('onnx/model_quantized.onnx');
    expect(files).toContain('tokenizer.json');
    const asked = requests.length;
    const second = await open(options);
    expect(requests).toHaveLength(asked);
    hub.close();
    const expected = await bundled.embed(['text'], { role: 'query' });
    expect(await first.embed(['text'], { role: 'query' })).toEqual(expected);
    expect(await second.embed(['text'], { role: 'query' })).toEqual(expected);
  });
});

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a?.reduce((sum, value, i) => sum + value * (b?.[i] ?? NaN), 0) ?? NaN;
}
