import { describe, expect, it } from 'vitest';
import type { ShownMessage } from '../../src/playground/person/person.ts';
import { startServer } from '../ingest/local-server.ts';
import { zipOf } from '../ingest/zip-file.ts';
import { expectNoViolations, privateReplyTo } from './archive-bot.ts';
import { fileOf, finalReplyTo, linesOf, startIngestBot, storyAbout } from './ingest-bot.ts';

function topics(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `place${at + 1}`);
}

function pickId({ buttons }: ShownMessage): string {
  const add = buttons.find(({ customId }) => customId?.startsWith('ingest-add') ?? false);
  return (add?.customId ?? '').replace('ingest-add', 'ingest-pick');
}

describe('/ingest file', () => {
  it('takes ten files of every kind at once, and one that is bad does not stop the others', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const zip = await zipOf({
      'a/zoo.txt': `News of the zoo\n\n${storyAbout('zoo')}`,
      'a/picture.png': 'nothing',
    });
    const html = `<html><head><title>Castle</title></head><body><article><h1>News of the castle</h1><p>${storyAbout('castle').replaceAll('\n\n', '</p><p>')}</p></article></body></html>`;
    const preview = await finalReplyTo(
      moderator.slash('ingest file', {
        file: fileOf('harbour.txt', `News of the harbour\n\n${storyAbout('harbour')}`),
        file2: fileOf('bridge.md', `# News of the bridge\n\n${storyAbout('bridge')}`),
        file3: fileOf('castle.html', html),
        file4: fileOf('museum.json', linesOf(['museum'])),
        file5: fileOf('two.jsonl', `${linesOf(['tower', 'railway'])}\nnonsense`),
        file6: fileOf('zoo.zip', zip),
        file7: fileOf('film.mp4', 'film'),
        file8: fileOf('large.txt', Buffer.alloc(10_000_001, 'a')),
        file9: fileOf('empty.txt', ' '),
        file10: fileOf('binary.txt', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0, 1, 2])),
        section: 'Sights',
        date: '2024-02-10',
        source: 'The Paper',
      }),
    );
    expect(preview.text).toContain('### 7 articles to look through\n🟢 7 new');
    expect(preview.text).toContain('- film\\.mp4: this kind of file is not read');
    expect(preview.text).toContain('- large\\.txt: it is larger than 10 MB');
    expect(preview.text).toContain('- two\\.jsonl (line 3): this is not valid JSON');
    expect(preview.text).toContain('- zoo\\.zip\\/a\\/picture\\.png: only');

    const detail = await privateReplyTo(moderator.select(preview, pickId(preview), ['0']));
    expect(detail.text).toContain('**News of the harbour**');
    expect(detail.text).toContain('**Section**: Sights');
    expect(detail.text).toContain('**Source**: The Paper');
    expect(detail.text).toContain('<t:1707566400:D>');
    expect(detail.text).toContain('no section in the source');

    const receipt = await privateReplyTo(moderator.click(detail, 'Add 7'));
    expect(receipt.text).toContain('7 articles added');
    expect(receipt.text).toContain('film\\.mp4');
    const places = ['bridge', 'castle', 'harbour', 'museum', 'railway', 'tower', 'zoo'];
    expect(await bot.headlines()).toEqual(places.map((place) => `News of the ${place}`));
    expectNoViolations(bot);
  });

  it('says why there is nothing to add', async () => {
    const bot = await startIngestBot();
    const reply = await privateReplyTo(
      bot.moderator.slash('ingest file', { file: fileOf('film.mp4', 'film') }),
    );
    expect(reply.text).toContain('There is nothing to add.');
    expect(reply.text.replaceAll('\\', '')).toContain(
      'Send .txt, .md, .html, .json, .jsonl, .zip.',
    );
    expect(reply.buttons).toEqual([]);
    const date = await privateReplyTo(
      bot.moderator.slash('ingest file', { file: fileOf('a.txt', 'a'), date: 'someday' }),
    );
    expect(date.text).toContain('“someday” is not a clear date.');
    expectNoViolations(bot);
  });

  it('pages through many, edits the one that is chosen, and finds its way back', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const first = await finalReplyTo(
      moderator.slash('ingest file', { file: fileOf('many.jsonl', linesOf(topics(23))) }),
    );
    expect(first.text).toContain('Page 1 of 3');
    expect(first.text).toContain('1\\. **News of the place1**');
    await bot.restart();
    const second = await privateReplyTo(moderator.click(first, 'Next'));
    expect(second.text).toContain('Page 2 of 3');
    const chosen = await privateReplyTo(moderator.select(second, pickId(second), ['14']));
    expect(chosen.text).toContain('Article 15 of 23');
    const modal = await (await moderator.click(chosen, 'Edit')).modal();
    const edited = await privateReplyTo(
      moderator.submit(modal, { ...modal.values, headline: 'Fifteen' }),
    );
    expect(edited.text).toContain('**Fifteen**');
    expect(edited.text).toContain('Article 15 of 23');
    const next = await privateReplyTo(moderator.click(edited, 'Next'));
    expect(next.text).toContain('**News of the place16**');
    const list = await privateReplyTo(moderator.click(next, 'Back to the list'));
    expect(list.text).toContain('15\\. **Fifteen**');
    const back = await privateReplyTo(moderator.click(list, 'Previous'));
    expect(back.text).toContain('Page 1 of 3');
    const adding = await moderator.click(back, 'Add 23');
    const receipt = await adding.until(({ text }) => text.includes('23 articles added'));
    expect(await bot.headlines()).toHaveLength(23);
    const again = await privateReplyTo(moderator.forgeClick(receipt, 'ingest-page:aaaaaaaaaaaa:1'));
    expect(again.text).toContain('This is no longer there');
    expectNoViolations(bot);
  });

  it('shows a bar that moves while 200 articles are added, and takes them all back', async () => {
    const bot = await startIngestBot();
    const { moderator, discord } = bot;
    const preview = await finalReplyTo(
      moderator.slash('ingest file', { file: fileOf('many.jsonl', linesOf(topics(200))) }),
    );
    expect(preview.text).toContain('### 200 articles to look through');
    const adding = await moderator.click(preview, 'Add 200');
    const moving = await adding.until(({ text }) => text.includes('of 200'));
    expect(moving.text).toMatch(/[▰▱]{20} \d+ of 200/);
    const receipt = await adding.until(({ text }) => text.includes('200 articles added'));
    expect(receipt.text).toMatch(/and \d+ more/);
    expect(await bot.headlines()).toHaveLength(200);
    expect(discord.traffic.interactions.filter(({ failed }) => failed)).toEqual([]);
    const undone = await privateReplyTo(moderator.click(receipt, 'Undo'));
    expect(undone.text).toContain('200 articles removed again');
    expect(await bot.headlines()).toEqual([]);
    expectNoViolations(bot);
  });

  it('leaves a text too long for the modal as it is', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const text = Array.from({ length: 40 }, (_, at) => storyAbout(`place${at}`)).join('\n\n');
    const preview = await finalReplyTo(
      moderator.slash('ingest file', { file: fileOf('long.txt', `A long day\n\n${text}`) }),
    );
    const modal = await (await moderator.click(preview, 'Edit')).modal();
    expect(Object.keys(modal.values)).toEqual(['headline', 'date', 'section', 'link']);
    const edited = await privateReplyTo(
      moderator.submit(modal, { ...modal.values, section: 'Long reads' }),
    );
    expect(edited.text).toContain('**Section**: Long reads');
    await privateReplyTo(moderator.click(edited, 'Add'));
    const [stored] = (await bot.archive()).list({ limit: 1 }).articles;
    const article = (await bot.archive()).article(stored?.id ?? '');
    expect(article?.canonical).toBe(text);
    expectNoViolations(bot);
  });

  it('suggests the sections of the archive', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const preview = await bot.typeArticle({
      headline: 'Zoo',
      section: 'City life',
      body: storyAbout('zoo'),
    });
    await privateReplyTo(moderator.click(preview, 'Add'));
    const choices = await moderator.complete(
      'ingest url',
      { url: 'x', section: 'city' },
      'section',
    );
    expect(choices).toEqual([{ name: 'City life', value: 'City life' }]);
    expectNoViolations(bot);
  });
});

