import { describe, expect, it } from 'vitest';
import { buildBertGraph, type BertConfig } from '../../../src/embedding/weights/minilm.ts';
import type { WeightTensor } from '../../../src/embedding/weights/safetensors.ts';

const config: BertConfig = {
  hidden_size: 4,
  intermediate_size: 8,
  num_attention_heads: 2,
  num_hidden_layers: 2,
  layer_norm_eps: 1e-12,
  hidden_act: 'gelu',
};

describe.each(['fp32', 'int8'] as const)('the %s graph', (dtype) => {
  it('has every node after those it reads', () => {
    const graph = buildBertGraph(weightsOf(config), config, dtype);
    const known = new Set([
      ...graph.inputs.map(({ name }) => name),
      ...graph.constants.map(({ name }) => name),
    ]);
    for (const { inputs, outputs } of graph.nodes) {
      expect(inputs.filter((name) => !known.has(name))).toEqual([]);
      for (const name of outputs) known.add(name);
    }
    expect(known).toContain('last_hidden_state');
  });

  it('names the inputs as transformers.js passes them', () => {
    const { inputs } = buildBertGraph(weightsOf(config), config, dtype);
    expect(inputs.map(({ name }) => name)).toEqual([
      'input_ids',
      'attention_mask',
      'token_type_ids',
    ]);
  });

  it('names the weight that is missing', () => {
    const weights = weightsOf(config);
    weights.delete('encoder.layer.1.output.dense.bias');
    expect(() => buildBertGraph(weights, config, dtype)).toThrow(
      'the weights file has no encoder.layer.1.output.dense.bias',
    );
  });

  it('names the weight that has another size than the configuration says', () => {
    const weights = weightsOf(config);
    weights.set('embeddings.LayerNorm.bias', tensor(5));
    expect(() => buildBertGraph(weights, config, dtype)).toThrow(
      'embeddings.LayerNorm.bias has 5 values, not 4',
    );
  });
});

it('keeps its large matrices as 8-bit integers in the int8 graph', () => {
  const { constants } = buildBertGraph(weightsOf(config), config, 'int8');
  const integers = constants
    .filter(({ type }) => type === 'int8')
    .map(({ dims }) => dims.join('×'));
  const layer = ['4×4', '4×4', '4×4', '4×4', '4×8', '8×4'];
  expect(integers).toEqual(['10×4', ...layer, ...layer]);
});

function weightsOf({ hidden_size: hidden, intermediate_size: inner }: BertConfig) {
  const weights = new Map<string, WeightTensor>();
  const add = (name: string, size: number): void => void weights.set(name, tensor(size));
  const dense = (name: string, inputs: number, outputs: number): void => {
    add(`${name}.weight`, inputs * outputs);
    add(`${name}.bias`, outputs);
  };
  for (const table of ['word', 'position', 'token_type']) {
    add(`embeddings.${table}_embeddings.weight`, 10 * hidden);
  }
  dense('embeddings.LayerNorm', 1, hidden);
  for (const layer of ['encoder.layer.0', 'encoder.layer.1']) {
    for (const part of ['query', 'key', 'value']) {
      dense(`${layer}.attention.self.${part}`, hidden, hidden);
    }
    dense(`${layer}.attention.output.dense`, hidden, hidden);
    dense(`${layer}.attention.output.LayerNorm`, 1, hidden);
    dense(`${layer}.intermediate.dense`, hidden, inner);
    dense(`${layer}.output.dense`, inner, hidden);
    dense(`${layer}.output.LayerNorm`, 1, hidden);
  }
  return weights;
}

function tensor(size: number): WeightTensor {
  return { type: 'F32', shape: [size], bytes: new Uint8Array(size * 4).fill(61) };
}
