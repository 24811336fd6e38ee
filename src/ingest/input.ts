/** One piece of input as a reader takes it. */
export interface Input {
  /** As reports name it: a path, a url, `stdin`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As a server stated it. */
  readonly mediaType?: string;
  readonly url?: string;
  /** Where the bytes begin in the file, for reports. Default 1. */
  readonly firstLine?: number;
}

/** Something that can be read when its turn comes. */
export interface Source {
  readonly name: string;
  /**
   * The inputs it consists of: one, but for JSON Lines, which come in blocks of whole lines.
   * @throws {UserError} when it cannot be read.
   */
  read(signal?: AbortSignal): AsyncIterable<Input>;
}
