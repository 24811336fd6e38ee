import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { archiveTexts } from '../../src/discord/texts/archive/index.ts';
import { openApp } from '../../src/open-app.ts';
import type { OpenArchiveOptions } from '../../src/open-archive.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import {
  draftsAbout,
  expectNoViolations,
  privateReplyTo,
  startArchiveBot,
  type ArchiveBot,
} from './archive-bot.ts';

const texts = archiveTexts.en;

describe('/archive remove', () => {
  it('shows the article, removes it after Remove, and brings it back after Undo, also after a restart', async () => {
    const bot = await startArchiveBot();
    const { moderator } = bot;
    const [id = ''] = await bot.bring([draftAbout('harbour')]);
    const question = await privateReplyTo(moderator.slash('archive remove', { article: id }));
    expect(question.text).toContain('Remove this article?');
    expect(question.text).toContain('**News of the harbour**');
    expect(question.text).toContain('> The harbour was opened on Monday');
    expect((await bot.archive()).article(id)).not.toBeNull();

    await bot.restart();
    const receipt = await privateReplyTo(moderator.click(question, 'Remove'));
    expect(receipt.id).toBe(question.id);
    expect(receipt.text).toBe('Removed: **News of the harbour**');
    expect((await bot.archive()).article(id)).toBeNull();

    await bot.restart();
    const restored = await privateReplyTo(moderator.click(receipt, 'Undo'));
    expect(restored.text).toBe('Back in the archive: **News of the harbour**');
    expect(restored.buttons).toEqual([]);
    expect((await bot.archive()).article(id)).not.toBeNull();
    expectNoViolations(bot);
  });

  it('removes nothing after Cancel', async () => {
    const bot = await startArchiveBot();
    const [id = ''] = await bot.bring([draftAbout('harbour')]);
    const question = await privateReplyTo(bot.moderator.slash('archive remove', { article: id }));
    const cancelled = await privateReplyTo(bot.moderator.click(question, 'Cancel'));
    expect(cancelled.text).toBe(texts.remove.cancelled);
    expect(cancelled.buttons).toEqual([]);
    expect((await bot.archive()).article(id)).not.toBeNull();
  });

  it('refuses what is shared, what is not there and what somebody else has removed', async () => {
    const bot = await startArchiveBot();
    const { moderator } = bot;
    const [shared = ''] = await bot.share(draftAbout('bridge'));
    const [own = ''] = await bot.bring([draftAbout('harbour')]);
    const say = async (article: string): Promise<string> =>
      (await privateReplyTo(moderator.slash('archive remove', { article }))).text;
    expect(await say(shared)).toBe(texts.remove.shared);
    expect(await say('zoo')).toBe(texts.notFound);
    const question = await privateReplyTo(moderator.slash('archive remove', { article: own }));
    const archive = await bot.archive();
    await archive.remove(own, moderator.userId);
    expect((await privateReplyTo(moderator.click(question, 'Remove'))).text).toBe(texts.notFound);
    await archive.restore(own, moderator.userId);
    const forged = moderator.forgeClick(question, `archive-restore:${own}`);
    expect((await privateReplyTo(forged)).text).toBe(texts.remove.notRestored);
    moderator.locale = 'fr';
    const { text } = await privateReplyTo(
      moderator.forgeClick(question, `archive-remove:${shared}`),
    );
    expect(text).toBe(archiveTexts.fr.remove.shared);
    expect(archive.article(shared)).not.toBeNull();
  });

  it('suggests the server’s own articles alone', async () => {
    const bot = await startArchiveBot();
    await bot.share(draftAbout('bridge'));
    const [own] = await bot.bring([draftAbout('harbour')]);
    const choices = await bot.moderator.complete('archive remove', { article: 'news' }, 'article');
    expect(choices.map(({ value }) => value)).toEqual([own]);
  });
});

describe('/archive export', () => {
  it('sends the server’s own articles as one file of JSON Lines', async () => {
    const bot = await startArchiveBot();
    const { moderator } = bot;
    await bot.share(draftAbout('bridge'));
    const empty = await privateReplyTo(moderator.slash('archive export'));
    expect(empty.text).toBe(texts.export.empty);
    await bot.bring(draftsAbout(['harbour', 'museum']));
    const { text: said, attachments } = await privateReplyTo(moderator.slash('archive export'));
    expect(said).toContain('2 articles of this server as JSON Lines');
    expect(attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/^archive-\d{4}-\d{2}-\d{2}\.jsonl$/),
    ]);
    expect(await headlinesIn(attachments)).toEqual(['News of the harbour', 'News of the museum']);
    expectNoViolations(bot);
  });

  it('splits what is larger than one file, and sends nothing that is too large', async () => {
    const sizes: number[] = [];
    const bot = await startArchiveBot({
      openApp: (options) => openWithExport(options, () => sizes),
    });
    const { moderator } = bot;
    sizes.push(6_000_000, 6_000_000, 3_000_000);
    const { text, attachments } = await privateReplyTo(moderator.slash('archive export'));
    expect(text).toContain('They are split into 2 files.');
    expect(attachments.map(({ size }) => size)).toEqual([6_000_000, 9_000_000]);
    expect(attachments[1]?.filename).toMatch(/-2-of-2\.jsonl$/);

    sizes.push(6_000_000, 6_000_000);
    const tooLarge = await privateReplyTo(moderator.slash('archive export'));
    expect(tooLarge.attachments).toEqual([]);
    expect(tooLarge.text).toContain('larger than the 26.1 MB');
    expect(tooLarge.text).toContain(
      `\`npm run archive -- export --guild ${bot.guildId} archive.jsonl\``,
    );
    expectNoViolations(bot);
  });
});

