import { describe, expect, it } from 'vitest';
import { askTexts } from '../../src/discord/texts/ask/index.ts';
import type { Person, ShownMessage } from '../../src/playground/person/person.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { expectNoViolations, privateReplyTo, replyTo, type ArchiveBot } from './archive-bot.ts';
import {
  actionsOf,
  ANSWER,
  HARBOUR,
  harbours,
  QUESTION,
  startAskBot,
  stranger,
  withSecondAnswer,
} from './ask-bot.ts';

const texts = askTexts.en;

/** The bot with these articles, and an answer in the channel. */
async function answered(
  articles = [HARBOUR],
  options: { readonly private?: boolean } = {},
): Promise<{ bot: ArchiveBot; ids: string[]; answer: ShownMessage }> {
  const bot = await startAskBot();
  const ids = await bot.share(...articles);
  const answer = await replyTo(bot.member.slash('ask', { question: QUESTION, ...options }));
  return { bot, ids, answer };
}

function idOf({ buttons }: ShownMessage): string {
  return /:([a-z2-7]{12})/.exec(buttons[0]?.customId ?? '')?.[1] ?? '';
}

function ranksIn({ text }: ShownMessage): number[] {
  return [...text.matchAll(/\*\*\\\[(\d+)\\\]\*\*/g)].map(([, rank]) => Number(rank));
}

describe('More', () => {
  it('opens further evidence beside an answer in the channel, and pages there, also after a restart', async () => {
    const { bot, answer } = await answered(harbours(5).map(withSecondAnswer));
    const pages = [answer];
    expect(ranksIn(answer)).toHaveLength(3);
    await bot.restart();
    pages.push(await privateReplyTo(bot.moderator.click(answer, 'More')));
    const [, further = answer] = pages;
    expect(further.id).not.toBe(answer.id);
    expect(further.text).toContain('Further evidence');
    pages.push(await privateReplyTo(bot.moderator.click(further, 'More')));
    const [, , last = answer] = pages;
    expect(last.id).toBe(further.id);
    const ranks = pages.flatMap(ranksIn).sort((a, b) => a - b);
    expect(ranks).toEqual(ranks.map((_, at) => at + 1));
    expect(ranks.length).toBeGreaterThan(6);
    const back = await privateReplyTo(bot.moderator.click(last, '◀️'));
    expect(back.text).toBe(further.text);
    expect(bot.discord.world.messages(bot.channelId)).toHaveLength(1);
    expectNoViolations(bot);
  });

  it('pages in place where the answer is private', async () => {
    const { bot, answer } = await answered(harbours(5), { private: true });
    const further = await privateReplyTo(bot.member.click(answer, 'More'));
    expect(further.id).toBe(answer.id);
    expect(ranksIn(further)).toEqual([4, 5]);
    const back = await privateReplyTo(bot.member.click(further, '◀️'));
    expect(back.text).toBe(answer.text);
    expect(actionsOf(back)).toContain('ask-share:*');
  });

  it('is not there when all has been shown', async () => {
    const { answer } = await answered(harbours(2));
    expect(answer.buttons.map(({ label }) => label)).not.toContain('More');
  });
});

