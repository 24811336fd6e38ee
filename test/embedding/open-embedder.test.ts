import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openEmbedder } from '../../src/embedding/open-embedder.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'archivist-embedder-'));
});

afterEach(async () => {
  await rm(dataDir, { recursive: true });
});

async function refusal(options: Partial<Parameters<typeof openEmbedder>[0]>): Promise<string> {
  const error: unknown = await openEmbedder({ dataDir, ...options }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UserError);
  return error instanceof Error ? error.message : '';
}

describe('openEmbedder', () => {
  it('says what a model can be when the name is none', async () => {
    const message = await refusal({ model: 'no such model' });
    expect(message).toContain('EMBEDDING_MODEL is no such model');
    expect(message).toContain('neither all-MiniLM-L6-v2, nor a folder, nor a hub id');
  });

  it('does not ask a hub for a folder that is not there', async () => {
    expect(await refusal({ model: './models' })).toContain('nor a folder');
    expect(await refusal({ model: join(dataDir, 'absent') })).toContain('nor a folder');
  });

  it('names the files a folder lacks', async () => {
    await writeFile(join(dataDir, 'config.json'), '{}');
    const message = await refusal({ model: dataDir, dtype: 'fp32' });
    expect(message).toContain(dataDir);
    expect(message).toContain('tokenizer.json, tokenizer_config.json');
    expect(message).toContain('model.onnx');
    expect(message).not.toContain('config.json, tokenizer.json,');
  });

  it.each(['{}', 'null', '{"hidden_size": "large"}', 'not JSON'])(
    'refuses a folder whose config.json is %s',
    async (config) => {
      await mkdir(join(dataDir, 'onnx'));
      await writeFile(join(dataDir, 'config.json'), config);
      for (const name of ['tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx']) {
        await writeFile(join(dataDir, name), '{}');
      }
      expect(await refusal({ model: dataDir })).toContain('does not describe a text model');
    },
  );

  it('refuses a folder whose tokenizer it does not know', async () => {
    await mkdir(join(dataDir, 'onnx'));
    await writeFile(join(dataDir, 'config.json'), '{"hidden_size": 8}');
    for (const name of ['tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx']) {
      await writeFile(join(dataDir, name), '{}');
    }
    expect(await refusal({ model: dataDir })).toContain(`The tokenizer in ${dataDir} cannot be`);
  });

  describe('with a hub id', () => {
    let hub: Server;
    let hubUrl: string;

    beforeEach(async () => {
      hub = createServer((_, response) => response.writeHead(404).end());
      await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
      // `listen` with a port gives an AddressInfo, not a pipe's name.
      hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`;
    });

    afterEach(() => {
      hub.close();
    });

    it('names host and setting when the hub cannot be reached', async () => {
      await new Promise((resolve) => hub.close(resolve));
      const message = await refusal({ model: 'owner/some-model', hubUrl });
      expect(message).toContain('The model owner/some-model (EMBEDDING_MODEL) could not be');
      expect(message).toContain(`downloaded from ${new URL(hubUrl).host}`);
      expect(message).toContain('ECONNREFUSED');
      expect(message).toContain('or leave it unset');
    });

    it('names host and setting when the hub does not have the model', async () => {
      const message = await refusal({ model: 'owner/some-model', hubUrl });
      expect(message).toContain('owner/some-model');
      expect(message).toContain(new URL(hubUrl).host);
    });
  });
});