describe('/ingest url', () => {
  it('fetches pages and extracts their articles; what cannot be read says why', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const server = await startServer((request, response) => {
      if (request.url !== '/castle') {
        response.writeHead(404).end();
        return;
      }
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<html><head><title>Castle</title><meta property="article:section" content="Sights"></head><body><nav>Menu</nav><article><h1>News of the castle</h1><p>${storyAbout('castle').replaceAll('\n\n', '</p><p>')}</p></article></body></html>`,
      );
    });
    const urls = { url: `${server}/castle`, url2: `${server}/nothing`, url3: 'castle' };
    const preview = await finalReplyTo(moderator.slash('ingest url', urls));
    expect(preview.text).toContain('### New article');
    expect(preview.text).toContain('> The castle was opened to the public');
    expect(preview.text).not.toContain('Menu');
    expect(preview.text).toContain('/castle)');
    expect(preview.text).toContain('nothing: the server answered 404 Not Found');
    expect(preview.text).toContain('- castle: it is no complete web address');
    const receipt = await privateReplyTo(moderator.click(preview, 'Add'));
    expect(receipt.text).toContain('1 article added');
    const [stored] = (await bot.archive()).list({ limit: 1 }).articles;
    expect(stored?.url).toBe(`${server}/castle`);

    moderator.locale = 'fr';
    const french = await privateReplyTo(
      moderator.slash('ingest url', { url: `${server}/nothing` }),
    );
    expect(french.text).toContain('le serveur répond 404');
    expectNoViolations(bot);
  });
});
