import { GatewayIntentBits, PermissionFlagsBits as Bits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../fakes/manual-clock.ts';
import { ANYTHING, call, rawFetch, startDiscord } from './discord-kit.ts';

describe('every request', () => {
  it('needs the right token', async () => {
    const { discord } = await startDiscord();
    const refused = { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    expect(await call(discord, 'GET', '/users/@me', { token: 'wrong' })).toMatchObject(refused);
    expect(await call(discord, 'GET', '/users/@me', { token: null })).toMatchObject(refused);
    expect(await call(discord, 'GET', '/users/@me')).toMatchObject({ status: 200 });
    expect(discord.traffic.violations.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('must be of a path and method there is', async () => {
    const { discord } = await startDiscord();
    expect(await call(discord, 'GET', '/nothing')).toMatchObject({
      status: 404,
      body: { message: '404: Not Found', code: 0 },
    });
    expect(await call(discord, 'DELETE', '/gateway/bot')).toMatchObject({ status: 405 });
  });

  it('must bring JSON or a proper form', async () => {
    const { discord, channelId } = await startDiscord();
    const url = `${discord.apiUrl}/v10/channels/${channelId}/messages`;
    const send = async (type: string, body: string): Promise<unknown> => {
      const headers = { Authorization: `Bot ${discord.token}`, 'Content-Type': type };
      const response = await rawFetch(url, { method: 'POST', headers, body });
      return await response.json();
    };
    expect(await send('application/json', '{')).toMatchObject({ code: 50_109 });
    expect(await send('text/plain', 'x')).toMatchObject({ code: 50_109 });
    const form = 'multipart/form-data; boundary=b';
    expect(await send(form, '--b\r\nnothing')).toMatchObject({ code: 50_035 });
  });

  it('is answered with the headers of rate limits', async () => {
    const { discord, channelId } = await startDiscord();
    const path = `/channels/${channelId}/messages`;
    const { headers } = await call(discord, 'POST', path, { body: { content: 'a' } });
    expect(headers.get('x-ratelimit-limit')).toBe('5');
    expect(headers.get('x-ratelimit-remaining')).toBe('4');
    expect(Number(headers.get('x-ratelimit-reset-after'))).toBeLessThanOrEqual(5);
    expect(headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('above the limit is refused until the clock has moved on, when limits are enforced', async () => {
    const clock = new ManualClock();
    const { discord, channelId } = await startDiscord({ clock, rateLimits: 'enforced' });
    const post = () =>
      call(discord, 'POST', `/channels/${channelId}/messages`, { body: { content: 'a' } });
    for (let left = 4; left >= 0; left -= 1) {
      const { status, headers } = await post();
      expect([status, headers.get('x-ratelimit-remaining')]).toEqual([200, String(left)]);
    }
    const refused = await post();
    expect(refused).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
    expect(refused.headers.get('retry-after')).toBe('5.000');
    clock.advance(5_000);
    expect((await post()).status).toBe(200);
    expect(discord.traffic.violations).toEqual([]);
  });
});

describe('messages of a channel', () => {
  it('are created, read, edited, listed and deleted', async () => {
    const { discord, channelId } = await startDiscord();
    const list = `/channels/${channelId}/messages`;
    const made = await call(discord, 'POST', list, { body: { content: 'one' } });
    const { id } = made.body as { id: string };
    expect(made.body).toMatchObject({ content: 'one', edited_timestamp: null, flags: 0 });
    const edited = await call(discord, 'PATCH', `${list}/${id}`, { body: { content: 'two' } });
    expect(edited.body).toMatchObject({ id, content: 'two', edited_timestamp: ANYTHING });
    expect((await call(discord, 'GET', `${list}/${id}`)).body).toEqual(edited.body);
    expect((await call(discord, 'GET', list)).body).toEqual([edited.body]);
    expect((await call(discord, 'DELETE', `${list}/${id}`)).status).toBe(204);
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const options = method === 'PATCH' ? { body: { content: 'x' } } : {};
      expect(await call(discord, method, `${list}/${id}`, options)).toMatchObject({
        status: 404,
        body: { code: 10_008, message: 'Unknown Message' },
      });
    }
  });

  it('are listed newest first, in pages before and after an id', async () => {
    const { discord, channelId } = await startDiscord();
    const list = `/channels/${channelId}/messages`;
    const ids: string[] = [];
    for (const content of ['a', 'b', 'c', 'd']) {
      const { body } = await call(discord, 'POST', list, { body: { content } });
      ids.push((body as { id: string }).id);
    }
    const contents = async (query: string): Promise<string> => {
      const { body } = await call(discord, 'GET', `${list}?${query}`);
      return (body as { content: string }[]).map(({ content }) => content).join('');
    };
    expect(await contents('limit=2')).toBe('dc');
    expect(await contents(`before=${ids[2] ?? ''}`)).toBe('ba');
    expect(await contents(`after=${ids[0] ?? ''}&limit=2`)).toBe('cb');
    expect((await call(discord, 'GET', `${list}?limit=101`)).status).toBe(400);
    expect((await call(discord, 'GET', `${list}?before=x`)).status).toBe(400);
  });

  it('refuse what Discord refuses, with the place of the error', async () => {
    const { discord, channelId } = await startDiscord();
    const list = `/channels/${channelId}/messages`;
    const long = await call(discord, 'POST', list, { body: { content: 'x'.repeat(2_001) } });
    expect(long).toMatchObject({
      status: 400,
      body: {
        code: 50_035,
        message: 'Invalid Form Body',
        errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } },
      },
    });
    const empty = await call(discord, 'POST', list, { body: { content: '' } });
    expect(empty).toMatchObject({ status: 400, body: { code: 50_006 } });
    expect(discord.world.messages(channelId)).toEqual([]);
  });

  it('are not emptied by an edit', async () => {
    const { discord, channelId } = await startDiscord();
    const list = `/channels/${channelId}/messages`;
    const { body } = await call(discord, 'POST', list, { body: { content: 'x' } });
    const path = `${list}/${(body as { id: string }).id}`;
    const emptied = await call(discord, 'PATCH', path, { body: { content: null } });
    expect(emptied).toMatchObject({ status: 400, body: { code: 50_006 } });
  });

  it('stay of Components V2 once they are', async () => {
    const { discord, channelId } = await startDiscord();
    const list = `/channels/${channelId}/messages`;
    const components = [{ type: 10, content: 'text' }];
    const made = await call(discord, 'POST', list, { body: { flags: 1 << 15, components } });
    expect(made.body).toMatchObject({ flags: 1 << 15, components: [{ id: 1, type: 10 }] });
    const path = `${list}/${(made.body as { id: string }).id}`;
    const old = await call(discord, 'PATCH', path, { body: { content: 'old', flags: 0 } });
    expect(old).toMatchObject({ status: 400, body: { errors: { content: {} } } });
    const kept = await call(discord, 'PATCH', path, { body: { flags: 0, components } });
    expect(kept.body).toMatchObject({ flags: 1 << 15 });
  });

  it('become of Components V2 only when their old fields go', async () => {
    const { discord, channelId } = await startDiscord();
    const list = `/channels/${channelId}/messages`;
    const made = await call(discord, 'POST', list, { body: { content: 'old' } });
    const path = `${list}/${(made.body as { id: string }).id}`;
    const v2 = { flags: 1 << 15, components: [{ type: 10, content: 'text' }] };
    expect((await call(discord, 'PATCH', path, { body: v2 })).status).toBe(400);
    const turned = await call(discord, 'PATCH', path, { body: { ...v2, content: null } });
    expect(turned.body).toMatchObject({ content: '', flags: 1 << 15 });
  });

  it('with the same nonce are one when that is enforced, for some minutes', async () => {
    const clock = new ManualClock();
    const { discord, channelId } = await startDiscord({ clock });
    const send = async (more: object): Promise<string> => {
      const path = `/channels/${channelId}/messages`;
      const { body } = await call(discord, 'POST', path, { body: { content: 'x', ...more } });
      return (body as { id: string }).id;
    };
    const first = await send({ nonce: 'n', enforce_nonce: true });
    expect(await send({ nonce: 'n', enforce_nonce: true })).toBe(first);
    expect(await send({ nonce: 'n' })).not.toBe(first);
    expect(await send({ nonce: 'm', enforce_nonce: true })).not.toBe(first);
    clock.advance(300_000);
    expect(await send({ nonce: 'n', enforce_nonce: true })).not.toBe(first);
    expect(discord.world.messages(channelId)).toHaveLength(4);
  });

  it('answer another message, which must be there', async () => {
    const { discord, channelId, member } = await startDiscord();
    const { id } = await member.post('question');
    const list = `/channels/${channelId}/messages`;
    const body = { content: 'answer', message_reference: { message_id: id } };
    const made = await call(discord, 'POST', list, { body });
    expect(made.body).toMatchObject({ type: 19, referenced_message: { id } });
    const lost = { content: 'answer', message_reference: { message_id: '1' } };
    const refused = await call(discord, 'POST', list, { body: lost });
    expect(refused).toMatchObject({ status: 400, body: { errors: { message_reference: {} } } });
    const soft = {
      content: 'a',
      message_reference: { message_id: '1', fail_if_not_exists: false },
    };
    expect((await call(discord, 'POST', list, { body: soft })).status).toBe(200);
  });

  it('of others are empty without the intent for content, and never editable', async () => {
    const { discord, channelId, member } = await startDiscord();
    const { id } = await member.post('theirs');
    const path = `/channels/${channelId}/messages/${id}`;
    expect((await call(discord, 'GET', path)).body).toMatchObject({ content: '' });
    const edited = await call(discord, 'PATCH', path, { body: { content: 'mine' } });
    expect(edited).toMatchObject({ status: 403, body: { code: 50_005 } });
  });

  it('of others are whole for an application that may read them', async () => {
    const privilegedIntents = GatewayIntentBits.MessageContent;
    const { discord, channelId, member } = await startDiscord({ privilegedIntents });
    const { id } = await member.post('theirs');
    const { body } = await call(discord, 'GET', `/channels/${channelId}/messages/${id}`);
    expect(body).toMatchObject({ content: 'theirs' });
  });

  it('notify only whom the request allows', async () => {
    const { discord, channelId, guildId, member } = await startDiscord();
    const role = discord.world.addRole(guildId, { name: 'Editors', permissions: 0n }).id;
    const content = `<@${member.userId}> <@&${role}> @everyone`;
    const mentions = async (allowed_mentions?: object): Promise<unknown> => {
      const path = `/channels/${channelId}/messages`;
      return (await call(discord, 'POST', path, { body: { content, allowed_mentions } })).body;
    };
    expect(await mentions({ parse: [] })).toMatchObject({
      ...{ mentions: [], mention_roles: [], mention_everyone: false },
    });
    expect(await mentions({ parse: [], roles: [role] })).toMatchObject({
      ...{ mentions: [], mention_roles: [role] },
    });
    expect(await mentions()).toMatchObject({
      mentions: [{ id: member.userId }],
      mention_roles: [role],
      mention_everyone: true,
    });
  });

  it('notify a role only when it is mentionable or the bot may mention everyone', async () => {
    const { discord, channelId, guildId } = await startDiscord();
    const { world } = discord;
    const open = world.addRole(guildId, { name: 'Fans', permissions: 0n, mentionable: true }).id;
    const closed = world.addRole(guildId, { name: 'Editors', permissions: 0n }).id;
    const post = async (): Promise<unknown> => {
      const body = { content: `<@&${open}> <@&${closed}>`, allowed_mentions: { parse: ['roles'] } };
      return (await call(discord, 'POST', `/channels/${channelId}/messages`, { body })).body;
    };
    expect(await post()).toMatchObject({ mention_roles: [open, closed] });
    const everyone = { id: guildId, kind: 'role' } as const;
    world.overwrite(channelId, everyone, { deny: Bits.MentionEveryone });
    expect(await post()).toMatchObject({ mention_roles: [open] });
  });

  it('are crossposted once, from announcement channels', async () => {
    const { discord, guildId, channelId } = await startDiscord();
    const news = discord.world.addChannel(guildId, { name: 'news', kind: 'announcement' }).id;
    const post = async (channel: string): Promise<string> => {
      const path = `/channels/${channel}/messages`;
      const { body } = await call(discord, 'POST', path, { body: { content: 'x' } });
      return `${path}/${(body as { id: string }).id}/crosspost`;
    };
    const path = await post(news);
    expect((await call(discord, 'POST', path)).body).toMatchObject({ flags: 1 });
    expect(await call(discord, 'POST', path)).toMatchObject({ body: { code: 40_033 } });
    expect(await call(discord, 'POST', await post(channelId))).toMatchObject({
      body: { code: 50_024 },
    });
  });
});

describe('what the bot may not see or do', () => {
  it('unknown channels and guilds are 10003 and 10004, foreign ones 50001', async () => {
    const { discord, guildId } = await startDiscord();
    expect(await call(discord, 'GET', '/channels/1')).toMatchObject({ body: { code: 10_003 } });
    expect(await call(discord, 'GET', '/guilds/1')).toMatchObject({ body: { code: 10_004 } });
    discord.world.removeGuild(guildId);
    const gone = await call(discord, 'GET', `/guilds/${guildId}`);
    expect(gone).toMatchObject({ status: 403, body: { code: 50_001 } });
  });

  it.each([
    ['seeing', Bits.ViewChannel, 'POST', { content: 'x' }, 50_001],
    ['sending', Bits.SendMessages, 'POST', { content: 'x' }, 50_013],
    ['embeds', Bits.EmbedLinks, 'POST', { embeds: [{ title: 'x' }] }, 50_013],
  ])('without %s a message is refused', async (_, deny, method, body, code) => {
    const { discord, guildId, channelId } = await startDiscord();
    discord.world.overwrite(channelId, { id: guildId, kind: 'role' }, { deny });
    const refused = await call(discord, method, `/channels/${channelId}/messages`, { body });
    expect(refused).toMatchObject({ status: 403, body: { code } });
  });

  it('without history a list is empty and a message out of reach', async () => {
    const { discord, guildId, channelId, member } = await startDiscord();
    const { id } = await member.post('x');
    const deny = Bits.ReadMessageHistory;
    discord.world.overwrite(channelId, { id: guildId, kind: 'role' }, { deny });
    const list = `/channels/${channelId}/messages`;
    expect((await call(discord, 'GET', list)).body).toEqual([]);
    expect(await call(discord, 'GET', `${list}/${id}`)).toMatchObject({ body: { code: 50_013 } });
  });

  it('the messages of others are deleted only with Manage Messages', async () => {
    const { discord, guildId, channelId, member } = await startDiscord();
    const { id } = await member.post('x');
    const path = `/channels/${channelId}/messages/${id}`;
    expect(await call(discord, 'DELETE', path)).toMatchObject({ body: { code: 50_013 } });
    discord.world.setBotPermissions(guildId, Bits.ManageMessages);
    expect((await call(discord, 'DELETE', path)).status).toBe(204);
  });

  it('an overwrite of the member comes before those of roles, and roles before everyone', async () => {
    const { discord, guildId, channelId, member } = await startDiscord();
    const { world } = discord;
    const role = world.addRole(guildId, { name: 'Writers', permissions: 0n }).id;
    const writer = world.addMember(guildId, { name: 'Bea', roles: [role] }).id;
    world.overwrite(channelId, { id: guildId, kind: 'role' }, { deny: Bits.SendMessages });
    await expect(member.post('x')).rejects.toThrow('not have permission to send messages');
    world.overwrite(channelId, { id: role, kind: 'role' }, { allow: Bits.SendMessages });
    await expect(discord.as(writer, channelId).post('x')).resolves.toMatchObject({ content: 'x' });
    world.overwrite(channelId, { id: writer, kind: 'member' }, { deny: Bits.SendMessages });
    await expect(discord.as(writer, channelId).post('x')).rejects.toThrow(
      'not have permission to send messages',
    );
  });

  it('nothing is denied to administrators', async () => {
    const { discord, guildId, channelId } = await startDiscord();
    discord.world.overwrite(channelId, { id: guildId, kind: 'role' }, { deny: Bits.ViewChannel });
    discord.world.setBotPermissions(guildId, Bits.Administrator);
    const path = `/channels/${channelId}/messages`;
    expect((await call(discord, 'POST', path, { body: { content: 'x' } })).status).toBe(200);
  });
});
