import { describe, expect, it } from 'vitest';
import { expectNoViolations, privateReplyTo } from './archive-bot.ts';
import { actionsOf, ANSWER, HARBOUR, QUESTION, startAskBot } from './ask-bot.ts';

const MENU = 'Ask the archive';

describe('Ask the archive', () => {
  it('takes the message’s text as the question and answers privately', async () => {
    const bot = await startAskBot();
    await bot.share(HARBOUR);
    const message = await bot.moderator.post(
      `<@${bot.member.userId}> ${QUESTION} <:hm:123456789012345678>`,
    );
    const answer = await privateReplyTo(bot.member.useOnMessage(MENU, message.id));
    expect(answer.text).toContain('affairs\\? hm\n');
    expect(answer.text).not.toContain(bot.member.userId);
    expect(answer.text).toContain(ANSWER);
    expect(actionsOf(answer)).toContain('ask-share:*');
    expectNoViolations(bot);
  });

  it('asks the beginning of a long message, up to a word, and says so', async () => {
    const bot = await startAskBot();
    await bot.share(HARBOUR);
    const message = await bot.moderator.post(`${QUESTION} ${'harbour '.repeat(100)}`.trim());
    const answer = await privateReplyTo(bot.member.useOnMessage(MENU, message.id));
    expect(answer.text).toContain('-# The message is long; its first 500 characters were asked.');
    const asked = /\*\*(When was .*)\*\*\n/.exec(answer.text)?.[1] ?? '';
    expect(asked).toMatch(/ harbour$/);
    expect(asked.replaceAll('\\', '').length).toBeGreaterThan(490);
    expect(asked.replaceAll('\\', '').length).toBeLessThanOrEqual(500);
    expectNoViolations(bot);
  });

  it.each(['', '🙂 …', '<@123456789012345678>'])('says what to do with %j', async (content) => {
    const bot = await startAskBot();
    const files = [{ name: 'a.txt', data: new TextEncoder().encode('words') }];
    const message = await bot.moderator.post(content, files);
    const answer = await privateReplyTo(bot.member.useOnMessage(MENU, message.id));
    expect(answer.text).toMatch(/Choose a message with text, or use <\/ask:\d+>\./);
    expectNoViolations(bot);
  });

  it('is in the language of who asks', async () => {
    const bot = await startAskBot();
    bot.member.locale = 'fr';
    const message = await bot.moderator.post('…');
    const answer = await privateReplyTo(bot.member.useOnMessage(MENU, message.id));
    expect(answer.text).toContain('Ce message ne contient aucun mot');
  });
});
