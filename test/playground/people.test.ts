import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits as Bits,
  type Interaction,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { InteractionFailedError } from '../../src/playground/person/person.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { ASK, connectClient, register, startDiscord, type DiscordKit } from './discord-kit.ts';

const EVERYTHING: RESTPostAPIApplicationCommandsJSONBody = {
  name: 'tell',
  description: 'Takes everything',
  options: [
    {
      ...{ name: 'text', description: 'x', type: Option.String, required: true },
      ...{ min_length: 2, max_length: 5 },
    },
    { name: 'count', description: 'x', type: Option.Integer, min_value: 1, max_value: 9 },
    { name: 'share', description: 'x', type: Option.Number },
    { name: 'sure', description: 'x', type: Option.Boolean },
    { name: 'who', description: 'x', type: Option.User },
    {
      name: 'where',
      description: 'x',
      type: Option.Channel,
      channel_types: [ChannelType.GuildText],
    },
    { name: 'as', description: 'x', type: Option.Role },
    { name: 'file', description: 'x', type: Option.Attachment },
    {
      ...{ name: 'size', description: 'x', type: Option.String },
      choices: [{ name: 'Small', value: 's' }],
    },
    { name: 'topic', description: 'x', type: Option.String, autocomplete: true },
  ],
};

async function start(
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
  handle: (interaction: Interaction) => Promise<unknown>,
): Promise<DiscordKit> {
  const kit = await startDiscord();
  await register(kit.discord, commands);
  await connectClient(kit.discord, handle);
  return kit;
}

