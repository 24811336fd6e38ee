import { Serial } from '../../storage/serial.ts';

interface Queue {
  readonly serial: Serial;
  waiting: number;
}

/** One post at a time in each guild; guilds do not wait for each other. */
export class GuildQueues {
  readonly #queues = new Map<string, Queue>();

  async run<T>(guildId: string, work: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(guildId) ?? { serial: new Serial(), waiting: 0 };
    this.#queues.set(guildId, queue);
    queue.waiting++;
    try {
      return await queue.serial.run(work);
    } finally {
      queue.waiting--;
      if (queue.waiting === 0) this.#queues.delete(guildId);
    }
  }
}
