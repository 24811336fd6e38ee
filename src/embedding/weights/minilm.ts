import { z } from 'zod';
import { GraphBuilder } from './graph-builder.ts';
import type { OnnxGraph } from './onnx.ts';
import { quantiseRows, transpose } from './quantise.ts';
import { toFloat32, type WeightTensor } from './safetensors.ts';

/** `int8`: 23.5 MB, about three times as fast; `fp32`: 90 MB, exact. */
export type ModelDtype = 'int8' | 'fp32';

/** What the graph needs of the model's config.json. */
export const bertConfigSchema = z.object({
  hidden_size: z.int().positive(),
  intermediate_size: z.int().positive(),
  num_attention_heads: z.int().positive(),
  num_hidden_layers: z.int().positive(),
  layer_norm_eps: z.number().positive(),
  hidden_act: z.literal('gelu'),
});

export type BertConfig = z.infer<typeof bertConfigSchema>;

/**
 * BERT (Devlin et al. 2018) without the pooler, as transformers.js expects it: `input_ids`, `attention_mask` and
 * `token_type_ids` (int64 `[batch, sequence]`) in, `last_hidden_state` (float32 `[batch, sequence, hidden]`) out.
 * Plain operators; ONNX Runtime fuses them when it loads the file.
 *
 * @throws {Error} when a weight is missing or has another size than the configuration says.
 */
export function buildBertGraph(
  weights: ReadonlyMap<string, WeightTensor>,
  config: BertConfig,
  dtype: ModelDtype,
): OnnxGraph {
  return new BertGraph(weights, config, dtype).build();
}

class BertGraph {
  readonly #graph = new GraphBuilder();
  readonly #weights: ReadonlyMap<string, WeightTensor>;
  readonly #config: BertConfig;
  readonly #dtype: ModelDtype;

  constructor(weights: ReadonlyMap<string, WeightTensor>, config: BertConfig, dtype: ModelDtype) {
    this.#weights = weights;
    this.#config = config;
    this.#dtype = dtype;
  }

  build(): OnnxGraph {
    const maskBias = this.#maskBias();
    let hidden = this.#embeddings();
    for (let layer = 0; layer < this.#config.num_hidden_layers; layer++) {
      const name = `encoder.layer.${layer}`;
      hidden = this.#attention(`${name}.attention`, hidden, maskBias);
      hidden = this.#feedForward(name, hidden);
    }
    const dims = ['batch', 'sequence'];
    return this.#graph.finish(
      'bert',
      ['input_ids', 'attention_mask', 'token_type_ids'].map((name) => ({
        name,
        type: 'int64',
        dims,
      })),
      { name: 'last_hidden_state', type: 'float32', dims: [...dims, this.#config.hidden_size] },
      hidden,
    );
  }

  /** 0 where a token may be seen, -10,000 where padding is, to be added to the attention scores. */
  #maskBias(): string {
    const graph = this.#graph;
    const mask = graph.node('Unsqueeze', ['attention_mask', graph.int64s([1, 2])]);
    const visible = graph.node('Cast', [mask], { to: { int: 1 } });
    return graph.node('Mul', [graph.node('Sub', [graph.float(1), visible]), graph.float(-10_000)]);
  }

