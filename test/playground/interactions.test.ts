import { MessageFlags, type Interaction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { InteractionFailedError } from '../../src/playground/person/person.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import {
  ANYTHING,
  ASK,
  call,
  connectClient,
  register,
  startDiscord,
  type ApiResponse,
  type DiscordKit,
} from './discord-kit.ts';
import { RawGateway } from './raw-gateway.ts';

interface RawInteraction {
  readonly id: string;
  readonly token: string;
}

/** A bot without a library: hears interactions over a bare socket and answers with plain requests. */
async function startRaw(clock = new ManualClock()) {
  const kit = await startDiscord({ clock });
  await register(kit.discord, [ASK]);
  const gateway = new RawGateway(kit.discord);
  await gateway.identify(kit.discord);
  await gateway.next('GUILD_CREATE');
  let heard = 0;
  const hear = async (): Promise<RawInteraction> => {
    heard += 1;
    await gateway.count('INTERACTION_CREATE', heard);
    const events = gateway.received.filter(({ t }) => t === 'INTERACTION_CREATE');
    return events[heard - 1]?.d as unknown as RawInteraction;
  };
  const respond = ({ id, token }: RawInteraction, body: object, query = ''): Promise<ApiResponse> =>
    call(kit.discord, 'POST', `/interactions/${id}/${token}/callback${query}`, {
      body,
      token: null,
    });
  const hook = (
    { token }: RawInteraction,
    method: string,
    message: string | null,
    body?: object,
  ): Promise<ApiResponse> => {
    const path = `/webhooks/${kit.discord.applicationId}/${token}`;
    const whole = message === null ? path : `${path}/messages/${message}`;
    return call(kit.discord, method, whole, { body, token: null });
  };
  return { ...kit, clock, hear, respond, hook };
}

const DEFER = { type: 5 };
const PRIVATELY = { type: 5, data: { flags: 64 } };
const REPLY = { type: 4, data: { content: 'here' } };
const MODAL = {
  type: 9,
  data: {
    custom_id: 'form',
    title: 'Form',
    components: [{ type: 18, label: 'Text', component: { type: 4, custom_id: 'text', style: 1 } }],
  },
};

describe('what is sent', () => {
  it('says who, where, in which language and with what permissions', async () => {
    const { discord, guildId, channelId, member } = await startDiscord();
    await register(discord, [ASK]);
    const gateway = new RawGateway(discord);
    await gateway.identify(discord);
    await discord.ready();
    member.locale = 'de';
    await member.slash('ask');
    const { d } = await gateway.next('INTERACTION_CREATE');
    expect(d).toMatchObject({
      type: 2,
      version: 1,
      application_id: discord.applicationId,
      guild_id: guildId,
      channel_id: channelId,
      channel: { id: channelId, name: 'general' },
      guild: { id: guildId },
      locale: 'de',
      guild_locale: 'en-US',
      context: 0,
      authorizing_integration_owners: { '0': guildId },
      entitlements: [],
      member: { user: { id: member.userId, global_name: 'Ada' }, permissions: ANYTHING },
      data: { name: 'ask', type: 1 },
    });
  });

  it('an unknown language is refused before anything is sent', async () => {
    const { discord, member } = await startDiscord();
    await register(discord, [ASK]);
    member.locale = 'tlh';
    await expect(member.slash('ask')).rejects.toThrow('tlh');
    expect(discord.traffic.interactions).toEqual([]);
  });
});

