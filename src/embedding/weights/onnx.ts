import protobuf from 'protobufjs/minimal.js';

type OnnxType = 'float32' | 'uint8' | 'int8' | 'int64';

/** A constant of the graph. `bytes` are little-endian values, row after row; a scalar has `dims` `[]`. */
export interface OnnxTensor {
  readonly name: string;
  readonly type: OnnxType;
  readonly dims: readonly number[];
  readonly bytes: Uint8Array;
}

export type OnnxAttribute =
  { readonly int: number } | { readonly float: number } | { readonly ints: readonly number[] };

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** An input or output; a named dimension may have any size. */
export interface OnnxValue {
  readonly name: string;
  readonly type: OnnxType;
  readonly dims: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly name: string;
  /** In an order in which every node comes after those it reads. */
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

/**
 * A graph as the bytes of an `.onnx` file: protobuf messages with the field numbers of the ONNX specification
 * (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto). The same graph always gives the same bytes.
 */
export function encodeModel(graph: OnnxGraph): Uint8Array {
  const model = protobuf.Writer.create();
  model.uint32(tag(1, VARINT)).int64(IR_VERSION);
  model.uint32(tag(2, BYTES)).string('archivist');
  message(model, 7, (writer) => {
    writeGraph(writer, graph);
  });
  message(model, 8, (writer) => {
    writer.uint32(tag(2, VARINT)).int64(OPERATOR_SET);
  });
  return model.finish();
}

/** ONNX data type numbers (TensorProto.DataType). */
const ONNX_TYPE: Readonly<Record<OnnxType, number>> = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int64: 7,
};

/** Operator set 17 is the first with LayerNormalization; IR version 8 belongs to it. */
const OPERATOR_SET = 17;
const IR_VERSION = 8;

/** Protobuf wire types. */
const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;

/** AttributeProto.AttributeType */
const ATTRIBUTE_TYPE = { float: 1, int: 2, ints: 7 } as const;

function tag(field: number, wireType: number): number {
  return (field << 3) | wireType;
}

function message(
  writer: protobuf.Writer,
  field: number,
  write: (writer: protobuf.Writer) => void,
): void {
  writer.uint32(tag(field, BYTES)).fork();
  write(writer);
  writer.ldelim();
}

function text(writer: protobuf.Writer, field: number, value: string): void {
  writer.uint32(tag(field, BYTES)).string(value);
}

function writeGraph(writer: protobuf.Writer, graph: OnnxGraph): void {
  for (const node of graph.nodes) {
    message(writer, 1, (inner) => {
      writeNode(inner, node);
    });
  }
  text(writer, 2, graph.name);
  for (const tensor of graph.constants) {
    message(writer, 5, (inner) => {
      writeTensor(inner, tensor);
    });
  }
  for (const [field, values] of [
    [11, graph.inputs],
    [12, graph.outputs],
  ] as const) {
    for (const value of values) {
      message(writer, field, (inner) => {
        writeValue(inner, value);
      });
    }
  }
}

function writeNode(writer: protobuf.Writer, node: OnnxNode): void {
  for (const input of node.inputs) text(writer, 1, input);
  for (const output of node.outputs) text(writer, 2, output);
  text(writer, 4, node.operator);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    message(writer, 5, (inner) => {
      text(inner, 1, name);
      writeAttribute(inner, attribute);
    });
  }
}

function writeAttribute(writer: protobuf.Writer, attribute: OnnxAttribute): void {
  if ('float' in attribute) {
    writer.uint32(tag(2, FIXED32)).float(attribute.float);
    writer.uint32(tag(20, VARINT)).int32(ATTRIBUTE_TYPE.float);
  } else if ('int' in attribute) {
    writer.uint32(tag(3, VARINT)).int64(attribute.int);
    writer.uint32(tag(20, VARINT)).int32(ATTRIBUTE_TYPE.int);
  } else {
    for (const value of attribute.ints) writer.uint32(tag(8, VARINT)).int64(value);
    writer.uint32(tag(20, VARINT)).int32(ATTRIBUTE_TYPE.ints);
  }
}

function writeTensor(writer: protobuf.Writer, tensor: OnnxTensor): void {
  for (const size of tensor.dims) writer.uint32(tag(1, VARINT)).int64(size);
  writer.uint32(tag(2, VARINT)).int32(ONNX_TYPE[tensor.type]);
  text(writer, 8, tensor.name);
  writer.uint32(tag(9, BYTES)).bytes(tensor.bytes);
}

function writeValue(writer: protobuf.Writer, value: OnnxValue): void {
  text(writer, 1, value.name);
  message(writer, 2, (type) => {
    message(type, 1, (tensorType) => {
      tensorType.uint32(tag(1, VARINT)).int32(ONNX_TYPE[value.type]);
      message(tensorType, 2, (shape) => {
        for (const size of value.dims) writeDimension(shape, size);
      });
    });
  });
}

function writeDimension(shape: protobuf.Writer, size: number | string): void {
  message(shape, 1, (dimension) => {
    if (typeof size === 'string') text(dimension, 2, size);
    else dimension.uint32(tag(1, VARINT)).int64(size);
  });
}