describe('slash commands', () => {
  it('bring options of every type with what they name', async () => {
    const { discord, guildId, channelId, member } = await start([EVERYTHING], async (it) => {
      if (!it.isChatInputCommand()) return;
      const { options } = it;
      const file = options.getAttachment('file', true);
      const role = options.getRole('as', true);
      await it.reply(
        [
          options.getString('text', true),
          options.getInteger('count', true),
          options.getNumber('share', true),
          options.getBoolean('sure', true),
          options.getUser('who', true).username,
          options.getMember('who') === null,
          options.getChannel('where', true).name,
          role.name,
          [file.name, file.size, file.contentType].join(),
          options.getString('size', true),
        ].join(' '),
      );
    });
    const role = discord.world.addRole(guildId, { name: 'Editors', permissions: 0n }).id;
    const pending = await member.slash('tell', {
      ...{ text: 'abc', count: 3, share: 0.5, sure: true, who: member.userId },
      ...{ where: channelId, as: role, size: 's' },
      file: { file: { name: 'notes.txt', data: Buffer.from('hi') } },
    });
    expect((await pending.reply()).text).toBe(
      'abc 3 0.5 true ada false general Editors notes.txt,2,text/plain; charset=utf-8 s',
    );
  });

  it.each([
    ['a required option is missing', {}, 'text is required'],
    ['a text is too short', { text: 'a' }, 'takes 2 to 5 characters'],
    ['a text is too long', { text: 'abcdef' }, 'takes 2 to 5 characters'],
    ['a number is too large', { text: 'abc', count: 10 }, 'takes 1 to 9'],
    ['an integer has a fraction', { text: 'abc', count: 1.5 }, 'does not take 1.5'],
    ['a type is wrong', { text: 3 }, 'does not take 3'],
    ['a choice does not exist', { text: 'abc', size: 'xl' }, 'no choice "xl"'],
    ['a user does not exist', { text: 'abc', who: '1' }, 'does not take "1"'],
    ['an option does not exist', { text: 'abc', other: 1 }, 'no option other'],
    ['a file is none', { text: 'abc', file: 'name' }, 'does not take "name"'],
  ])('are not sent when %s', async (_, options, message) => {
    const { discord, member } = await startDiscord();
    await register(discord, [EVERYTHING]);
    await expect(member.slash('tell', options)).rejects.toThrow(message);
    expect(discord.traffic.interactions).toEqual([]);
  });

  it('are named by their subcommand', async () => {
    const sub = { type: Option.Subcommand as const, name: 'list', description: 'x' };
    const group = {
      ...{ type: Option.SubcommandGroup as const, name: 'more', description: 'x' },
      options: [{ ...sub, name: 'deep' }],
    };
    const command = { name: 'archive', description: 'x', options: [sub, group] };
    const { member, discord } = await start([command], async (it) => {
      if (!it.isChatInputCommand()) return;
      const { options } = it;
      await it.reply(`${String(options.getSubcommandGroup())} ${options.getSubcommand()}`);
    });
    expect((await (await member.slash('archive list')).reply()).text).toBe('null list');
    expect((await (await member.slash('archive more deep')).reply()).text).toBe('more deep');
    await expect(member.slash('archive')).rejects.toThrow('a subcommand such as list');
    await expect(member.slash('archive gone')).rejects.toThrow('no subcommand gone');
    expect(discord.traffic.interactions.map(({ name }) => name)).toEqual([
      'archive list',
      'archive more deep',
    ]);
  });

  it('are offered by permission, unless the administrators opened them', async () => {
    const { discord, guildId, channelId, member } = await startDiscord();
    const wanted = String(Bits.ManageMessages);
    await register(discord, [
      { ...ASK, name: 'moderate', default_member_permissions: wanted },
      { ...ASK, name: 'admin', default_member_permissions: '0' },
      { ...ASK, name: 'private', contexts: [InteractionContextType.BotDM] },
    ]);
    const roleWith = (permissions: bigint) => {
      const role = discord.world.addRole(guildId, { name: 'r', permissions }).id;
      const { id } = discord.world.addMember(guildId, { name: 'm', roles: [role] });
      return discord.as(id, channelId);
    };
    const moderator = roleWith(Bits.ManageMessages);
    const admin = roleWith(Bits.Administrator);
    await expect(member.slash('moderate')).rejects.toThrow('may not use the command moderate');
    await expect(moderator.slash('moderate')).resolves.toHaveProperty('id');
    await expect(moderator.slash('admin')).rejects.toThrow('may not use');
    await expect(admin.slash('admin')).resolves.toHaveProperty('id');
    await expect(admin.slash('private')).rejects.toThrow('cannot be used in servers');
    await expect(member.slash('none')).rejects.toThrow('no command none');
    discord.world.allowCommandToEveryone(guildId, 'moderate');
    await expect(member.slash('moderate')).resolves.toHaveProperty('id');
    const deny = Bits.UseApplicationCommands;
    discord.world.overwrite(channelId, { id: guildId, kind: 'role' }, { deny });
    await expect(member.slash('moderate')).rejects.toThrow('may not use commands here');
  });

  it('offer choices while the person types', async () => {
    const { member } = await start([EVERYTHING], async (it) => {
      if (!it.isAutocomplete()) return;
      const typed = it.options.getFocused(true);
      await it.respond([{ name: `${typed.name} ${typed.value}`, value: 'v' }]);
    });
    expect(await member.complete('tell', { topic: 'te' }, 'topic')).toEqual([
      { name: 'topic te', value: 'v' },
    ]);
    expect(await member.complete('tell', {}, 'topic')).toMatchObject([{ name: 'topic ' }]);
    await expect(member.complete('tell', {}, 'text')).rejects.toThrow('offers nothing');
  });

  it('offer nothing when the bot does not answer', async () => {
    const clock = new ManualClock();
    const { discord, member } = await startDiscord({ clock });
    await register(discord, [EVERYTHING]);
    const choices = member.complete('tell', {}, 'topic');
    clock.advance(3_000);
    await expect(choices).rejects.toBeInstanceOf(InteractionFailedError);
  });
});

describe('commands on messages', () => {
  it('bring the message with its files, whatever the intents are', async () => {
    const command = { name: 'Read this', type: ApplicationCommandType.Message as const };
    const { member } = await start([command], async (it) => {
      if (!it.isMessageContextMenuCommand()) return;
      const { content, attachments, author } = it.targetMessage;
      const names = attachments.map(({ name }) => name).join();
      await it.reply(`${author.username}: ${content} ${names}`);
    });
    const { id } = await member.post('look', [{ name: 'a.md', data: Buffer.from('# A') }]);
    const pending = await member.useOnMessage('Read this', id);
    expect((await pending.reply()).text).toBe('ada: look a.md');
    await expect(member.useOnMessage('Read this', '1')).rejects.toThrow('not there any more');
    await expect(member.slash('Read this')).rejects.toThrow('no command');
  });
});