describe('the first response', () => {
  it('is shown, and given back when it is asked for', async () => {
    const { hear, respond, member, channelId, discord } = await startRaw();
    const pending = await member.slash('ask');
    const answer = await respond(await hear(), REPLY, '?with_response=true');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        interaction: {
          ...{ id: pending.id, type: 2 },
          ...{ response_message_ephemeral: false, response_message_loading: false },
        },
        resource: { type: 4, message: { content: 'here', channel_id: channelId } },
      },
    });
    expect(await pending.acknowledged()).toEqual({ kind: 'message', afterMs: 0 });
    expect((await pending.reply()).text).toBe('here');
    expect(discord.traffic.interactions).toEqual([
      { id: pending.id, name: 'ask', acknowledgedMs: 0, failed: false },
    ]);
  });

  it('is answered with nothing by default', async () => {
    const { hear, respond, member } = await startRaw();
    await member.slash('ask');
    expect(await respond(await hear(), REPLY)).toMatchObject({ status: 204, body: null });
  });

  it('must come within 3 s, of the clock', async () => {
    const { hear, respond, member, clock, discord } = await startRaw();
    const [forgotten, answered] = [await member.slash('ask'), await member.slash('ask')];
    await hear();
    const second = await hear();
    clock.advance(2_999);
    expect((await respond(second, REPLY)).status).toBe(204);
    const failure = forgotten.reply();
    clock.advance(1);
    await expect(failure).rejects.toBeInstanceOf(InteractionFailedError);
    expect(await answered.acknowledged()).toEqual({ kind: 'message', afterMs: 2_999 });
    expect(discord.traffic.interactions.map(({ failed }) => failed)).toEqual([true, false]);
  });

  it('is refused afterwards, and for what was never sent', async () => {
    const { hear, respond, hook, member, clock } = await startRaw();
    const pending = await member.slash('ask');
    const interaction = await hear();
    const unknown = { status: 404, body: { code: 10_062, message: 'Unknown interaction' } };
    expect(await respond({ ...interaction, token: 'wrong' }, REPLY)).toMatchObject(unknown);
    expect(await respond({ ...interaction, id: '1' }, REPLY)).toMatchObject(unknown);
    clock.advance(3_000);
    expect(await respond(interaction, REPLY)).toMatchObject(unknown);
    expect(await hook(interaction, 'GET', '@original')).toMatchObject({ body: { code: 10_015 } });
    await expect(pending.acknowledged()).rejects.toThrow('did not respond');
  });

  it('is refused a second time', async () => {
    const { hear, respond, member, discord, channelId } = await startRaw();
    await member.slash('ask');
    const interaction = await hear();
    await respond(interaction, REPLY);
    expect(await respond(interaction, REPLY)).toMatchObject({
      status: 400,
      body: { code: 40_060, message: 'Interaction has already been acknowledged.' },
    });
    expect(discord.world.messages(channelId)).toHaveLength(1);
  });

  it.each([
    ['an update of no message', { type: 7, data: { content: 'x' } }, 'type'],
    ['a deferred update of no message', { type: 6 }, 'type'],
    ['choices for a command', { type: 8, data: { choices: [] } }, 'type'],
    ['a deferral with more than EPHEMERAL', { type: 5, data: { flags: 1 << 15 } }, 'data'],
    ['a deferral with content', { type: 5, data: { content: 'x' } }, 'data'],
    ['too long a content', { type: 4, data: { content: 'x'.repeat(2_001) } }, 'data'],
    ['a modal without a title', { type: 9, data: { ...MODAL.data, title: undefined } }, 'data'],
    ['an unknown type', { type: 99 }, 'type'],
  ])('cannot be %s', async (_, body, place) => {
    const { hear, respond, member } = await startRaw();
    await member.slash('ask');
    const interaction = await hear();
    expect(await respond(interaction, body)).toMatchObject({
      status: 400,
      body: { code: 50_035, errors: { [place]: ANYTHING } },
    });
    // Nothing was used up by it.
    expect((await respond(interaction, REPLY)).status).toBe(204);
  });
});

