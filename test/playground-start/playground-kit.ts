import { once } from 'node:events';
import { get, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished, vi } from 'vitest';
import {
  startPlayground,
  type Playground,
  type PlaygroundOptions,
} from '../../src/bot-playground.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import type { Person } from '../../src/playground/person/person.ts';
import type { ActionResult, GuildView } from '../../src/playground/page-protocol.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

// Opening an archive and connecting takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** The playground with the seeds and a quick embedder, in a new folder unless one is given. */
export async function startHere(
  folder?: string,
  options: Partial<PlaygroundOptions> = {},
): Promise<Playground> {
  const playground = await startPlayground({
    config: readConfig({ DATA_DIR: folder ?? (await temporaryFolder()) }),
    log: silentLog,
    clock: systemClock,
    embedder: new HashEmbedder(),
    ...options,
  });
  onTestFinished(() => playground.stop());
  return playground;
}

/** What the page of Mia (the first), or of the person with an id, is told of the guild. */
export async function guildSeen(url: string, person = ''): Promise<GuildView> {
  const events = get(`${url}page/events?person=${person}`);
  // The answer of a request begun just now.
  const [response] = (await once(events, 'response')) as [IncomingMessage];
  let received = '';
  for await (const chunk of response) {
    received += String(chunk);
    const [, data] = /^event: guild\ndata: (.*)\n\n/m.exec(received) ?? [];
    if (data === undefined) continue;
    events.destroy();
    // What the page's server writes there.
    return JSON.parse(data) as GuildView;
  }
  throw new Error('The stream of events ended.');
}

export interface People {
  readonly guildId: string;
  readonly channels: Readonly<Record<string, string>>;
  /** Mia and Max in #general. */
  readonly mia: Person;
  readonly max: Person;
}

/** Whom one can be, and the channels that Max sees, by name. */
export async function peopleOf({ url, discord }: Playground): Promise<People> {
  const { people } = await guildSeen(url);
  const [mia = '', max = ''] = people.map(({ id }) => id);
  const { guild, channels } = await guildSeen(url, max);
  const ids = Object.fromEntries(channels.map(({ name, id }) => [name, id]));
  const general = ids['general'] ?? '';
  return {
    guildId: guild.id,
    channels: ids,
    mia: discord.as(mia, general),
    max: discord.as(max, general),
  };
}

/** What the page does when somebody lets time pass. */
export async function advance(url: string, { userId, channelId }: Person): Promise<ActionResult> {
  const post = request(`${url}page/actions/advance`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
  });
  post.end(JSON.stringify({ person: userId, channel: channelId, locale: 'en-US' }));
  const [response] = (await once(post, 'response')) as [IncomingMessage];
  // Every action is answered like this.
  return JSON.parse(await text(response)) as ActionResult;
}
