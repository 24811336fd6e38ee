import { describe, expect, it } from 'vitest';
import { askTexts } from '../../src/discord/texts/ask/index.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { expectNoViolations, privateReplyTo, replyTo } from './archive-bot.ts';
import { actionsOf, ANSWER, HARBOUR, QUESTION, startAskBot, stranger } from './ask-bot.ts';

const NOWHERE = 'zloty inflation wobbling';

describe('/ask', () => {
  it('answers in the channel with the article’s words and their citation', async () => {
    const bot = await startAskBot();
    await bot.share(HARBOUR);
    const answer = await replyTo(bot.member.slash('ask', { question: QUESTION }));
    expect(answer.ephemeral).toBe(false);
    expect(answer.text).toContain(
      '### When was the harbour opened by the minister of harbour affairs\\?\n-# From 1 article',
    );
    expect(answer.text).toContain(`> **${ANSWER}** People came from far away\\.`);
    expect(answer.text).toContain(
      '-# **\\[1\\]** [News of the harbour](https://example.org/harbour) · World · <t:1707566400:D> · Ann Lee · Gazette',
    );
    expect(actionsOf(answer)).toEqual(
      expect.arrayContaining(['ask-why:*:0', 'ask-vote:*:up:o:en', 'ask-vote:*:down:o:en']),
    );
    expect(actionsOf(answer)).not.toContain('ask-share:*');
    expectNoViolations(bot);
  });

  it('shows a private answer to the asker alone, who can share it', async () => {
    const bot = await startAskBot();
    await bot.share(HARBOUR);
    const asked = bot.member.slash('ask', { question: QUESTION, private: true });
    const answer = await privateReplyTo(asked);
    expect(actionsOf(answer)).toContain('ask-share:*');
    expect(bot.discord.world.messages(bot.channelId)).toEqual([]);
  });

  it('keeps to the dates and the section that were asked for, and says so', async () => {
    const bot = await startAskBot();
    await bot.share(
      draftAbout('harbour', { headline: 'Old', publishedAt: '2019-05-01', section: 'Local' }),
      draftAbout('harbour', { headline: 'New', publishedAt: '2024-02-10', section: 'World' }),
    );
    const ask = async (options: Record<string, string>): Promise<string> =>
      (await replyTo(bot.member.slash('ask', { question: QUESTION, ...options }))).text;
    const after = await ask({ after: 'Feb 2024' });
    expect(after).toContain('after: Feb 2024');
    expect(after).toContain('** New ·');
    expect(after).not.toContain('** Old ·');
    const before = await ask({ before: '2020' });
    expect(before).toContain('before: 2020');
    expect(before).toContain('** Old ·');
    expect(before).not.toContain('** New ·');
    const section = await ask({ section: 'local' });
    expect(section).toContain('section: local');
    expect(section).toContain('** Old ·');
    expect(section).not.toContain('** New ·');
    expectNoViolations(bot);
  });

  it('offers the sections there are', async () => {
    const bot = await startAskBot();
    const { guildId } = stranger(bot);
    await bot.share(HARBOUR, draftAbout('zoo'), draftAbout('bridge', { section: 'Local' }));
    await bot.bring([draftAbout('treasure', { section: 'Secrets' })], guildId);
    const offered = async (typed: string): Promise<readonly { name: string }[]> =>
      bot.member.complete('ask', { question: 'harbour', section: typed }, 'section');
    expect(await offered('')).toEqual([
      { name: 'World', value: 'World' },
      { name: 'Local', value: 'Local' },
    ]);
    expect(await offered('LOC')).toEqual([{ name: 'Local', value: 'Local' }]);
    expect(await offered('secr')).toEqual([]);
  });

  it('says that nothing answers, what is nearest and which words it does not know, and notes the gap', async () => {
    const bot = await startAskBot();
    await bot.share(HARBOUR);
    const answer = await replyTo(bot.member.slash('ask', { question: NOWHERE }));
    expect(answer.text).toContain('**Nothing in the archive answers this.**');
    expect(answer.text).toContain('nowhere in it: **zloty**, **inflation**, **wobbling**.');
    expect(answer.text).toContain('- [News of the harbour](https://example.org/harbour)');
    expect(actionsOf(answer)).toEqual([]);
    const gaps = await privateReplyTo(bot.moderator.slash('archive gaps'));
    expect(gaps.text).toContain(NOWHERE);
    expectNoViolations(bot);
  });

  it('marks passages that only come close as such', async () => {
    const bot = await startAskBot();
    await bot.share(HARBOUR);
    const answer = await replyTo(
      bot.member.slash('ask', { question: 'Who is the zloty minister?' }),
    );
    expect(answer.text).toContain('**Nothing in the archive answers this directly.**');
    expect(answer.text).toContain('occurs nowhere in it: **zloty**.');
    expect(answer.text).toContain('-# Closest passages, not answers\n>');
  });

  it('works in an empty archive', async () => {
    const bot = await startAskBot();
    const answer = await replyTo(bot.member.slash('ask', { question: QUESTION }));
    expect(answer.text).toContain('**Nothing in the archive answers this.**');
    expectNoViolations(bot);
  });

  it.each([
    [{ question: '   ' }, 'There is no question in that.'],
    [{ question: 'x', after: '*soon*' }, 'I do not understand the date “\\*soon\\*”.'],
    [{ question: 'x', before: 'never' }, 'I do not understand the date “never”.'],
    [{ question: 'x', after: '2024', before: '2023' }, 'There is no day between these two dates'],
    [{ question: 'x', section: 'Nope' }, 'There is no section “Nope”. Sections here: World.'],
  ])('says what is wrong with %j', async (options, sentence) => {
    const bot = await startAskBot();
    await bot.share(HARBOUR);
    expect((await privateReplyTo(bot.member.slash('ask', options))).text).toContain(sentence);
    expectNoViolations(bot);
  });

  it('limits how much one person asks, and says when to try again', async () => {
    const bot = await startAskBot({ settings: { USER_QUESTIONS_PER_MINUTE: '2' } });
    await bot.share(HARBOUR);
    await replyTo(bot.member.slash('ask', { question: QUESTION }));
    await replyTo(bot.member.slash('ask', { question: QUESTION }));
    const refused = await privateReplyTo(bot.member.slash('ask', { question: QUESTION }));
    expect(refused.text).toMatch(
      /everybody can ask 2 questions a minute\. Please try again in \d+ seconds?\./,
    );
    const other = await replyTo(bot.moderator.slash('ask', { question: QUESTION }));
    expect(other.text).toContain(ANSWER);
  });

  it('speaks the language of who asks', async () => {
    const bot = await startAskBot();
    await bot.share(HARBOUR);
    bot.member.locale = 'de';
    const answer = await replyTo(bot.member.slash('ask', { question: QUESTION, private: true }));
    expect(answer.text).toContain('-# Aus 1 Artikel');
    expect(answer.text).toContain(ANSWER);
    expect(answer.buttons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Warum das?', 'Teilen']),
    );
    const wrong = await replyTo(bot.member.slash('ask', { question: 'x', after: 'bald' }));
    expect(wrong.text).toContain('Das Datum „bald“ ist nicht zu verstehen.');
    const nothing = await replyTo(bot.member.slash('ask', { question: NOWHERE }));
    expect(nothing.text).toContain(askTexts.de.answer.nothing);
  });

  it('has no buttons that need a kept answer where none is kept', async () => {
    const bot = await startAskBot({ settings: { ANSWER_RETENTION_DAYS: '0' } });
    await bot.share(HARBOUR);
    const answer = await replyTo(bot.member.slash('ask', { question: QUESTION, private: true }));
    expect(answer.text).toContain(ANSWER);
    expect(answer.buttons).toEqual([]);
    expectNoViolations(bot);
  });

  it('shows hostile headlines and texts literally, and notifies nobody', async () => {
    const bot = await startAskBot();
    await bot.share(
      draftAbout('harbour', {
        headline: '@everyone [free](https://evil.example) **harbour**',
        paragraphs: [
          {
            kind: 'text',
            text: '# The **harbour** was opened by the minister of harbour affairs, <@1> ||https://evil.example||.',
          },
        ],
      }),
    );
    const { message, text } = await replyTo(bot.member.slash('ask', { question: QUESTION }));
    expect(text).toContain(
      '\\@everyone \\[free\\]\\(https\\:\\/\\/evil\\.example\\) \\*\\*harbour\\*\\*',
    );
    expect(text).toContain('> **\\# The \\*\\*harbour\\*\\* was opened');
    expect(text).toContain('\\<\\@1\\> \\|\\|https\\:\\/\\/evil\\.example\\|\\|');
    expect(message.mention_everyone).toBe(false);
    expect(message.mentions).toEqual([]);
  });

  it('shows a server nothing of another one', async () => {
    const bot = await startAskBot();
    const { guildId, person } = stranger(bot);
    await bot.bring([HARBOUR], guildId);
    const here = await replyTo(bot.member.slash('ask', { question: QUESTION }));
    expect(here.text).not.toContain('News of the harbour');
    expect(here.text).toContain('**Nothing in the archive answers this.**');
    const there = await replyTo(person.slash('ask', { question: QUESTION }));
    expect(there.text).toContain(ANSWER);
  });
});
