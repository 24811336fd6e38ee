import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { onTestFinished } from 'vitest';
import { systemClock, type Clock } from '../../../src/clock.ts';
import type { LocalDiscord } from '../../../src/playground/local-discord.ts';
import type {
  ActionName,
  ActionPlace,
  PageActions,
} from '../../../src/playground/page-protocol.ts';
import { startLocalDiscord } from '../../../src/playground/start-local-discord.ts';
import { rawFetch } from '../discord-kit.ts';

export interface PageKit {
  readonly discord: LocalDiscord;
  readonly guildId: string;
  readonly general: string;
  /** Only Max sees it. */
  readonly newsroom: string;
  /** A member. */
  readonly mia: string;
  /** May manage messages and see #newsroom. */
  readonly max: string;
  /** A member whom the page does not act as. */
  readonly eve: string;
  readonly jumps: Date[];
  /** Changes the next moment worth going to, which nobody is told. */
  readonly setNext: (at: Date) => void;
}

/** A local Discord with a page, two channels and the people of the page; no bot is connected. */
export async function startPage({ clock = systemClock }: { clock?: Clock } = {}): Promise<PageKit> {
  const made = { guild: '', people: [''], jumps: new Array<Date>() };
  let next = new Date('2030-01-01T09:00:00Z');
  const discord = await startLocalDiscord({
    clock,
    page: {
      guild: () => (made.guild === '' ? null : made.guild),
      people: () => made.people,
      welcome: { title: 'Welcome', text: '', suggestions: [] },
      time: {
        aheadMs: () => 0,
        next: () => ({ label: 'Next digest', at: next }),
        advanceTo: (at) => made.jumps.push(at),
      },
    },
  });
  onTestFinished(() => discord.close());
  const { world } = discord;
  made.guild = world.addGuild({ name: 'Library' }).id;
  const channel = (name: string) => world.addChannel(made.guild, { name }).id;
  const [general, newsroom] = [channel('general'), channel('newsroom')];
  const role = world.addRole(made.guild, { name: 'Moderators', permissions: Bits.ManageMessages });
  const view = Bits.ViewChannel;
  world.overwrite(newsroom, { id: made.guild, kind: 'role' }, { deny: view });
  world.overwrite(newsroom, { id: role.id, kind: 'role' }, { allow: view });
  const mia = world.addMember(made.guild, { name: 'Mia' }).id;
  const max = world.addMember(made.guild, { name: 'Max', roles: [role.id] }).id;
  const eve = world.addMember(made.guild, { name: 'Eve' }).id;
  made.people = [mia, max];
  const people = { mia, max, eve };
  const setNext = (at: Date): void => {
    next = at;
  };
  return {
    ...{ discord, guildId: made.guild, general, newsroom, ...people, jumps: made.jumps },
    setNext,
  };
}

export interface ActionAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Does something as Mia in #general, unless `place` says otherwise. */
export async function act<Name extends ActionName>(
  kit: PageKit,
  name: Name,
  body: PageActions[Name],
  place: Partial<ActionPlace> = {},
  files: readonly File[] = [],
): Promise<ActionAnswer> {
  const form = new FormData();
  const where = { person: kit.mia, channel: kit.general, locale: 'en-US', ...place };
  form.set('payload_json', JSON.stringify({ ...where, ...body }));
  for (const [index, file] of files.entries()) form.set(`files[${index}]`, file, file.name);
  const url = `${kit.discord.pageUrl}page/actions/${name}`;
  const response = await rawFetch(url, { method: 'POST', body: form });
  return { status: response.status, body: await response.json() };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** A request with any headers, also those that `fetch` sets by itself. */
export function send(
  url: string,
  options: RequestOptions = {},
  body: string | Uint8Array = '',
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
