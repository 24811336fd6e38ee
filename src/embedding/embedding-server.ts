import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { EmbedReply, EmbedRequest, TextRequest } from './embedding-protocol.ts';
import { TextQueue } from './text-queue.ts';

/** What a worker does with one text. */
export interface TextModel {
  embed(tokens: Int32Array): Promise<Float32Array<ArrayBuffer>>;
  dispose(): Promise<void>;
}

/** The worker's end of the protocol: one text at a time, questions before passages, until it is told to close. */
export class EmbeddingServer {
  readonly #port: MessagePort;
  readonly #model: TextModel;
  readonly #queue = new TextQueue<TextRequest>();
  #working = false;
  #closing = false;

  constructor(port: MessagePort, model: TextModel) {
    this.#port = port;
    this.#model = model;
  }

  start(): void {
    this.#port.on('message', (request: EmbedRequest) => {
      this.#accept(request);
      void this.#work();
    });
    this.#reply({ kind: 'ready' });
  }

  #accept(request: EmbedRequest): void {
    if (request.kind === 'close') this.#closing = true;
    else this.#queue.add(request, request.priority);
  }

  /** What goes wrong with a text is its reply, so this rejects only when the model cannot be let go. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    let request = this.#next();
    while (request !== undefined) {
      await this.#answer(request);
      request = this.#next();
    }
    this.#working = false;
    if (this.#closing) {
      // Without its port nothing keeps the thread alive.
      this.#port.close();
      await this.#model.dispose();
    }
  }

  /** Looks at what arrived meanwhile, so that a question passes the passage that waits here already. */
  #next(): TextRequest | undefined {
    let received = receiveMessageOnPort(this.#port);
    while (received !== undefined) {
      // The port carries nothing but the pool's requests.
      this.#accept(received.message as EmbedRequest);
      received = receiveMessageOnPort(this.#port);
    }
    if (this.#closing) return undefined;
    return this.#queue.take('interactive') ?? this.#queue.take('bulk');
  }

  async #answer({ id, tokens }: TextRequest): Promise<void> {
    try {
      const vector = await this.#model.embed(tokens);
      this.#reply({ kind: 'vector', id, vector }, [vector.buffer]);
    } catch (error) {
      this.#reply({ kind: 'failed', id, reason: String(error) });
    }
  }

  #reply(reply: EmbedReply, transfer: readonly ArrayBuffer[] = []): void {
    this.#port.postMessage(reply, transfer);
  }
}
