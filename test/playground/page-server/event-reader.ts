import { onTestFinished } from 'vitest';
import type { GuildView, MessagesChange } from '../../../src/playground/page-protocol.ts';
import { rawFetch } from '../discord-kit.ts';
import type { PageKit } from './page-kit.ts';

/** What a page is told, in order. */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';
  /** Everything that came, as it came. */
  received = '';

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  /** The next block, without its empty line; null at the end. */
  async block(): Promise<string | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return block;
      }
      const { value, done } = await this.#reader.read();
      if (done) return null;
      const text = this.#decoder.decode(value, { stream: true });
      this.#text += text;
      this.received += text;
    }
  }

  async guild(): Promise<GuildView> {
    return (await this.#next('guild')) as GuildView;
  }

  async messages(): Promise<MessagesChange> {
    return (await this.#next('messages')) as MessagesChange;
  }

  async #next(name: string): Promise<unknown> {
    for (;;) {
      const block = await this.block();
      if (block === null) throw new Error(`The stream ended before an event ${name}.`);
      const [head = '', data = ''] = block.split('\ndata: ');
      if (head === `event: ${name}`) return JSON.parse(data);
    }
  }
}

/** Listens until the test ends. */
export async function listen({ discord }: PageKit, person = ''): Promise<EventReader> {
  const stop = new AbortController();
  onTestFinished(() => {
    stop.abort();
  });
  const response = await rawFetch(`${discord.pageUrl}page/events?person=${person}`, {
    signal: stop.signal,
  });
  if (response.status !== 200 || response.body === null) throw new Error(await response.text());
  return new EventReader(response.body);
}