describe('Read in full', () => {
  const long = draftAbout('harbour', {
    paragraphs: [
      ...Array.from({ length: 30 }, (_, at) => ({
        kind: 'text' as const,
        text: `Paragraph ${at + 1} tells of ${'something else altogether '.repeat(12).trim()}.`,
      })),
      {
        kind: 'text',
        text: 'It was cold. The harbour was opened on Monday by the minister of harbour affairs. It rained.',
      },
    ],
  });

  it('opens the article where the excerpt is, marked, and pages through it', async () => {
    const { bot, answer } = await answered([long]);
    const article = await privateReplyTo(
      bot.moderator.click(answer, answer.buttons[0]?.label ?? ''),
    );
    expect(article.text).toContain(
      '### News of the harbour\n-# World · <t:1707566400:D> · Gazette',
    );
    expect(article.text).toContain(`> It was cold\\. **${ANSWER}** It rained\\.`);
    const count = Number(/Page (\d+) of \1/.exec(article.text)?.[1]);
    expect(count).toBeGreaterThan(3);
    expect(article.buttons.map(({ disabled }) => disabled)).toEqual([false, true]);
    await bot.restart();
    const seen: string[] = [];
    let page = article;
    for (let at = count; at > 1; at -= 1) {
      page = await privateReplyTo(bot.moderator.click(page, '◀️'));
      expect(page.id).toBe(article.id);
      expect(page.text).toContain(`Page ${at - 1} of ${count}`);
      seen.unshift(...[...page.text.matchAll(/Paragraph (\d+) tells/g)].map(([, n = '']) => n));
    }
    seen.push(...[...article.text.matchAll(/Paragraph (\d+) tells/g)].map(([, n = '']) => n));
    expect(seen).toEqual(Array.from({ length: 30 }, (_, at) => String(at + 1)));
    expect(page.buttons.map(({ disabled }) => disabled)).toEqual([true, false]);
    expectNoViolations(bot);
  });

  it('shows a changed article as it is now and says so; the answer keeps its words', async () => {
    const { bot, answer } = await answered();
    await bot.share({
      ...HARBOUR,
      paragraphs: [
        { kind: 'text', text: 'Everything about the harbour was wrong. A correction follows.' },
      ],
    });
    await bot.restart();
    const article = await privateReplyTo(bot.member.click(answer, answer.buttons[0]?.label ?? ''));
    expect(article.text).toContain(texts.article.changed);
    expect(article.text).toContain('Everything about the harbour was wrong');
    const voted = await replyTo(bot.member.click(answer, '👍'));
    expect(voted.text).toContain(ANSWER);
    expect(voted.text).toContain(texts.answer.changed);
    expectNoViolations(bot);
  });

  it('says that an article was removed, and nothing of it is shown any more', async () => {
    const { bot, ids, answer } = await answered();
    const [id = ''] = ids;
    await (await bot.app()).library.remove(id, 'shared', 'terminal');
    const article = await privateReplyTo(bot.member.click(answer, answer.buttons[0]?.label ?? ''));
    expect(article.text).toBe(texts.article.removed);
    const voted = await replyTo(bot.member.click(answer, '👎'));
    expect(voted.id).toBe(answer.id);
    expect(voted.text).toContain(texts.answer.removed);
    expect(voted.text).not.toContain('News of the harbour');
    expect(voted.text).not.toContain('minister of harbour affairs\\.');
    expect(voted.buttons).toEqual([]);
    const why = await privateReplyTo(bot.member.forgeClick(voted, `ask-why:${idOf(answer)}:0`));
    expect(why.text).toContain(texts.answer.removed);
    expect(why.text).not.toContain('News of the harbour');
    expectNoViolations(bot);
  });
});

describe('Why this?', () => {
  it('tells words, scores and date to who asks', async () => {
    const { bot, answer } = await answered();
    const why = await privateReplyTo(bot.moderator.click(answer, 'Why this?'));
    expect(why.text).toContain('### Why these passages?\n-# Chance that the archive answers');
    expect(why.text).toMatch(/- Words of the question in it: .*\*\*harbour\*\*/);
    expect(why.text).toMatch(/- Likeness in meaning, up to 1: -?[01]\.\d\d\n/);
    expect(why.text).toContain('- Published: <t:1707566400:D>');
    bot.moderator.locale = 'es-419';
    const spanish = await privateReplyTo(bot.moderator.click(answer, 'Why this?'));
    expect(spanish.text).toContain('¿Por qué estos pasajes?');
    expectNoViolations(bot);
  });
});

describe('votes', () => {
  it('count once a user, can be changed and taken back, and are kept', async () => {
    const { bot, answer } = await answered();
    const count = async (person: Person, which: string): Promise<(string | undefined)[]> => {
      const voted = await replyTo(person.click(answer, which));
      expect(voted.id).toBe(answer.id);
      expect(voted.text).toBe(answer.text);
      return ['up', 'down'].map(
        (vote) => voted.buttons.find(({ customId }) => customId?.includes(`:${vote}:`))?.label,
      );
    };
    const [up, down] = answer.buttons
      .map(({ customId }) => customId ?? '')
      .filter((id) => id.startsWith('ask-vote'));
    expect(await count(bot.member, up ?? '')).toEqual(['1', '👎']);
    expect(await count(bot.moderator, up ?? '')).toEqual(['2', '👎']);
    await bot.restart();
    expect(await count(bot.member, down ?? '')).toEqual(['1', '1']);
    expect(await count(bot.member, down ?? '')).toEqual(['1', '👎']);
    expectNoViolations(bot);
  });

  it('leave the message in its language', async () => {
    const { bot, answer } = await answered();
    bot.moderator.locale = 'de';
    const voted = await replyTo(bot.moderator.click(answer, '👍'));
    expect(voted.text).toBe(answer.text);
  });
});