describe('/archive gaps', () => {
  it('lists what found no answer, most asked first, page by page', async () => {
    const bot = await startArchiveBot();
    const { moderator } = bot;
    expect((await privateReplyTo(moderator.slash('archive gaps'))).text).toBe(texts.gaps.none);
    await askAll(bot, ['Who painted the *moon* blue?', ...UNANSWERED, UNANSWERED[5] ?? '']);
    const first = await privateReplyTo(moderator.slash('archive gaps'));
    expect(first.text).toContain('1 to 5 of 7');
    expect(first.text).toMatch(
      /\*\*Why do zebras whistle\\\?\*\*\n-# asked 2 times, last <t:\d+:R>/,
    );
    expect(first.text.indexOf('zebras')).toBeLessThan(first.text.indexOf('asked once'));
    await bot.restart();
    const second = await privateReplyTo(moderator.click(first, '▶️'));
    expect(second.id).toBe(first.id);
    expect(second.text).toContain('6 to 7 of 7');
    expect(`${first.text}${second.text}`).toContain('**Who painted the \\*moon\\* blue\\?**');
    expectNoViolations(bot);
  });

  it('closes a question after Done, and goes back a page when it was the last on its own', async () => {
    const bot = await startArchiveBot();
    const { moderator } = bot;
    await askAll(bot, UNANSWERED);
    const first = await privateReplyTo(moderator.slash('archive gaps'));
    const second = await privateReplyTo(moderator.click(first, '▶️'));
    expect(second.text).toContain('6 to 6 of 6');
    const after = await privateReplyTo(moderator.click(second, 'Done'));
    expect(after.text).toContain('1 to 5 of 5');
    expect((await (await bot.archive()).gaps({ offset: 0, limit: 10 })).total).toBe(5);
    const twice = await privateReplyTo(
      moderator.forgeClick(after, second.buttons[1]?.customId ?? ''),
    );
    expect(twice.text).toBe(texts.gaps.gone);
    expectNoViolations(bot);
  });

  it('opens the window for a new article', async () => {
    const bot = await startArchiveBot();
    await askAll(bot, UNANSWERED.slice(0, 1));
    const gaps = await privateReplyTo(bot.moderator.slash('archive gaps'));
    const modal = await (await bot.moderator.click(gaps, 'Add an article')).modal();
    expect(modal.data.title).toBe('Add an article');
    expect(modal.data.custom_id).toMatch(/^ingest-text/);
    expectNoViolations(bot);
  });
});

const UNANSWERED = [
  'Where did grandmother hide marmalade?',
  'When will penguins receive passports?',
  'How heavy is a thundercloud on Tuesdays?',
  'Which violin swallowed Amsterdam?',
  'Does cinnamon dream about volcanoes?',
  'Why do zebras whistle?',
];

async function askAll(bot: ArchiveBot, questions: readonly string[]): Promise<void> {
  const archive = await bot.archive();
  for (const text of questions) await archive.ask({ text, userId: bot.member.userId });
}

async function headlinesIn(files: readonly { readonly url: string }[]): Promise<unknown[]> {
  const headlines: unknown[] = [];
  for (const { url } of files) {
    const lines = (await download(url)).trimEnd().split('\n');
    for (const line of lines) headlines.push((JSON.parse(line) as { headline: string }).headline);
  }
  return headlines;
}

function download(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      text(response).then(resolve, reject);
    }).on('error', reject);
  });
}

/** An archive whose export consists of lines of these sizes: real ones would take minutes to add. */
async function openWithExport(
  options: OpenArchiveOptions,
  sizes: () => readonly number[],
): Promise<App> {
  const app = await openApp(options);
  app.library.setSetting('seeds', 'done');
  const { guilds } = app;
  return {
    ...app,
    guilds: {
      of: (guildId) => ({
        ...guilds.of(guildId),
        exportLines: async function* () {
          for (const size of sizes()) yield await Promise.resolve(`${'x'.repeat(size - 1)}\n`);
        },
      }),
      present: (ids) => {
        guilds.present(ids);
      },
      joined: (id) => {
        guilds.joined(id);
      },
      left: (id) => {
        guilds.left(id);
      },
      sweep: () => guilds.sweep(),
    },
  };
}
