import { describe, expect, it } from 'vitest';
import { MS_PER_DAY } from '../../src/clock.ts';
import { digestTexts } from '../../src/discord/texts/digest/index.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { expectNoViolations, privateReplyTo } from './archive-bot.ts';
import { startDigestBot, type DigestBot } from './digest-bot.ts';

const texts = digestTexts.en;

async function say(bot: DigestBot, subcommand: string, digest?: string): Promise<string> {
  const options = digest === undefined ? {} : { digest };
  return (await privateReplyTo(bot.manager.slash(`digest ${subcommand}`, options))).text;
}

describe('/digest list', () => {
  it('says how to begin, then when each comes next and what it holds', async () => {
    const bot = await startDigestBot();
    const begin = await say(bot, 'list');
    expect(begin).toMatch(/^There is no digest here yet\. <\/digest schedule:\d+> makes one\.$/);
    await bot.share(draftAbout('harbour', { section: 'Harbours *& more*' }));
    await bot.add({ sections: ['Harbours *& more*'], topic: 'ships', days: 'weekdays' });
    const text = await say(bot, 'list');
    expect(text).toContain(`**<#${bot.newsId}> · 08\\:00 Europe\\/Berlin · weekdays**`);
    // Monday, 4 March 2024, 07:00 UTC.
    expect(text).toContain('Next: <t:1709535600:f>, <t:1709535600:R>');
    expect(text).toContain('-# Sections: Harbours \\*\\& more\\*');
    expect(text).toContain('-# Topic: ships');
    expect(text).toContain(`-# ${texts.list.notYet}`);
    expectNoViolations(bot);
  });

  it('pages through as many as there can be, also after a restart', async () => {
    const bot = await startDigestBot();
    for (let at = 0; at < 25; at += 1) {
      await bot.add({ time: `${String(at % 24).padStart(2, '0')}:${at < 24 ? '00' : '30'}` });
    }
    let page = await privateReplyTo(bot.manager.slash('digest list'));
    expect(page.text).toContain('1 to 4 of 25');
    await bot.restart();
    const seen = [page.text];
    while (page.buttons[1]?.disabled === false) {
      page = await privateReplyTo(bot.manager.click(page, '▶️'));
      seen.push(page.text);
    }
    expect(page.text).toContain('25 to 25 of 25');
    const times = [...seen.join('\n').matchAll(/· (\d\d)\\:\d\d Europe/g)].map(([, hour]) => hour);
    expect(times).toHaveLength(25);
    const { digests } = await bot.archive();
    for (const { schedule } of digests.list().slice(4)) digests.remove(schedule.id);
    const back = await privateReplyTo(bot.manager.click(page, '◀️'));
    expect(back.buttons).toEqual([]);
    expectNoViolations(bot);
  });
});

describe('which digest is meant', () => {
  it('is said by suggestion, unless there is only one', async () => {
    const bot = await startDigestBot();
    expect(await say(bot, 'pause')).toMatch(/There is no digest here yet/);
    const { schedule } = await bot.add();
    expect(await say(bot, 'pause')).toContain('Paused.');
    expect(await say(bot, 'resume')).toContain('It goes on.');
    await bot.add({ time: '09:00' });
    expect(await say(bot, 'pause')).toBe(texts.several);
    expect(await say(bot, 'pause', 'news')).toBe(texts.errors['not-found'](''));
    expect(await say(bot, 'pause', '#news · 08:00 Europe/Berlin · every day')).toContain('Paused.');
    const paused = (await bot.digests()).filter(({ schedule: { pause } }) => pause !== null);
    expect(paused.map(({ schedule: { id } }) => id)).toEqual([schedule.id]);
    expect(await say(bot, 'resume', schedule.id)).toContain('It goes on.');
  });
});

describe('/digest pause and resume', () => {
  it('stop a digest and let it go on', async () => {
    const bot = await startDigestBot();
    await bot.add();
    expect(await say(bot, 'pause')).toMatch(/Nothing is posted until <\/digest resume:\d+>/);
    expect(await say(bot, 'pause')).toBe(texts.errors['already-paused'](''));
    expect(await say(bot, 'list')).toMatch(/⏸️ Paused <t:\d+:R>\. <\/digest resume:\d+> lets it/);
    bot.clock.advance(MS_PER_DAY);
    // Sunday, 3 March 2024, 07:00 UTC.
    expect(await say(bot, 'resume')).toContain('The next one comes on <t:1709449200:f>');
    expect(await say(bot, 'resume')).toBe(texts.errors['not-paused'](''));
    expectNoViolations(bot);
  });
});

describe('/digest remove', () => {
  it('asks back, removes after Remove, and nothing after Cancel', async () => {
    const bot = await startDigestBot();
    await bot.add();
    const question = await privateReplyTo(bot.manager.slash('digest remove'));
    expect(question.text).toContain('### Remove this digest?');
    expect(question.text).toContain(`<#${bot.newsId}>`);
    const kept = await privateReplyTo(bot.manager.click(question, 'Cancel'));
    expect(kept.text).toBe(texts.remove.cancelled);
    expect(await bot.digests()).toHaveLength(1);
    const again = await privateReplyTo(bot.manager.slash('digest remove'));
    await bot.restart();
    const removed = await privateReplyTo(bot.manager.click(again, 'Remove'));
    expect(removed.id).toBe(again.id);
    expect(removed.text).toContain(texts.remove.removed);
    expect(await bot.digests()).toEqual([]);
    expectNoViolations(bot);
  });
});

describe('/digest preview and now', () => {
  it('show and post what is new, at once, whereas the day’s digest is still to come', async () => {
    const bot = await startDigestBot();
    await bot.add({ language: 'de' });
    expect(await say(bot, 'preview')).toContain('Freitag, 1. März 2024');
    expect(await say(bot, 'now')).toBe(texts.now.empty);
    await bot.share(draftAbout('harbour'));
    expect(await say(bot, 'preview')).toContain('News of the harbour');
    expect(bot.discord.world.messages(bot.newsId)).toEqual([]);
    const said = await say(bot, 'now');
    const [message, ...others] = bot.discord.world.messages(bot.newsId);
    expect(others).toEqual([]);
    const link = `https://discord.com/channels/${bot.guildId}/${bot.newsId}/${message?.id ?? ''}`;
    expect(said).toBe(`Posted: ${link}\n-# ${texts.now.stillDue}`);
    expect(await say(bot, 'list')).toContain(texts.list.notYet);
    expect(await say(bot, 'now')).toBe(texts.now.empty);
    expectNoViolations(bot);
  });

  it('say in which way it could not be posted', async () => {
    const bot = await startDigestBot();
    await bot.add();
    await bot.share(draftAbout('harbour'));
    bot.discord.world.removeChannel(bot.newsId);
    const said = await say(bot, 'now');
    expect(said).toMatch(/^It could not be posted\. The channel/);
    expect(said).toContain('schedule it anew');
  });
});