describe('Share', () => {
  it('posts a private answer for everybody, with who shared it, and notifies nobody', async () => {
    const { bot, answer } = await answered([HARBOUR], { private: true });
    const shared = await replyTo(bot.member.click(answer, 'Share'));
    expect(shared.ephemeral).toBe(false);
    expect(shared.text).toContain(`-# Shared by <@${bot.member.userId}>`);
    expect(shared.text).toContain(ANSWER);
    expect(shared.message.mentions).toEqual([]);
    expect(actionsOf(shared)).not.toContain('ask-share:*');
    const voted = await replyTo(bot.moderator.click(shared, '👍'));
    expect(voted.text).toBe(shared.text);
    expectNoViolations(bot);
  });
});

describe('ids that were made up', () => {
  it('find nothing, whatever they are', async () => {
    const { bot, answer } = await answered();
    const id = idOf(answer);
    for (const [forged, sentence] of [
      ['ask-more:aaaaaaaaaaaa', texts.answer.gone],
      ['ask-more', texts.answer.gone],
      ['ask-page:aaaaaaaaaaaa:1:p', texts.answer.gone],
      ['ask-read:aaaaaaaaaaaa:1', texts.answer.gone],
      [`ask-read:${id}:99`, texts.answer.gone],
      [`ask-read:${id}:-1`, texts.answer.gone],
      [`ask-read:${id}`, texts.answer.gone],
      ['ask-why:aaaaaaaaaaaa:0', texts.answer.gone],
      ['ask-vote:aaaaaaaaaaaa:up:o:en', texts.answer.gone],
      ["ask-share:'; DROP TABLE answers", texts.answer.gone],
    ] as const) {
      const reply = await privateReplyTo(bot.member.forgeClick(answer, forged));
      expect(reply.text, forged).toBe(sentence);
    }
    const odd = await replyTo(bot.member.forgeClick(answer, `ask-vote:${id}:sideways:x:xx`));
    expect(odd.text).toBe(answer.text);
    for (const page of ['ask-page', 'ask-read-page']) {
      const forged = bot.member.forgeClick(answer, `${page}:${id}:1:p`);
      expect((await privateReplyTo(forged)).text).toBe(texts.answer.gone);
    }
    const own = await privateReplyTo(bot.member.click(answer, 'Why this?'));
    const far = bot.member.forgeClick(own, `ask-read-page:${id}:1:999999`);
    expect((await privateReplyTo(far)).text).toContain(ANSWER);
    expectNoViolations(bot);
  });

  it('open no answer and no article of another server', async () => {
    const bot = await startAskBot();
    const { guildId, person } = stranger(bot);
    await bot.share(HARBOUR);
    await bot.bring(harbours(5), guildId);
    const theirs = await replyTo(person.slash('ask', { question: QUESTION }));
    const ours = await replyTo(bot.member.slash('ask', { question: QUESTION }));
    const id = idOf(theirs);
    for (const forged of [
      `ask-more:${id}`,
      `ask-page:${id}:0:p`,
      `ask-read:${id}:1`,
      `ask-read-page:${id}:1:0`,
      `ask-why:${id}:0`,
      `ask-vote:${id}:up:o:en`,
      `ask-share:${id}`,
    ]) {
      const reply = await privateReplyTo(bot.member.forgeClick(ours, forged));
      expect(reply.text, forged).toBe(texts.answer.gone);
    }
    const untouched = await replyTo(person.click(theirs, '👍'));
    expect(untouched.text).toBe(theirs.text);
    expect(untouched.buttons.map(({ label }) => label)).toContain('1');
  });
});
