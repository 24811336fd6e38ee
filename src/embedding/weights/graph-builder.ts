import type { OnnxAttribute, OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from './onnx.ts';

/** Collects nodes and constants in order; results are named by counting, so the same calls give the same graph. */
export class GraphBuilder {
  readonly #nodes: OnnxNode[] = [];
  readonly #constants: OnnxTensor[] = [];
  #results = 0;

  /** A node with one result; returns the result's name. */
  node(
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, OnnxAttribute>> = {},
  ): string {
    const [result] = this.nodes(operator, inputs, 1, attributes);
    return result ?? '';
  }

  /** A node with `count` results; returns their names. */
  nodes(
    operator: string,
    inputs: readonly string[],
    count: number,
    attributes: Readonly<Record<string, OnnxAttribute>> = {},
  ): string[] {
    const outputs = Array.from({ length: count }, () => `${operator}_${this.#results++}`);
    this.#nodes.push({ operator, inputs, outputs, attributes });
    return outputs;
  }

  floats(values: Float32Array, dims: readonly number[]): string {
    return this.#constant('float32', dims, bytesOf(values));
  }

  /** A scalar; operators stretch it over any shape. */
  float(value: number): string {
    return this.floats(Float32Array.of(value), []);
  }

  int8s(values: Int8Array, dims: readonly number[]): string {
    return this.#constant('int8', dims, bytesOf(values));
  }

  uint8(value: number): string {
    return this.#constant('uint8', [], Uint8Array.of(value));
  }

  /** A list of 64-bit integers, as shapes and axes are given. */
  int64s(values: readonly number[]): string {
    return this.#constant('int64', [values.length], bytesOf(BigInt64Array.from(values, BigInt)));
  }

  /** Makes `result` the graph's output `name`. */
  finish(name: string, inputs: readonly OnnxValue[], output: OnnxValue, result: string): OnnxGraph {
    this.#nodes.push({
      operator: 'Identity',
      inputs: [result],
      outputs: [output.name],
      attributes: {},
    });
    return { name, nodes: this.#nodes, constants: this.#constants, inputs, outputs: [output] };
  }

  #constant(type: OnnxTensor['type'], dims: readonly number[], bytes: Uint8Array): string {
    const name = `constant_${this.#constants.length}`;
    this.#constants.push({ name, type, dims, bytes });
    return name;
  }
}

function bytesOf(values: Float32Array | Int8Array | BigInt64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