describe('a deferral', () => {
  it('fixes who sees the reply; the edit cannot change that', async () => {
    const { hear, respond, hook, member, discord, channelId } = await startRaw();
    const pending = await member.slash('ask');
    const interaction = await hear();
    await respond(interaction, PRIVATELY);
    const shown = pending.reply();
    const edited = await hook(interaction, 'PATCH', '@original', { content: 'done', flags: 0 });
    expect(edited.body).toMatchObject({ content: 'done', flags: 64, edited_timestamp: null });
    expect((await shown).ephemeral).toBe(true);
    expect(discord.world.messages(channelId)).toEqual([]);
    expect(member.seen().map(({ text }) => text)).toEqual(['done']);
    const { id } = discord.world.addMember(discord.world.addGuild({ name: 'x' }).id, { name: 'y' });
    expect(() => discord.as(id, channelId).seen()).toThrow('not have permission to view messages');
  });

  it('in public cannot become private', async () => {
    const { hear, respond, hook, member } = await startRaw();
    const pending = await member.slash('ask');
    const interaction = await hear();
    await respond(interaction, DEFER);
    await hook(interaction, 'PATCH', '@original', { content: 'done', flags: 64 });
    expect((await pending.reply()).ephemeral).toBe(false);
  });

  it('is completed by the first message that follows, as private as it was', async () => {
    const { hear, respond, hook, member } = await startRaw();
    const pending = await member.slash('ask');
    const interaction = await hear();
    await respond(interaction, PRIVATELY);
    const followed = await hook(interaction, 'POST', null, { content: 'done' });
    expect(followed.body).toMatchObject({ flags: 64 });
    expect((await pending.reply()).id).toBe((followed.body as { id: string }).id);
    const second = await hook(interaction, 'POST', null, { content: 'more' });
    expect(second.body).toMatchObject({ content: 'more', flags: 0 });
    expect(pending.followUps.map(({ text }) => text)).toEqual(['more']);
  });

  it('is not followed by a modal', async () => {
    const { hear, respond, member } = await startRaw();
    await member.slash('ask');
    const interaction = await hear();
    await respond(interaction, DEFER);
    expect(await respond(interaction, MODAL)).toMatchObject({ body: { code: 40_060 } });
  });

  it('that nobody completes is a failure when the token ends', async () => {
    const { hear, respond, member, clock } = await startRaw();
    const pending = await member.slash('ask');
    await respond(await hear(), DEFER);
    const reply = pending.reply();
    clock.advance(15 * 60_000);
    await expect(reply).rejects.toBeInstanceOf(InteractionFailedError);
  });
});

describe('the webhook of an interaction', () => {
  it('does not exist before the first response', async () => {
    const { hear, hook, member } = await startRaw();
    await member.slash('ask');
    const interaction = await hear();
    const unknown = { status: 404, body: { code: 10_015, message: 'Unknown Webhook' } };
    expect(await hook(interaction, 'POST', null, { content: 'x' })).toMatchObject(unknown);
    expect(await hook(interaction, 'PATCH', '@original', { content: 'x' })).toMatchObject(unknown);
    expect(await hook({ id: '', token: 'none' }, 'GET', '@original')).toMatchObject(unknown);
  });

  it('reads, edits and deletes the reply and what followed, and nothing else', async () => {
    const { hear, respond, hook, member } = await startRaw();
    const foreign = await member.post('foreign');
    const pending = await member.slash('ask');
    const interaction = await hear();
    await respond(interaction, REPLY);
    const more = await hook(interaction, 'POST', null, { content: 'more', flags: 64 });
    const id = (more.body as { id: string }).id;
    expect(more.body).toMatchObject({ flags: 64, webhook_id: ANYTHING });
    expect(await hook(interaction, 'GET', id)).toMatchObject({ body: { content: 'more' } });
    expect(await hook(interaction, 'GET', '@original')).toMatchObject({
      body: { content: 'here' },
    });
    const edited = await hook(interaction, 'PATCH', id, { content: 'changed' });
    expect(edited).toMatchObject({ body: { content: 'changed', flags: 64 } });
    expect((await hook(interaction, 'DELETE', id)).status).toBe(204);
    expect(pending.followUps).toEqual([]);
    expect((await hook(interaction, 'DELETE', '@original')).status).toBe(204);
    const gone = { status: 404, body: { code: 10_008 } };
    expect(await hook(interaction, 'PATCH', '@original', { content: 'x' })).toMatchObject(gone);
    expect(await hook(interaction, 'GET', id)).toMatchObject(gone);
    expect(await hook(interaction, 'PATCH', foreign.id, { content: 'x' })).toMatchObject(gone);
    await expect(pending.reply()).rejects.toThrow('deleted');
  });

  it('lives for 15 minutes', async () => {
    const { hear, respond, hook, member, clock } = await startRaw();
    await member.slash('ask');
    const interaction = await hear();
    await respond(interaction, DEFER);
    clock.advance(15 * 60_000 - 1);
    expect((await hook(interaction, 'PATCH', '@original', { content: 'x' })).status).toBe(200);
    clock.advance(1);
    const over = { status: 401, body: { code: 50_027, message: 'Invalid Webhook Token' } };
    expect(await hook(interaction, 'PATCH', '@original', { content: 'y' })).toMatchObject(over);
    expect(await hook(interaction, 'POST', null, { content: 'y' })).toMatchObject(over);
  });

  it('takes Components V2 for what was deferred, and keeps them', async () => {
    const { hear, respond, hook, member } = await startRaw();
    const pending = await member.slash('ask');
    const interaction = await hear();
    await respond(interaction, DEFER);
    const components = [{ type: 17, components: [{ type: 10, content: 'boxed' }] }];
    await hook(interaction, 'PATCH', '@original', { flags: 1 << 15, components });
    const legacy = await hook(interaction, 'PATCH', '@original', { content: 'x' });
    expect(legacy).toMatchObject({ status: 400, body: { errors: { content: {} } } });
    expect((await pending.reply()).text).toBe('boxed');
  });
});

