import type { PartitionId, PassageFilter } from '../partition.ts';
import {
  VectorError,
  type PartitionStatus,
  type VectorChange,
  type VectorHit,
  type VectorIndex,
} from './vector-index.ts';
import {
  checkPartitionId,
  packChange,
  packFilter,
  packQuery,
  type Channel,
  type VectorAnswers,
  type VectorOperation,
  type VectorQuestions,
  type VectorResponse,
} from './vector-protocol.ts';

interface PendingCall {
  readonly resolve: (answer: VectorAnswers[VectorOperation]) => void;
  readonly reject: (error: Error) => void;
}

/** The index as the main thread sees it: packs questions, sends them to the thread that has the index, waits. */
export class VectorClient implements VectorIndex {
  readonly dimensions: number;
  readonly #channel: Channel;
  readonly #stop: () => Promise<unknown>;
  readonly #pending = new Map<number, PendingCall>();
  #calls = 0;
  #closing: Promise<void> | null = null;
  #ended: Error | null = null;

  /** @param stop ends the other side, after its last answer. */
  constructor(dimensions: number, channel: Channel, stop: () => Promise<unknown>) {
    this.dimensions = dimensions;
    this.#channel = channel;
    this.#stop = stop;
    channel.on('message', (message) => {
      // Only serveVectors answers here.
      this.#settle(message as VectorResponse);
    });
  }

  async apply(change: VectorChange): Promise<void> {
    const changes = packChange(change, this.dimensions);
    await this.#call(
      'apply',
      { changes },
      changes.map(({ added }) => added.buffer),
    );
  }

  async search(query: Float32Array, k: number, filter: PassageFilter): Promise<VectorHit[]> {
    const packed = packFilter(filter);
    const keys = packed.articleKeys === undefined ? [] : [packed.articleKeys.buffer];
    return this.#call(
      'search',
      { query: packQuery(query, this.dimensions), k, filter: packed },
      keys,
    );
  }

  async cosines(query: Float32Array, passageIds: readonly number[]): Promise<Float64Array> {
    const ids = Float64Array.from(passageIds);
    const question = { query: packQuery(query, this.dimensions), passageIds: ids };
    return this.#call('cosines', question, [ids.buffer]);
  }

  status(): Promise<PartitionStatus[]> {
    return this.#call('status', {});
  }

  async dropPartition(partition: PartitionId): Promise<void> {
    checkPartitionId(partition);
    await this.#call('dropPartition', { partition });
  }

  /** Waits for writes that were asked for, then ends the worker. Calling it again waits for the same end. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** The other side is gone: every call waiting, and every later one, is rejected with `error`. */
  fail(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#ended);
    this.#pending.clear();
  }

  async #close(): Promise<void> {
    // Of a worker that died nothing is left to wait for.
    await this.#call('close', {}).catch(() => undefined);
    this.fail(new Error('The vector index is closed.'));
    await this.#stop();
  }

  #call<Name extends VectorOperation>(
    name: Name,
    question: VectorQuestions[Name],
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<VectorAnswers[Name]> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) throw this.#ended;
      const id = this.#calls++;
      this.#channel.postMessage({ id, name, question }, transfer);
      // The server answers a question by its name, so the answer's type is the question's.
      this.#pending.set(id, { resolve: resolve as PendingCall['resolve'], reject });
    });
  }

  #settle(response: VectorResponse): void {
    const call = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    if ('answer' in response) {
      call?.resolve(response.answer);
    } else {
      const { failure, isVectorError } = response;
      call?.reject(isVectorError ? new VectorError(failure) : new Error(failure));
    }
  }
}
