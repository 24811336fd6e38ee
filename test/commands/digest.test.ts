import {
  ChannelType,
  PermissionFlagsBits as Bits,
  REST,
  Routes,
  type APIChannel,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { digestTexts } from '../../src/discord/texts/digest/index.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { expectNoViolations, privateReplyTo } from './archive-bot.ts';
import { startDigestBot, type DigestBot } from './digest-bot.ts';

const texts = digestTexts.en;

async function settingsOf(bot: DigestBot) {
  return (await bot.digests()).map(({ schedule }) => schedule);
}

describe('/digest schedule', () => {
  it('schedules a digest and says in plain words what will be posted, and when first', async () => {
    const bot = await startDigestBot();
    const reply = await bot.schedule();
    const [digest] = await settingsOf(bot);
    expect(digest).toMatchObject({
      channelId: bot.newsId,
      time: '08:00',
      zone: 'Europe/Berlin',
      days: 'every',
      sections: [],
      topic: null,
      style: 'compact',
      whenEmpty: 'skip',
      catchUp: 'late',
      mentionRole: null,
      publish: false,
      language: 'en',
      createdBy: bot.manager.userId,
    });
    expect(reply.text).toContain(`**Every day at 08:00** (Europe\\/Berlin) in <#${bot.newsId}>`);
    // 2 March 2024, 07:00 UTC.
    expect(reply.text).toContain('The first one comes on <t:1709362800:f>, <t:1709362800:R>.');
    expect(reply.text).toContain(texts.schedule.fromNowOn);
    expect(reply.buttons.map(({ label }) => label)).toEqual(['Preview', 'Remove']);
    expectNoViolations(bot);
  });

  it('takes every option, the sections with commas in their names', async () => {
    const bot = await startDigestBot();
    const { world } = bot.discord;
    const sections = ['World', 'Arts, Culture', 'Politics & *Law*'];
    await bot.share(...sections.map((section) => draftAbout(`story of ${section}`, { section })));
    const channel = world.addChannel(bot.guildId, { name: 'wire', kind: 'announcement' }).id;
    const role = world.addRole(bot.guildId, { name: 'Readers', permissions: 0n }).id;
    const reply = await bot.schedule({
      channel,
      time: '5:30pm',
      timezone: 'new york',
      days: 'weekdays',
      section: 'arts,  culture, politics & *law*',
      topic: '  the harbour and its *bridges* ',
      style: 'full',
      when_empty: 'say',
      role,
      catch_up: 'merge',
      publish: true,
      language: 'fr',
    });
    const [digest] = await settingsOf(bot);
    expect(digest).toMatchObject({
      channelId: channel,
      time: '17:30',
      zone: 'America/New_York',
      days: 'weekdays',
      sections: ['Arts, Culture', 'Politics & *Law*'],
      topic: 'the harbour and its *bridges*',
      style: 'full',
      whenEmpty: 'say',
      catchUp: 'merge',
      mentionRole: role,
      publish: true,
      language: 'fr',
    });
    expect(reply.text).toContain('**Monday to Friday at 17:30** (America\\/New\\_York)');
    expect(reply.text).toContain('- Sections: Arts\\, Culture, Politics \\& \\*Law\\*');
    expect(reply.text).toContain('- Topic: the harbour and its \\*bridges\\*');
    expect(reply.text).toContain('- Full, with quotations · Français');
    expect(reply.text).toContain(`- Notifies <@&${role}>`);
    expect(reply.message.mention_roles).toEqual([]);
    expectNoViolations(bot);
  });

  it('speaks the manager’s language, and so does the digest', async () => {
    const bot = await startDigestBot();
    bot.manager.locale = 'de';
    const reply = await bot.schedule({ days: '3' });
    expect(reply.text).toContain('**Jeden Mittwoch um 08:00** (Europe\\/Berlin)');
    expect(reply.text).toContain('Der erste kommt am <t:1709708400:f>');
    expect((await settingsOf(bot))[0]).toMatchObject({ language: 'de', days: 3 });
    const wrong = await bot.schedule({ time: 'bald', timezone: 'Mond' });
    expect(wrong.text).toContain(digestTexts.de.errors['bad-time']('bald'));
    expect(wrong.text).toContain(digestTexts.de.errors['bad-zone']('Mond'));
  });

  it('says everything that is wrong at once, and schedules nothing', async () => {
    const bot = await startDigestBot();
    const { world } = bot.discord;
    await bot.share(draftAbout('harbour'));
    const everyone = { id: bot.guildId, kind: 'role' } as const;
    world.overwrite(bot.newsId, everyone, { deny: Bits.EmbedLinks | Bits.MentionEveryone });
    const role = world.addRole(bot.guildId, { name: 'Readers', permissions: 0n }).id;
    const { text } = await bot.schedule({
      time: '25:00',
      timezone: 'Atlantis',
      section: 'World, Wrold',
      role,
      publish: true,
    });
    expect(text.split('\n')).toEqual([
      texts.refused.intro,
      `- ${texts.refused.lacks(`<#${bot.newsId}>`, '“Embed Links”')}`,
      `- ${texts.errors['bad-time']('25\\:00')}`,
      `- ${texts.errors['bad-zone']('Atlantis')}`,
      `- ${texts.refused.noSections('Wrold')} ${texts.refused.known('World')}`,
      `- ${texts.refused.roleNotYours(`<@&${role}>`)}`,
      `- ${texts.refused.publishElsewhere}`,
    ]);
    expect(await settingsOf(bot)).toEqual([]);
    expectNoViolations(bot);
  });
});

describe('the channel of a digest', () => {
  it('is a text, announcement or forum channel, and the missing permission is named', async () => {
    const bot = await startDigestBot();
    const { world } = bot.discord;
    const me = { id: bot.discord.applicationId, kind: 'member' } as const;
    for (const [kind, bit, name] of [
      ['text', Bits.ViewChannel, 'View Channel'],
      ['text', Bits.SendMessages, 'Send Messages'],
      ['announcement', Bits.EmbedLinks, 'Embed Links'],
      ['forum', Bits.SendMessagesInThreads, 'Send Messages in Threads'],
    ] as const) {
      const channel = world.addChannel(bot.guildId, { name: 'elsewhere', kind }).id;
      world.overwrite(channel, me, { deny: bit });
      const before = await settingsOf(bot);
      const { text } = await bot.schedule({ channel });
      expect(text).toContain(`In <#${channel}> I still need:`);
      expect(text).toContain(`“${name}”`);
      expect(await settingsOf(bot)).toEqual(before);
      world.overwrite(channel, me, { allow: bit });
      expect((await bot.schedule({ channel })).text).toContain(texts.schedule.title);
      expect((await settingsOf(bot)).map(({ channelId }) => channelId)).toContain(channel);
    }
    expectNoViolations(bot);
  });

  it('may be a thread, unless it is locked', async () => {
    const bot = await startDigestBot();
    const { world } = bot.discord;
    const wire = world.addChannel(bot.guildId, { name: 'wire', kind: 'announcement' }).id;
    const rest = new REST({ api: bot.discord.apiUrl }).setToken(bot.discord.token);
    const open = async (channel: string, type: ChannelType): Promise<string> => {
      const body = { name: 'Every morning', type };
      return ((await rest.post(Routes.threads(channel), { body })) as APIChannel).id;
    };
    const thread = await open(bot.newsId, ChannelType.PublicThread);
    const announced = await open(wire, ChannelType.AnnouncementThread);
    for (const channel of [thread, announced]) {
      expect((await bot.schedule({ channel })).text).toContain(`in <#${channel}>`);
    }
    world.setBotPermissions(bot.guildId, Bits.ManageThreads);
    await rest.patch(Routes.channel(thread), { body: { locked: true } });
    world.setBotPermissions(bot.guildId, 0n);
    expect((await bot.schedule({ channel: thread })).text).toBe(
      texts.refused.obstacles.locked(`<#${thread}>`),
    );
    const me = { id: bot.discord.applicationId, kind: 'member' } as const;
    world.overwrite(wire, me, { deny: Bits.SendMessagesInThreads });
    expect((await bot.schedule({ channel: announced })).text).toBe(
      texts.refused.lacks(`<#${announced}>`, '“Send Messages in Threads”'),
    );
    expect((await settingsOf(bot)).map(({ channelId }) => channelId)).toEqual([thread, announced]);
    expectNoViolations(bot);
  });

  it('may lack what makes a digest better, which is said, up to as many as can be', async () => {
    const bot = await startDigestBot();
    for (let at = 0; at < 24; at += 1) await bot.add();
    const me = { id: bot.discord.applicationId, kind: 'member' } as const;
    const deny = Bits.CreatePublicThreads | Bits.ReadMessageHistory;
    bot.discord.world.overwrite(bot.newsId, me, { deny });
    const { text } = await bot.schedule();
    const hint = texts.schedule.lessWithout('“Read Message History”, “Create Public Threads”');
    expect(text).toContain(hint);
    expect((await bot.schedule()).text).toBe(texts.errors['too-many']('25'));
    expect(await settingsOf(bot)).toHaveLength(25);
  });
});

describe('the role of a digest', () => {
  it('is not everyone, and one that both the manager and the bot may mention in that channel', async () => {
    const bot = await startDigestBot();
    expect((await bot.schedule({ role: bot.guildId })).text).toBe(texts.refused.roleEveryone);
    const { world } = bot.discord;
    const role = world.addRole(bot.guildId, { name: 'Readers', permissions: 0n }).id;
    const mention = `<@&${role}>`;
    const everyone = { id: bot.guildId, kind: 'role' } as const;
    world.overwrite(bot.newsId, everyone, { deny: Bits.MentionEveryone });
    expect((await bot.schedule({ role })).text).toBe(texts.refused.roleNotYours(mention));
    const manager = { id: bot.manager.userId, kind: 'member' } as const;
    world.overwrite(bot.newsId, manager, { allow: Bits.MentionEveryone });
    expect((await bot.schedule({ role })).text).toBe(texts.refused.roleNotMine(mention));
    const me = { id: bot.discord.applicationId, kind: 'member' } as const;
    world.overwrite(bot.newsId, me, { allow: Bits.MentionEveryone });
    expect((await bot.schedule({ role })).text).toContain(`- Notifies ${mention}`);
    expect((await settingsOf(bot)).map(({ mentionRole }) => mentionRole)).toEqual([role]);
    expectNoViolations(bot);
  });
});

describe('what was just scheduled', () => {
  it('can be looked at, and taken back, also after a restart', async () => {
    const bot = await startDigestBot();
    const scheduled = await bot.schedule();
    await bot.share(draftAbout('harbour'));
    const preview = await privateReplyTo(bot.manager.click(scheduled, 'Preview'));
    expect(preview.id).not.toBe(scheduled.id);
    expect(preview.text).toContain('News of the harbour');
    expect(bot.discord.world.messages(bot.newsId)).toEqual([]);
    await bot.restart();
    const removed = await privateReplyTo(bot.manager.click(scheduled, 'Remove'));
    expect(removed.id).toBe(scheduled.id);
    expect(removed.text).toContain(texts.remove.removed);
    expect(removed.buttons).toEqual([]);
    expect(await settingsOf(bot)).toEqual([]);
    const id = scheduled.buttons[1]?.customId ?? '';
    const twice = await privateReplyTo(bot.manager.forgeClick(removed, id));
    expect(twice.text).toBe(texts.errors['not-found'](''));
    expectNoViolations(bot);
  });
});

describe('what is offered while typing', () => {
  it('are time zones by city, and sections, those before the last one kept', async () => {
    const bot = await startDigestBot();
    const zones = async (timezone: string): Promise<unknown[]> => {
      const choices = await bot.manager.complete('digest schedule', { timezone }, 'timezone');
      return choices.map(({ value }) => value);
    };
    expect(await zones('berl')).toContain('Europe/Berlin');
    expect((await zones('munich'))[0]).toBe('Europe/Berlin');
    expect(await zones('qqqq')).toEqual([]);
    const sections = ['World', 'Arts, Culture', 'x'.repeat(99)];
    await bot.share(...sections.map((section, at) => draftAbout(`story ${at}`, { section })));
    const offered = async (section: string): Promise<unknown[]> => {
      const choices = await bot.manager.complete('digest schedule', { section }, 'section');
      return choices.map(({ value }) => value);
    };
    expect(await offered('cul')).toEqual(['Arts, Culture']);
    expect(await offered('world, ')).toEqual(['World, Arts, Culture']);
    expect(await offered('x')).toEqual(['x'.repeat(99)]);
    expectNoViolations(bot);
  });

  it('are digests, by channel, time, days and what they hold', async () => {
    const bot = await startDigestBot();
    bot.discord.world.addChannel(bot.guildId, { name: 'sport' });
    const { schedule: first } = await bot.add({ days: 'weekdays' });
    const { schedule: second } = await bot.add({ days: 1, topic: 'harbours', time: '17:30' });
    const offered = (digest: string) => bot.manager.complete('digest pause', { digest }, 'digest');
    expect(await offered('')).toEqual([
      { name: '#news · 08:00 Europe/Berlin · weekdays', value: first.id },
      { name: '#news · 17:30 Europe/Berlin · Monday · harbours', value: second.id },
    ]);
    expect((await offered('MONDAY')).map(({ value }) => value)).toEqual([second.id]);
    bot.manager.locale = 'fr';
    expect((await offered('lundi ·')).map(({ value }) => value)).toEqual([second.id]);
  });
});
