import type { ServerResponse } from 'node:http';
import type { PageOptions } from '../page-options.ts';
import type { PageEvents } from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import type { GuildState } from '../world/state.ts';
import { guildView, identityOf } from './guild-view.ts';
import { MessageViews } from './message-views.ts';
import { playedPeople, shownGuild } from './people.ts';

/** Milliseconds between comments by which a connection that is dead is noticed. */
export const HEARTBEAT_MS = 15_000;
/** Milliseconds after which a page connects again. */
const RETRY_MS = 1_000;

/** Tells one page what it shows: everything at first, then what changes. */
export class EventStream {
  readonly #parts: Parts;
  readonly #options: PageOptions;
  readonly #response: ServerResponse;
  readonly #asked: string;
  readonly #stops: (() => void)[] = [];
  /** Null while it is not known who there is. */
  #messages: MessageViews | null = null;
  #personId = '';
  #guildSent = '';
  #isWaiting = false;
  #isOpen = true;
  /** The page had not read everything at the last heartbeat. */
  #wasBehind = false;
  #callOffFailure: () => void = doNothing;
  #callOffHeartbeat: () => void = doNothing;

  /** @param asked a person's id; '' for the first there is, who may yet have to come */
  constructor(parts: Parts, options: PageOptions, asked: string, response: ServerResponse) {
    this.#parts = parts;
    this.#options = options;
    this.#asked = asked;
    this.#response = response;
  }

  open(): void {
    const stop = this.#parts.watch.listen(() => {
      this.#flushSoon();
    });
    const flush = this.#flush.bind(this);
    this.#response.on('drain', flush);
    this.#stops.push(stop, () => this.#response.off('drain', flush));
    this.#response.write(`retry: ${RETRY_MS}\n\n`);
    this.#beatLater();
    this.#flush();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const stop of this.#stops) stop();
    this.#callOffFailure();
    this.#callOffHeartbeat();
    this.#response.end();
  }

  /** Many changes of one turn are sent once. */
  #flushSoon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setImmediate(() => {
      this.#isWaiting = false;
      this.#flush();
    });
  }

  /** Nothing is kept for a page that does not read: once it does, it is sent the state of then. */
  #flush(): void {
    if (!this.#isOpen || this.#response.writableNeedDrain) return;
    const guild = shownGuild(this.#parts, this.#options);
    const people = guild === null ? [] : playedPeople(guild, this.#options);
    const [first] = people;
    // Who has not come yet is waited for.
    if (guild === null || first === undefined) return;
    this.#personId ||= this.#asked === '' ? first : this.#asked;
    if (people.includes(this.#personId)) this.#send(guild);
    else this.close();
  }

  #send(guild: GuildState): void {
    const view = guildView(this.#parts, this.#options, guild, this.#personId);
    const identity = identityOf(view);
    this.#messages ??= new MessageViews(this.#parts, this.#personId);
    const change = this.#messages.take(guild);
    const parts = [
      identity === this.#guildSent ? '' : event('guild', view),
      change === null ? '' : event('messages', change),
    ].join('');
    this.#guildSent = identity;
    if (parts !== '') this.#response.write(parts);
    this.#watchFailure(this.#messages.untilFailure);
  }

  /** Nothing else changes in the moment in which the bot's time is over. */
  #watchFailure(ms: number | null): void {
    this.#callOffFailure();
    this.#callOffFailure =
      ms === null
        ? doNothing
        : this.#parts.alarms.after(ms, () => {
            this.#flush();
          });
  }

  #beatLater(): void {
    this.#callOffHeartbeat = this.#parts.alarms.after(HEARTBEAT_MS, () => {
      this.#beat();
    });
  }

  #beat(): void {
    const isBehind = this.#response.writableNeedDrain;
    if (isBehind && this.#wasBehind) {
      this.#response.destroy();
      return;
    }
    this.#wasBehind = isBehind;
    if (!isBehind) {
      this.#response.write(':\n\n');
      // The next moment worth going to changes without anything happening here.
      this.#flush();
    }
    this.#beatLater();
  }
}

function event<Name extends keyof PageEvents>(name: Name, data: PageEvents[Name]): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function doNothing(): void {
  // Nothing is under way.
}
