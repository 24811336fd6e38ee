import type { LexicalChange, LexicalIndex } from '../../src/search/lexical/lexical-index.ts';
import type { VectorChange, VectorIndex } from '../../src/search/vectors/vector-index.ts';
import { MemoryLexicalIndex } from './memory-lexical-index.ts';
import { MemoryVectorIndex } from './memory-vector-index.ts';

/**
 * Fails where it is told to, counting the moments before and after every write. With `dead`, everything later fails as
 * well, as in a process that has ended.
 */
export class FailurePoint {
  /** Moments until the failure; Infinity for never. */
  #left: number;
  #failed = false;
  readonly #dead: boolean;

  constructor(moments: number, { dead }: { readonly dead: boolean }) {
    this.#left = moments;
    this.#dead = dead;
  }

  get failed(): boolean {
    return this.#failed;
  }

  pass(): void {
    if (this.#failed && this.#dead) throw new Error('The process has ended.');
    if (this.#left-- !== 0) return;
    this.#failed = true;
    throw new Error('No space left on the device.');
  }
}

export class FailingVectorIndex extends MemoryVectorIndex {
  failure = new FailurePoint(Infinity, { dead: false });

  override async apply(change: VectorChange): Promise<void> {
    this.failure.pass();
    await super.apply(change);
    this.failure.pass();
  }

  override async dropPartition(...[partition]: Parameters<VectorIndex['dropPartition']>) {
    this.failure.pass();
    await super.dropPartition(partition);
    this.failure.pass();
  }
}

export class FailingLexicalIndex extends MemoryLexicalIndex {
  failure = new FailurePoint(Infinity, { dead: false });

  override async apply(change: LexicalChange): Promise<void> {
    this.failure.pass();
    await super.apply(change);
    this.failure.pass();
  }

  override async dropPartition(...[partition]: Parameters<LexicalIndex['dropPartition']>) {
    this.failure.pass();
    await super.dropPartition(partition);
    this.failure.pass();
  }
}