describe('components', () => {
  const select = {
    ...{ type: ComponentType.StringSelect as const, custom_id: 'pick', max_values: 2 },
    options: ['a', 'b', 'c'].map((value) => ({ label: value, value })),
  };
  const buttons = [
    { type: 2 as const, style: 1 as const, custom_id: 'go', label: 'Go' },
    { type: 2 as const, style: 2 as const, custom_id: 'up', emoji: { name: '👍' } },
    { type: 2 as const, style: 2 as const, custom_id: 'no', label: 'No', disabled: true },
    { type: 2 as const, style: 5 as const, url: 'https://example.org', label: 'Link' },
  ];

  async function startRows(ephemeral = false): Promise<DiscordKit> {
    return await start([ASK], async (it) => {
      if (it.isChatInputCommand()) {
        await it.reply({
          content: 'choose',
          components: [
            { type: ComponentType.ActionRow, components: buttons },
            { type: ComponentType.ActionRow, components: [select] },
          ],
          ...(ephemeral ? { flags: MessageFlags.Ephemeral } : {}),
        });
      } else if (it.isButton()) await it.reply(`clicked ${it.customId}`);
      else if (it.isStringSelectMenu()) await it.reply(`picked ${it.values.join()}`);
    });
  }

  it('are found by label, emoji or custom id, and refused when they cannot be used', async () => {
    const { member } = await startRows();
    const shown = await (await member.slash('ask')).reply();
    expect(shown.buttons).toEqual([
      { label: 'Go', customId: 'go', url: null, disabled: false },
      { label: '👍', customId: 'up', url: null, disabled: false },
      { label: 'No', customId: 'no', url: null, disabled: true },
      { label: 'Link', customId: null, url: 'https://example.org', disabled: false },
    ]);
    for (const which of ['Go', '👍', 'go']) {
      const reply = await (await member.click(shown, which)).reply();
      expect(reply.text).toBe(`clicked ${which === '👍' ? 'up' : 'go'}`);
    }
    await expect(member.click(shown, 'No')).rejects.toThrow('disabled');
    await expect(member.click(shown, 'Link')).rejects.toThrow('a link');
    await expect(member.click(shown, 'Stop')).rejects.toThrow('no button Stop');
  });

  it('of a select give what was chosen, within its bounds', async () => {
    const { member } = await startRows();
    const shown = await (await member.slash('ask')).reply();
    const picked = await (await member.select(shown, 'pick', ['a', 'c'])).reply();
    expect(picked.text).toBe('picked a,c');
    await expect(member.select(shown, 'pick', [])).rejects.toThrow('takes 1 to 2');
    await expect(member.select(shown, 'pick', ['z'])).rejects.toThrow('does not offer z');
    await expect(member.select(shown, 'other', ['a'])).rejects.toThrow('no select other');
  });

  it('can be forged', async () => {
    const { member } = await startRows();
    const shown = await (await member.slash('ask')).reply();
    const pending = await member.forgeClick(shown, 'never:there');
    expect((await pending.reply()).text).toBe('clicked never:there');
  });

  it('of a private message are for its owner alone', async () => {
    const { member, discord, guildId, channelId } = await startRows(true);
    const other = discord.as(discord.world.addMember(guildId, { name: 'Bea' }).id, channelId);
    const shown = await (await member.slash('ask')).reply();
    expect(member.seen()).toHaveLength(1);
    expect(other.seen()).toEqual([]);
    await expect(other.click(shown, 'Go')).rejects.toThrow('not there any more');
    await expect(other.forgeClick(shown, 'Go')).rejects.toThrow('not there any more');
  });
});

