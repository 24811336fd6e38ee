import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { GraphBuilder } from '../../../src/embedding/weights/graph-builder.ts';
import { encodeModel, type OnnxGraph } from '../../../src/embedding/weights/onnx.ts';

// The messages as the ONNX specification numbers them, written independently of the encoder.
const { root } = protobuf.parse(
  `
  syntax = "proto2";
  message Model { optional int64 ir_version = 1; optional string producer_name = 2; optional Graph graph = 7;
    repeated OperatorSet opset_import = 8; }
  message OperatorSet { optional string domain = 1; optional int64 version = 2; }
  message Graph { repeated Node node = 1; optional string name = 2; repeated Tensor initializer = 5;
    repeated Value input = 11; repeated Value output = 12; }
  message Node { repeated string input = 1; repeated string output = 2; optional string op_type = 4;
    repeated Attribute attribute = 5; }
  message Attribute { optional string name = 1; optional float f = 2; optional int64 i = 3;
    repeated int64 ints = 8; optional int32 type = 20; }
  message Tensor { repeated int64 dims = 1; optional int32 data_type = 2; optional string name = 8;
    optional bytes raw_data = 9; }
  message Value { optional string name = 1; optional Type type = 2; }
  message Type { optional TensorType tensor_type = 1; }
  message TensorType { optional int32 elem_type = 1; optional Shape shape = 2; }
  message Shape { repeated Dimension dim = 1; }
  message Dimension { optional int64 dim_value = 1; optional string dim_param = 2; }
`,
  { keepCase: true },
);

describe('encodeModel', () => {
  it('writes every part of the graph where the specification puts it', () => {
    expect(decode(encodeModel(smallGraph()))).toEqual({
      ir_version: 8,
      producer_name: 'archivist',
      opset_import: [{ version: 17 }],
      graph: {
        name: 'small',
        node: [
          {
            input: ['x', 'constant_0'],
            output: ['LayerNormalization_0'],
            op_type: 'LayerNormalization',
            attribute: [
              { name: 'axis', i: -1, type: 2 },
              { name: 'epsilon', f: 0.5, type: 1 },
            ],
          },
          {
            input: ['LayerNormalization_0'],
            output: ['Transpose_1'],
            op_type: 'Transpose',
            attribute: [{ name: 'perm', ints: [1, 0], type: 7 }],
          },
          { input: ['Transpose_1'], output: ['y'], op_type: 'Identity' },
        ],
        initializer: [
          {
            dims: [2],
            data_type: 1,
            name: 'constant_0',
            raw_data: [0, 0, 128, 63, 0, 0, 0, 192],
          },
          { dims: [1, 2], data_type: 3, name: 'constant_1', raw_data: [255, 1] },
          { data_type: 2, name: 'constant_2', raw_data: [7] },
          {
            dims: [1],
            data_type: 7,
            name: 'constant_3',
            raw_data: [254, 255, 255, 255, 255, 255, 255, 255],
          },
        ],
        input: [value('x', 1, [{ dim_param: 'batch' }, { dim_value: 2 }])],
        output: [value('y', 1, [{ dim_value: 2 }, { dim_param: 'batch' }])],
      },
    });
  });

  it('gives the same bytes for the same graph', () => {
    expect(encodeModel(smallGraph())).toEqual(encodeModel(smallGraph()));
  });
});

function smallGraph(): OnnxGraph {
  const graph = new GraphBuilder();
  const scale = graph.floats(Float32Array.of(1, -2), [2]);
  graph.int8s(Int8Array.of(-1, 1), [1, 2]);
  graph.uint8(7);
  graph.int64s([-2]);
  const normal = graph.node('LayerNormalization', ['x', scale], {
    axis: { int: -1 },
    epsilon: { float: 0.5 },
  });
  const result = graph.node('Transpose', [normal], { perm: { ints: [1, 0] } });
  return graph.finish(
    'small',
    [{ name: 'x', type: 'float32', dims: ['batch', 2] }],
    { name: 'y', type: 'float32', dims: [2, 'batch'] },
    result,
  );
}

function decode(bytes: Uint8Array): unknown {
  const type = root.lookupType('Model');
  const object = type.toObject(type.decode(bytes), { longs: Number, bytes: Array });
  return JSON.parse(JSON.stringify(object));
}

function value(name: string, type: number, dim: readonly unknown[]): unknown {
  return { name, type: { tensor_type: { elem_type: type, shape: { dim } } } };
}
