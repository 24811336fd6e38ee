/** Bytes of the first space. */
const FIRST_SPACE = 65_536;

/** Bytes put one after the other into a space that is used again and again. */
export class GrowingBytes {
  #space = Buffer.alloc(FIRST_SPACE);
  #length = 0;

  /** Valid until the next change. */
  get bytes(): Uint8Array {
    return this.#space.subarray(0, this.#length);
  }

  /** @param length bytes that will be written at the beginning. */
  restart(length: number): void {
    this.#length = 0;
    this.#grow(length);
  }

  append(piece: Uint8Array): void {
    const at = this.#length;
    this.#grow(piece.length);
    this.#space.set(piece, at);
  }

  writeAtBeginning(piece: Uint8Array): void {
    this.#space.set(piece);
  }

  #grow(by: number): void {
    this.#length += by;
    if (this.#length <= this.#space.length) return;
    const larger = Buffer.alloc(2 * this.#length);
    larger.set(this.#space);
    this.#space = larger;
  }
}