describe('modals', () => {
  const form = {
    ...{ custom_id: 'form', title: 'Form' },
    components: [
      { type: 10 as const, content: 'Please fill in.' },
      {
        ...{ type: 18 as const, label: 'Name' },
        component: {
          ...{ type: 4 as const, custom_id: 'name', style: 1 as const },
          ...{ value: 'Ada', max_length: 5 },
        },
      },
      {
        ...{ type: 18 as const, label: 'Files' },
        component: { type: 19 as const, custom_id: 'files', max_values: 2, required: false },
      },
      {
        ...{ type: 18 as const, label: 'Kind' },
        component: {
          ...{ type: 3 as const, custom_id: 'kind' },
          options: [{ label: 'News', value: 'n' }],
        },
      },
    ],
  };

  async function startForm(): Promise<DiscordKit> {
    return await start([ASK], async (it) => {
      if (it.isChatInputCommand()) await it.showModal(form);
      if (!it.isModalSubmit()) return;
      const files = it.fields.getUploadedFiles('files')?.map(({ name }) => name) ?? [];
      const kind = it.fields.getStringSelectValues('kind').join();
      await it.reply(`${it.fields.getTextInputValue('name')} ${files.join()} ${kind}`);
    });
  }

  it('are filled in with texts, files and choices', async () => {
    const { member } = await startForm();
    const modal = await (await member.slash('ask')).modal();
    expect(modal.values).toEqual({ name: 'Ada' });
    const files = ['a.txt', 'b.txt'].map((name) => ({ name, data: Buffer.from('x') }));
    const all = await member.submit(modal, { name: 'Bea', files, kind: ['n'] });
    expect((await all.reply()).text).toBe('Bea a.txt,b.txt n');
    const least = await member.submit(modal, { kind: 'n' });
    expect((await least.reply()).text).toBe('Ada  n');
  });

  it.each([
    ['a text is too long', { name: 'abcdef', kind: 'n' }, 'takes 0 to 5 characters'],
    ['a text is empty', { name: '', kind: 'n' }, 'name is required'],
    ['nothing was chosen', {}, 'kind takes 1 to 1 values'],
    ['a choice does not exist', { kind: 'x' }, 'does not offer x'],
    ['a text stands for a file', { kind: 'n', files: ['a.txt'] }, 'takes files'],
    ['an input does not exist', { kind: 'n', other: 'x' }, 'no input other'],
  ])('are not sent when %s', async (_, values, message) => {
    const { member } = await startForm();
    const modal = await (await member.slash('ask')).modal();
    await expect(member.submit(modal, values)).rejects.toThrow(message);
  });

  it('are sent by who opened them', async () => {
    const { member, discord, guildId, channelId } = await startForm();
    const modal = await (await member.slash('ask')).modal();
    const other = discord.as(discord.world.addMember(guildId, { name: 'Bea' }).id, channelId);
    await expect(other.submit(modal, { kind: 'n' })).rejects.toThrow('not open any more');
  });

  it('of old action rows work too', async () => {
    const { member } = await start([ASK], async (it) => {
      if (it.isChatInputCommand()) {
        const input = { type: 4 as const, custom_id: 'old', label: 'Old', style: 2 as const };
        const components = [{ type: 1 as const, components: [input] }];
        await it.showModal({ custom_id: 'form', title: 'Form', components });
      }
      if (it.isModalSubmit()) await it.reply(it.fields.getTextInputValue('old'));
    });
    const modal = await (await member.slash('ask')).modal();
    const submitted = await member.submit(modal, { old: 'two\nlines' });
    expect((await submitted.reply()).text).toBe('two\nlines');
  });
});

describe('posting', () => {
  it('needs something to say, at most 2000 characters, and permission', async () => {
    const { discord, guildId, channelId, member } = await startDiscord();
    await expect(member.post('')).rejects.toThrow('empty');
    await expect(member.post('x'.repeat(2_001))).rejects.toThrow('too long');
    await expect(member.post('x'.repeat(2_000))).resolves.toMatchObject({ channel_id: channelId });
    const deny = Bits.AttachFiles;
    discord.world.overwrite(channelId, { id: guildId, kind: 'role' }, { deny });
    const file = { name: 'a.txt', data: Buffer.from('a') };
    await expect(member.post('x', [file])).rejects.toThrow('not have permission to attach files');
  });
});