describe('the real client', () => {
  async function startClient(
    handle: (interaction: Interaction) => Promise<unknown>,
  ): Promise<DiscordKit> {
    const kit = await startDiscord();
    await register(kit.discord, [ASK]);
    await connectClient(kit.discord, handle);
    return kit;
  }

  it('sees every state of a reply that it edits', async () => {
    const { member, discord } = await startClient(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      for (const step of ['one', 'two', 'three']) await interaction.editReply(step);
    });
    const pending = await member.slash('ask');
    const states: string[] = [];
    await pending.until(({ text }) => {
      if (states.at(-1) !== text) states.push(text);
      return text === 'three';
    });
    expect(states).toEqual(['one', 'two', 'three']);
    expect(discord.traffic.violations).toEqual([]);
  });

  it('updates the message of a button, at once or later', async () => {
    const row = (id: string) => ({
      type: 1,
      components: [{ type: 2, style: 1, label: id, custom_id: id }],
    });
    const { member } = await startClient(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'start', components: [row('now')] });
      } else if (interaction.isButton() && interaction.customId === 'now') {
        await interaction.update({ content: 'now', components: [row('later')] });
      } else if (interaction.isButton()) {
        await interaction.deferUpdate();
        await interaction.editReply({ content: 'later', components: [] });
        await interaction.followUp({ content: 'psst', flags: MessageFlags.Ephemeral });
      }
    });
    const first = await (await member.slash('ask')).reply();
    const now = await member.click(first, 'now');
    expect((await now.acknowledged()).kind).toBe('update');
    const second = await now.reply();
    expect([second.id, second.text]).toEqual([first.id, 'now']);
    await expect(member.click(first, 'now')).rejects.toThrow('no button now among: later');
    const later = await member.click(second, 'later');
    expect((await later.acknowledged()).kind).toBe('deferred');
    const third = await later.until(({ text }) => text === 'later');
    expect([third.id, third.buttons]).toEqual([first.id, []]);
  });

  it('answers a modal, but not with a modal', async () => {
    const refusals: unknown[] = [];
    const { member, discord } = await startClient(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(MODAL.data);
      if (!interaction.isModalSubmit()) return;
      const { id, token } = interaction;
      const body = { body: MODAL, token: null };
      const path = `/interactions/${id}/${token}/callback`;
      refusals.push((await call(discord, 'POST', path, body)).body);
      await interaction.reply(interaction.fields.getTextInputValue('text'));
    });
    const opened = await member.slash('ask');
    expect((await opened.acknowledged()).kind).toBe('modal');
    const submitted = await member.submit(await opened.modal(), { text: 'words' });
    expect((await submitted.reply()).text).toBe('words');
    expect(refusals).toMatchObject([
      { code: 50_035, errors: { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } },
    ]);
    await expect(opened.reply()).rejects.toThrow('answered with a modal');
    await expect(submitted.modal()).rejects.toThrow('not with a modal');
  });
});
