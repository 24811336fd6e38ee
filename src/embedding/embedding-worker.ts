/** A worker thread that owns one ONNX session, loaded and run by transformers.js. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { AutoModel, env, LogLevel, Tensor, type PreTrainedModel } from '@xenova/transformers';
import type { EmbeddingWorkerData } from './embedding-protocol.ts';
import { EmbeddingServer, type TextModel } from './embedding-server.ts';
import { poolStates } from './pooling.ts';
import type { Pooling } from './presets.ts';
import { lowerThreadPriority } from './thread-priority.ts';

lowerThreadPriority();

/** The same vectors as transformers.js's feature-extraction pipeline gives for one text, without its cutting. */
class OnnxTextModel implements TextModel {
  readonly #model: PreTrainedModel;
  readonly #pooling: Pooling;

  constructor(model: PreTrainedModel, pooling: Pooling) {
    this.#model = model;
    this.#pooling = pooling;
  }

  async embed(tokens: Int32Array): Promise<Float32Array<ArrayBuffer>> {
    const shape = [1, tokens.length];
    const output: unknown = await this.#model({
      input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), shape),
      attention_mask: new Tensor('int64', new BigInt64Array(tokens.length).fill(1n), shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(tokens.length), shape),
    });
    const { values, dimensions } = lastStates(output);
    return poolStates(values, dimensions, this.#pooling);
  }

  async dispose(): Promise<void> {
    await this.#model.dispose();
  }
}

function lastStates(output: unknown): { values: Float32Array; dimensions: number } {
  const states =
    typeof output === 'object' && output !== null && 'last_hidden_state' in output
      ? output.last_hidden_state
      : undefined;
  if (!(states instanceof Tensor)) throw new Error('the model has no output last_hidden_state');
  const data: unknown = states.data;
  if (!(data instanceof Float32Array)) throw new Error('the model does not give 32-bit floats');
  return { values: data, dimensions: states.dims.at(-1) ?? 0 };
}

async function loadModel({ folder, dtype }: EmbeddingWorkerData): Promise<PreTrainedModel> {
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.logLevel = LogLevel.ERROR;
  return AutoModel.from_pretrained(folder, {
    dtype: dtype === 'int8' ? 'q8' : 'fp32',
    device: 'cpu',
    session_options: {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      // A plan of memory for each length of text costs memory and gains nothing.
      enableMemPattern: false,
    },
  });
}

async function serve(port: MessagePort, data: EmbeddingWorkerData): Promise<void> {
  const model = new OnnxTextModel(await loadModel(data), data.pooling);
  new EmbeddingServer(port, model).start();
}

if (parentPort === null) throw new Error('embedding-worker.ts is started by the embedder only');
// A rejection ends the worker, which the pool reports. The data is what the embedder passed to `startWorker`.
void serve(parentPort, workerData as EmbeddingWorkerData);
