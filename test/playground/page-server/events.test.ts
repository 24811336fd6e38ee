import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { MessageFlags } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HEARTBEAT_MS } from '../../../src/playground/page-server/event-stream.ts';
import { MOST_SHOWN } from '../../../src/playground/page-server/message-views.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';
import { ASK, call, connectClient, rawFetch, register } from '../discord-kit.ts';
import { listen } from './event-reader.ts';
import { act, startPage, type PageKit } from './page-kit.ts';

/** Messages of 6 KB each. */
const FLOOD = 2_500;

async function post(kit: PageKit, content: string, channel = kit.general): Promise<void> {
  await kit.discord.as(kit.max, channel).post(content);
}

describe('a page', () => {
  it('is told everything at first, then what changes', async () => {
    const kit = await startPage();
    await post(kit, 'one');
    const events = await listen(kit, kit.mia);
    expect(await events.block()).toBe('retry: 1000');
    expect(await events.guild()).toMatchObject({
      guild: { name: 'Library' },
      bot: { online: false },
      people: [
        { id: kit.mia, name: 'Mia', roles: [] },
        { id: kit.max, name: 'Max', roles: ['Moderators'] },
      ],
      channels: [{ name: 'general', kind: 'text', isPrivate: false, writable: true }],
      time: { next: { label: 'Next digest', at: '2030-01-01T09:00:00.000Z' } },
    });
    expect(await events.messages()).toMatchObject({
      ...{ reset: true, removed: [] },
      changed: [{ message: { content: 'one' }, isPrivate: false, state: 'sent', files: [] }],
    });
    await post(kit, 'two');
    const { reset, changed } = await events.messages();
    expect([reset, changed.map(({ message }) => message.content)]).toEqual([false, ['two']]);
    const id = changed[0]?.message.id ?? '';
    kit.discord.world.setBotPermissions(kit.guildId, 8n);
    await call(kit.discord, 'DELETE', `/channels/${kit.general}/messages/${id}`);
    expect(await events.messages()).toEqual({ reset: false, changed: [], removed: [id] });
  });

  it('is told many changes of one turn at once, and the guild only when it has changed', async () => {
    const kit = await startPage();
    const events = await listen(kit, kit.mia);
    await events.messages();
    const texts = ['a', 'b', 'c'];
    await Promise.all(texts.map((text) => post(kit, text)));
    const { changed } = await events.messages();
    expect(changed.map(({ message }) => message.content)).toEqual(texts);
    kit.discord.world.addChannel(kit.guildId, { name: 'digest' });
    expect((await events.guild()).channels.map(({ name }) => name)).toEqual(['general', 'digest']);
    expect(events.received.match(/event: guild/g)).toHaveLength(2);
  });

  it('is told everything again when it connects again, and in every tab', async () => {
    const kit = await startPage();
    const [first, second] = [await listen(kit), await listen(kit, kit.mia)];
    await post(kit, 'one');
    const tabs = [first, second, await listen(kit, kit.mia)];
    const all = tabs.map(async (tab) => {
      for (;;) {
        const [shown] = (await tab.messages()).changed;
        if (shown !== undefined) return shown.message.content;
      }
    });
    expect(await Promise.all(all)).toEqual(['one', 'one', 'one']);
  });

  it('is of the first person unless it says whom, and of nobody else', async () => {
    const kit = await startPage();
    const first = (await (await listen(kit)).guild()).channels;
    expect(first.map(({ name }) => name)).toEqual(['general']);
    const seen = (await (await listen(kit, kit.max)).guild()).channels;
    expect(seen.map(({ name, isPrivate }) => [name, isPrivate])).toEqual([
      ['general', false],
      ['newsroom', true],
    ]);
    for (const id of [kit.eve, kit.discord.applicationId, '1', '%00']) {
      const response = await rawFetch(`${kit.discord.pageUrl}page/events?person=${id}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('There is no such person here.');
    }
  });

  it('shows the latest messages of each channel', async () => {
    const kit = await startPage();
    for (let number = 0; number <= MOST_SHOWN; number += 1) await post(kit, String(number));
    const { changed } = await (await listen(kit)).messages();
    expect(changed).toHaveLength(MOST_SHOWN);
    expect(changed[0]?.message.content).toBe('1');
  });

  it('shows threads while they are open to the person', async () => {
    const kit = await startPage();
    const { world } = kit.discord;
    const names = async (reader: Awaited<ReturnType<typeof listen>>) =>
      (await reader.guild()).channels.map(({ name }) => name);
    const events = await listen(kit, kit.mia);
    expect(await names(events)).toEqual(['general']);
    const thread = world.addThread(kit.general, { name: 'Letters' }).id;
    expect(await names(events)).toEqual(['general', 'Letters']);
    world.addThread(kit.general, { name: 'secret', isPrivate: true });
    world.addChannel(kit.guildId, { name: 'last' });
    expect(await names(events)).toEqual(['general', 'Letters', 'last']);
    world.archiveThread(thread);
    expect(await names(events)).toEqual(['general', 'last']);
  });

  it('is offered the commands that the person may use', async () => {
    const kit = await startPage();
    const moderate = { ...ASK, name: 'moderate', default_member_permissions: String(1 << 13) };
    await register(kit.discord, [ASK, moderate]);
    const names = async (person: string) => {
      const { commands, channels } = await (await listen(kit, person)).guild();
      return [commands.map(({ name }) => name), channels[0]?.commandIds.length];
    };
    expect(await names(kit.mia)).toEqual([['ask'], 1]);
    expect(await names(kit.max)).toEqual([['ask', 'moderate'], 2]);
  });
});

describe('a reply that says "thinking"', () => {
  it('has failed when the time of its interaction is over, and only then', async () => {
    const clock = new ManualClock();
    const kit = await startPage({ clock });
    await register(kit.discord, [ASK]);
    await connectClient(kit.discord, async (it) => {
      if (it.isChatInputCommand()) await it.deferReply({ flags: MessageFlags.Ephemeral });
    });
    const events = await listen(kit, kit.mia);
    await events.messages();
    await act(kit, 'slash', { command: 'ask', options: {} });
    const states = async () => (await events.messages()).changed.map(({ state }) => state);
    expect(await states()).toEqual(['thinking']);
    clock.advance(15 * 60_000 - 1);
    await post(kit, 'meanwhile');
    expect(await states()).toEqual(['sent']);
    clock.advance(1);
    expect(await states()).toEqual(['failed']);
    const again = (await (await listen(kit, kit.mia)).messages()).changed;
    expect(again.map(({ state }) => state)).toEqual(['failed', 'sent']);
    const other = (await (await listen(kit, kit.max)).messages()).changed;
    expect(other.map(({ state }) => state)).toEqual(['sent']);
  });
});

describe('a connection', () => {
  it('is kept alive by comments', async () => {
    const clock = new ManualClock();
    const events = await listen(await startPage({ clock }));
    await events.messages();
    for (let beat = 0; beat < 3; beat += 1) {
      clock.advance(HEARTBEAT_MS);
      expect(await events.block()).toBe(':');
    }
  });

  it('learns of a new next moment with the next heartbeat at the latest', async () => {
    const clock = new ManualClock();
    const kit = await startPage({ clock });
    const events = await listen(kit);
    await events.messages();
    const at = new Date('2030-01-02T09:00:00Z');
    kit.setNext(at);
    clock.advance(HEARTBEAT_MS);
    expect(await events.guild()).toMatchObject({ time: { next: { at: at.toISOString() } } });
  });

  it('ends with the server', async () => {
    const kit = await startPage();
    const events = await listen(kit);
    await events.messages();
    await kit.discord.close();
    expect(await events.block()).toBeNull();
  });

  /** A page that reads the beginning, and then no more. */
  async function stall(kit: PageKit): Promise<Socket> {
    const { port } = new URL(kit.discord.pageUrl);
    const socket = connect(Number(port), '127.0.0.1');
    onTestFinished(() => {
      socket.destroy();
    });
    socket.write(`GET /page/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    await once(socket, 'data');
    socket.pause();
    return socket;
  }

  /** More than the buffers of a socket hold, each message in a turn of its own. */
  async function flood(kit: PageKit): Promise<void> {
    for (let number = 0; number < FLOOD; number += 1) {
      await post(kit, '☃'.repeat(2_000));
      await new Promise(setImmediate);
    }
    await post(kit, 'the last');
  }

  it('of a page that does not read gets the latest state once it reads, and not all before', async () => {
    const kit = await startPage();
    const socket = await stall(kit);
    await flood(kit);
    let text = '';
    for await (const data of socket) {
      const seen = Math.max(0, text.length - 'the last'.length);
      text += String(data);
      if (text.includes('the last', seen)) break;
    }
    expect(text.match(/event: messages/g)?.length).toBeLessThan(FLOOD);
  });

  it('of a page that reads nothing for a whole heartbeat is cut', async () => {
    const clock = new ManualClock();
    const kit = await startPage({ clock });
    const socket = await stall(kit);
    await flood(kit);
    for (let beat = 0; beat < 2; beat += 1) {
      clock.advance(HEARTBEAT_MS);
      await new Promise(setImmediate);
    }
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume();
    await closed;
  });
});

describe('secrets', () => {
  it('reach no page: not the token of the bot, nor of an interaction', async () => {
    const tokens: string[] = [];
    const kit = await startPage();
    await register(kit.discord, [ASK]);
    await connectClient(kit.discord, async (it) => {
      if (!it.isChatInputCommand()) return;
      tokens.push(it.token);
      const components = [{ type: 1 as const, components: [BUTTON] }];
      await it.reply({ content: 'ok', components, files: [FILE] });
      await it.followUp({ content: 'more', flags: MessageFlags.Ephemeral });
    });
    const events = await listen(kit, kit.mia);
    const answer = await act(kit, 'slash', { command: 'ask', options: {} });
    const page = await (await rawFetch(kit.discord.pageUrl)).text();
    while (!events.received.includes('more')) await events.block();
    const everything = JSON.stringify([events.received, answer, page]);
    expect(tokens).toHaveLength(1);
    for (const secret of [...tokens, kit.discord.token]) expect(everything).not.toContain(secret);
  });
});

const BUTTON = { type: 2 as const, style: 1 as const, custom_id: 'go', label: 'Go' };
const FILE = { attachment: Buffer.from('a'), name: 'a.txt' };
