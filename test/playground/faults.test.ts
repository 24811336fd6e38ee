import { describe, expect, it } from 'vitest';
import { eventually } from '../discord/eventually.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { ASK, call, connectClient, register, startDiscord } from './discord-kit.ts';

const MESSAGES = /\/messages$/;
const CALLBACK = /\/callback$/;

describe('ordered disturbances', () => {
  it('answer instead of the API, as often as ordered, and are no violations', async () => {
    const { discord, channelId } = await startDiscord();
    discord.faults.answer(
      { method: 'POST', path: MESSAGES },
      { kind: 'status', status: 403, times: 2 },
    );
    const post = () =>
      call(discord, 'POST', `/channels/${channelId}/messages`, { body: { content: 'x' } });
    expect((await call(discord, 'GET', `/channels/${channelId}/messages`)).status).toBe(200);
    expect((await post()).status).toBe(403);
    expect((await post()).status).toBe(403);
    expect((await post()).status).toBe(200);
    expect(discord.world.messages(channelId)).toHaveLength(1);
    expect(discord.traffic.violations).toEqual([]);
    expect(discord.traffic.requests.map(({ status }) => status)).toEqual([200, 403, 403, 200]);
  });

  it('can lose the answer of what was carried out', async () => {
    const { discord, channelId } = await startDiscord();
    const path = `/channels/${channelId}/messages`;
    discord.faults.answer({ path: MESSAGES }, { kind: 'status', after: true });
    const lost = await call(discord, 'POST', path, { body: { content: 'x' } });
    expect(lost.status).toBe(500);
    expect(discord.world.messages(channelId)).toHaveLength(1);
  });

  it('drop the socket before or after the request is carried out', async () => {
    const { discord, channelId } = await startDiscord();
    const path = `/channels/${channelId}/messages`;
    const post = () => call(discord, 'POST', path, { body: { content: 'x' } });
    discord.faults.answer({ path: MESSAGES }, { kind: 'drop' });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(discord.world.messages(channelId)).toEqual([]);
    discord.faults.answer({ path: MESSAGES }, { kind: 'drop', after: true });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(discord.world.messages(channelId)).toHaveLength(1);
  });

  it('delay by the clock', async () => {
    const clock = new ManualClock();
    const { discord } = await startDiscord({ clock });
    discord.faults.answer({ path: /users/ }, { kind: 'delay', ms: 5_000 });
    let answered = false;
    const delayed = call(discord, 'GET', '/users/@me').then(() => {
      answered = true;
    });
    await call(discord, 'GET', '/gateway/bot');
    expect(answered).toBe(false);
    clock.advance(5_000);
    await delayed;
    expect(answered).toBe(true);
  });

  it('delay the answer to what was carried out at once', async () => {
    const clock = new ManualClock();
    const { discord, channelId } = await startDiscord({ clock });
    discord.faults.answer({ path: /messages/ }, { kind: 'delay', ms: 5_000, after: true });
    const body = { content: 'once' };
    const delayed = call(discord, 'POST', `/channels/${channelId}/messages`, { body });
    await eventually(() => {
      expect(discord.world.messages(channelId)).toHaveLength(1);
    });
    expect(discord.traffic.requests).toEqual([]);
    clock.advance(5_000);
    expect((await delayed).status).toBe(200);
  });

  it('are forgotten when cleared', async () => {
    const { discord } = await startDiscord();
    discord.faults.answer({ path: /users/ }, { kind: 'status', times: 9 });
    discord.faults.clear();
    expect((await call(discord, 'GET', '/users/@me')).status).toBe(200);
  });

  it.each([
    ['429', { kind: 'rate-limit', ms: 50 }],
    ['a global 429', { kind: 'rate-limit', ms: 50, global: true }],
    ['500', { kind: 'status', status: 500 }],
    ['502, twice', { kind: 'status', status: 502, times: 2 }],
  ] as const)('%s on the callback: the real client tries again', async (_, fault) => {
    const { discord, channelId, member } = await startDiscord();
    await register(discord, [ASK]);
    await connectClient(discord, async (it) => {
      if (it.isChatInputCommand()) await it.reply('once');
    });
    discord.faults.answer({ path: CALLBACK }, fault);
    expect((await (await member.slash('ask')).reply()).text).toBe('once');
    expect(discord.world.messages(channelId)).toHaveLength(1);
    const tries = discord.traffic.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(tries).toHaveLength('times' in fault ? 3 : 2);
  });

  it('a callback that was carried out and answered with 500 is refused the second time', async () => {
    const { discord, channelId, member } = await startDiscord();
    await register(discord, [ASK]);
    const failure = new Promise((resolve) => {
      void connectClient(discord, async (it) => {
        if (it.isChatInputCommand()) await it.reply('once').catch(resolve);
      });
    });
    await discord.ready();
    discord.faults.answer({ path: CALLBACK }, { kind: 'status', status: 500, after: true });
    const pending = await member.slash('ask');
    expect((await pending.reply()).text).toBe('once');
    expect(await failure).toMatchObject({ code: 40_060 });
    expect(discord.world.messages(channelId)).toHaveLength(1);
  });
});