  #embeddings(): string {
    const graph = this.#graph;
    const table = (name: string): string =>
      this.#matrix(`embeddings.${name}_embeddings.weight`, this.#config.hidden_size);
    const length = graph.node('Slice', [
      graph.node('Shape', ['input_ids']),
      graph.int64s([1]),
      graph.int64s([2]),
    ]);
    const positions = graph.node('Slice', [table('position'), graph.int64s([0]), length]);
    const types = graph.node('Gather', [table('token_type'), 'token_type_ids']);
    const words = this.#dtype === 'fp32' ? this.#wordsInFloat() : this.#wordsInInt8();
    const sum = graph.node('Add', [graph.node('Add', [words, types]), positions]);
    return this.#normalise('embeddings.LayerNorm', sum);
  }

  #wordsInFloat(): string {
    const table = this.#matrix(WORD_TABLE, this.#config.hidden_size);
    return this.#graph.node('Gather', [table, 'input_ids']);
  }

  /** Only the rows of the text's tokens are turned back into floats. */
  #wordsInInt8(): string {
    const graph = this.#graph;
    const columns = this.#config.hidden_size;
    const values = this.#floats(WORD_TABLE);
    const { integers, scales } = quantiseRows(values, columns);
    const rows = scales.length;
    const row = graph.node('Gather', [graph.int8s(integers, [rows, columns]), 'input_ids']);
    const scale = graph.node('Gather', [graph.floats(scales, [rows, 1]), 'input_ids']);
    return graph.node('Mul', [graph.node('Cast', [row], { to: { int: 1 } }), scale]);
  }

  #attention(name: string, hidden: string, maskBias: string): string {
    const graph = this.#graph;
    const heads = this.#config.num_attention_heads;
    const headSize = this.#config.hidden_size / heads;
    const project = (part: string, order: readonly number[], input: Activation): string => {
      const dense = this.#dense(`${name}.self.${part}`, input);
      const split = graph.node('Reshape', [dense, graph.int64s([0, 0, heads, headSize])]);
      return graph.node('Transpose', [split], { perm: { ints: order } });
    };
    const input = this.#activation(hidden);
    const query = project('query', [0, 2, 1, 3], input);
    const key = project('key', [0, 2, 3, 1], input);
    const value = project('value', [0, 2, 1, 3], input);
    const scores = graph.node('Div', [
      graph.node('MatMul', [query, key]),
      graph.float(Math.sqrt(headSize)),
    ]);
    const shares = graph.node('Softmax', [graph.node('Add', [scores, maskBias])], {
      axis: { int: -1 },
    });
    const mixed = graph.node('Transpose', [graph.node('MatMul', [shares, value])], {
      perm: { ints: [0, 2, 1, 3] },
    });
    const joined = graph.node('Reshape', [mixed, graph.int64s([0, 0, heads * headSize])]);
    const output = this.#dense(`${name}.output.dense`, this.#activation(joined));
    return this.#normalise(`${name}.output.LayerNorm`, graph.node('Add', [output, hidden]));
  }

  #feedForward(name: string, hidden: string): string {
    const graph = this.#graph;
    const inner = this.#dense(`${name}.intermediate.dense`, this.#activation(hidden));
    const active = this.#gelu(inner);
    const output =
      this.#dtype === 'fp32'
        ? this.#dense(`${name}.output.dense`, this.#activation(active))
        : this.#denseByRows(`${name}.output.dense`, active);
    return this.#normalise(`${name}.output.LayerNorm`, graph.node('Add', [output, hidden]));
  }

  /** x/2 · (1 + erf(x/√2)), in the order of operators that ONNX Runtime recognises. */
  #gelu(input: string): string {
    const graph = this.#graph;
    const error = graph.node('Erf', [graph.node('Div', [input, graph.float(Math.SQRT2)])]);
    const product = graph.node('Mul', [input, graph.node('Add', [error, graph.float(1)])]);
    return graph.node('Mul', [product, graph.float(0.5)]);
  }

  #normalise(name: string, input: string): string {
    const size = this.#config.hidden_size;
    return this.#graph.node(
      'LayerNormalization',
      [input, this.#vector(`${name}.weight`, size), this.#vector(`${name}.bias`, size)],
      { axis: { int: -1 }, epsilon: { float: this.#config.layer_norm_eps } },
    );
  }

  /** Quantises once what several matrices are multiplied with. */
  #activation(input: string): Activation {
    if (this.#dtype === 'fp32') return { float: input };
    const [integers = '', scale = '', zero = ''] = this.#graph.nodes(
      'DynamicQuantizeLinear',
      [input],
      3,
    );
    return { integers, scale, zero };
  }

  #dense(name: string, input: Activation): string {
    const graph = this.#graph;
    const weights = this.#floats(`${name}.weight`);
    const bias = this.#floats(`${name}.bias`);
    const columns = weights.length / bias.length;
    const dims = [columns, bias.length];
    if ('float' in input) {
      const matrix = graph.floats(transpose(weights, columns), dims);
      const product = graph.node('MatMul', [input.float, matrix]);
      return graph.node('Add', [product, graph.floats(bias, [bias.length])]);
    }
    const { integers, scales } = quantiseRows(weights, columns);
    const matrix = graph.int8s(transpose(integers, columns), dims);
    const product = graph.node('MatMulInteger', [input.integers, matrix, input.zero]);
    const scale = graph.node('Mul', [input.scale, graph.floats(scales, [bias.length])]);
    const scaled = graph.node('Mul', [graph.node('Cast', [product], { to: { int: 1 } }), scale]);
    return graph.node('Add', [scaled, graph.floats(bias, [bias.length])]);
  }

  /**
   * A dense layer after GELU, each row of activations with its own scale: single tokens are far larger than the rest,
   * and one scale for all (DynamicQuantizeLinear) leaves the rest a few steps only: mean cosine to fp32 .994 against
   * .997. MatMulInteger takes no zero point per row, so the values are moved up by GELU's minimum to start at 0, and
   * what that adds to every product is taken off the bias.
   */
  #denseByRows(name: string, input: string): string {
    const graph = this.#graph;
    const weights = this.#floats(`${name}.weight`);
    const bias = this.#floats(`${name}.bias`);
    const columns = weights.length / bias.length;
    const largest = graph.node('ReduceMax', [input], { axes: { ints: [-1] } });
    const step = graph.node('Div', [
      graph.node('Sub', [largest, graph.float(GELU_MINIMUM)]),
      graph.float(255),
    ]);
    const shifted = graph.node('Sub', [input, graph.float(GELU_MINIMUM)]);
    const integers = graph.node('QuantizeLinear', [
      graph.node('Div', [shifted, step]),
      graph.float(1),
      graph.uint8(0),
    ]);
    const quantised = quantiseRows(weights, columns);
    const matrix = graph.int8s(transpose(quantised.integers, columns), [columns, bias.length]);
    const product = graph.node('MatMulInteger', [integers, matrix]);
    const scaled = graph.node('Mul', [graph.node('Cast', [product], { to: { int: 1 } }), step]);
    const perChannel = graph.node('Mul', [scaled, graph.floats(quantised.scales, [bias.length])]);
    const shiftedBack = bias.map((value, row) => {
      let sum = 0;
      for (let i = 0; i < columns; i++) sum += quantised.integers[row * columns + i] ?? 0;
      return value + GELU_MINIMUM * sum * (quantised.scales[row] ?? 0);
    });
    return graph.node('Add', [perChannel, graph.floats(shiftedBack, [bias.length])]);
  }

  #matrix(name: string, columns: number): string {
    const values = this.#floats(name);
    return this.#graph.floats(values, [values.length / columns, columns]);
  }

  #vector(name: string, size: number): string {
    const values = this.#floats(name);
    if (values.length !== size) throw new Error(`${name} has ${values.length} values, not ${size}`);
    return this.#graph.floats(values, [size]);
  }

  #floats(name: string): Float32Array {
    const tensor = this.#weights.get(name);
    if (tensor === undefined) throw new Error(`the weights file has no ${name}`);
    return toFloat32(tensor);
  }
}

type Activation =
  | { readonly float: string }
  | { readonly integers: string; readonly scale: string; readonly zero: string };

const WORD_TABLE = 'embeddings.word_embeddings.weight';

/** The least value GELU takes is -0.16997 (at -0.7518). */
const GELU_MINIMUM = -0.17;
