import { MessageFlags, PermissionFlagsBits as Bits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import {
  ANYTHING,
  ASK,
  call,
  connectClient,
  rawFetch,
  register,
  startDiscord,
} from './discord-kit.ts';

interface Attachment {
  readonly id: string;
  readonly url: string;
}

const FILE = (name: string, text: string): File => new File([text], name);

describe('uploads', () => {
  it('are served again byte for byte, with their type, at a signed address', async () => {
    const { discord, channelId } = await startDiscord();
    const data = Buffer.from([0, 13, 10, 45, 45, 255, 13, 10]);
    const { body } = await call(discord, 'POST', `/channels/${channelId}/messages`, {
      body: { content: 'x', attachments: [{ id: 0, description: 'Bytes' }] },
      files: { 'files[0]': new File([data], 'b.zip', { type: 'application/zip' }) },
    });
    const [attachment] = (body as { attachments: Attachment[] }).attachments;
    expect(attachment).toMatchObject({
      ...{ filename: 'b.zip', size: 8, description: 'Bytes', content_type: 'application/zip' },
    });
    const response = await rawFetch(attachment?.url ?? '');
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(data);
    const unsigned = (attachment?.url ?? '').replace(/\?.*/, '');
    expect((await rawFetch(unsigned)).status).toBe(404);
    expect((await rawFetch(`${unsigned}x?hm=1`)).status).toBe(404);
  });

  it('get a plain name, and keep their own as a title', async () => {
    const { member } = await startDiscord();
    const { attachments } = await member.post('x', [
      { name: 'Résumé of my day.txt', data: Buffer.from('a') },
      { name: '日本.md', data: Buffer.from('b') },
    ]);
    expect(attachments).toMatchObject([
      { filename: 'Resume_of_my_day.txt', title: 'Résumé of my day' },
      { filename: 'md', title: '日本', content_type: 'text/markdown; charset=utf-8' },
    ]);
  });

  it('stay on an edited message unless the edit leaves them out', async () => {
    const { discord, channelId } = await startDiscord();
    const list = `/channels/${channelId}/messages`;
    const files = { 'files[0]': FILE('a.txt', 'a'), 'files[1]': FILE('b.txt', 'b') };
    const made = (await call(discord, 'POST', list, { body: {}, files })).body as {
      id: string;
      attachments: Attachment[];
    };
    const path = `${list}/${made.id}`;
    const names = (body: unknown): string[] =>
      (body as { attachments: { filename: string }[] }).attachments.map((each) => each.filename);
    const same = await call(discord, 'PATCH', path, { body: { content: 'x' } });
    expect(names(same.body)).toEqual(['a.txt', 'b.txt']);
    const swapped = await call(discord, 'PATCH', path, {
      body: { attachments: [{ id: made.attachments[1]?.id }, { id: 0 }] },
      files: { 'files[0]': FILE('c.txt', 'c') },
    });
    expect(names(swapped.body)).toEqual(['b.txt', 'c.txt']);
    const unknown = await call(discord, 'PATCH', path, { body: { attachments: [{ id: '77' }] } });
    expect(unknown).toMatchObject({ status: 400, body: { errors: { attachments: {} } } });
  });

  it('are shown by components that name them', async () => {
    const { discord, channelId } = await startDiscord();
    const list = `/channels/${channelId}/messages`;
    const body = {
      flags: 1 << 15,
      components: [{ type: 13, file: { url: 'attachment://_a.txt' } }],
    };
    const files = { 'files[0]': FILE('_a.txt', 'abc') };
    const made = await call(discord, 'POST', list, { body, files });
    expect(made.body).toMatchObject({
      attachments: [],
      components: [
        {
          ...{ id: 1, type: 13, name: 'a.txt', size: 3 },
          file: { url: ANYTHING, attachment_id: ANYTHING },
        },
      ],
    });
    const lost = await call(discord, 'POST', list, { body, files: { 'files[0]': FILE('b', '') } });
    expect(lost).toMatchObject({ status: 400, body: { code: 50_035 } });
  });

  it('are refused when they are too large, not named as files, or not permitted', async () => {
    const { discord, guildId, channelId } = await startDiscord();
    const list = `/channels/${channelId}/messages`;
    const send = (files: Readonly<Record<string, File>>) =>
      call(discord, 'POST', list, { body: {}, files });
    const large = new File([new Uint8Array(10 * 1_048_576 + 1)], 'large.bin');
    expect(await send({ 'files[0]': large })).toMatchObject({
      status: 413,
      body: { code: 40_005 },
    });
    expect(await send({ upload: FILE('a', 'a') })).toMatchObject({ status: 400 });
    const deny = Bits.AttachFiles;
    discord.world.overwrite(channelId, { id: guildId, kind: 'role' }, { deny });
    expect(await send({ 'files[0]': FILE('a', 'a') })).toMatchObject({ body: { code: 50_013 } });
  });

  it('of the real client reach the person who asked', async () => {
    const { discord, member } = await startDiscord();
    await register(discord, [ASK]);
    await connectClient(discord, async (it) => {
      if (!it.isChatInputCommand()) return;
      await it.deferReply({ flags: MessageFlags.Ephemeral });
      await it.editReply({ files: [{ attachment: Buffer.from('line'), name: 'a.jsonl' }] });
    });
    const shown = await (await member.slash('ask')).reply();
    expect(shown.attachments).toMatchObject([{ filename: 'a.jsonl', size: 4, ephemeral: true }]);
    const response = await rawFetch(shown.attachments[0]?.url ?? '');
    expect(await response.text()).toBe('line');
  });
});
