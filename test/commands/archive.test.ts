import { describe, expect, it } from 'vitest';
import { archiveTexts } from '../../src/discord/texts/archive/index.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { draftsAbout, expectNoViolations, privateReplyTo, startArchiveBot } from './archive-bot.ts';

const TOPICS = [
  ...['harbour', 'bridge', 'museum', 'library', 'railway', 'theatre', 'stadium'],
  ...['airport', 'hospital', 'lighthouse', 'observatory', 'aquarium'],
];

describe('/archive stats', () => {
  it('tells what is visible, what is the server’s own, and how many questions were answered', async () => {
    const bot = await startArchiveBot();
    const { member } = bot;
    const empty = await privateReplyTo(member.slash('archive stats'));
    expect(empty.text).toContain('The archive is empty.');
    expect(empty.text).toContain('No question has been asked here yet.');

    await bot.share(...draftsAbout(['harbour', 'bridge']));
    await bot.bring([draftAbout('zoo', { publishedAt: '2023-05-01', section: 'Local *news*' })]);
    const archive = await bot.archive();
    await archive.ask({ text: 'who came to the zoo', userId: member.userId });
    const { text } = await privateReplyTo(member.slash('archive stats'));
    expect(text).toContain('**3 articles** with');
    expect(text).toContain('**1** of them was added by this server.');
    expect(text).toContain('From <t:1682942400:D> to <t:1709121600:D>.');
    expect(text).toContain('World (2) · Local \\*news\\* (1)');
    expect(text).toMatch(/This server uses 1 of 50,000 articles and 0\.1 MB of 500 MB\./);
    expect(text).toMatch(/Questions asked here: 1, answered: [01] \((0|100)%\)\./);
    expectNoViolations(bot);
  });

  it('answers in the language of the member', async () => {
    const bot = await startArchiveBot();
    const { member } = bot;
    await bot.share(...draftsAbout(['harbour']));
    member.locale = 'de';
    const { text } = await privateReplyTo(member.slash('archive stats'));
    expect(text).toContain('**1 Artikel** mit');
    expect(text).toContain('Alle vom <t:1709121600:D>.');
    member.locale = 'pt-BR';
    expect((await privateReplyTo(member.slash('archive stats'))).text).toContain('**1 article**');
  });
});

describe('/archive list', () => {
  it('pages through the articles, newest first, also after a restart', async () => {
    const bot = await startArchiveBot();
    const { member } = bot;
    await bot.share(...draftsAbout(TOPICS));
    const first = await privateReplyTo(member.slash('archive list'));
    expect(first.text).toContain('1 to 10 of 12');
    expect(headlines(first.text)).toEqual(TOPICS.slice(0, 10));
    expect(first.buttons.map(({ disabled }) => disabled)).toEqual([true, false]);

    await bot.restart();
    const second = await privateReplyTo(member.click(first, '▶️'));
    expect(second.id).toBe(first.id);
    expect(second.text).toContain('11 to 12 of 12');
    expect(headlines(second.text)).toEqual(TOPICS.slice(10));
    expect(second.buttons.map(({ disabled }) => disabled)).toEqual([false, true]);
    const back = await privateReplyTo(member.click(second, '◀️'));
    expect(headlines(back.text)).toEqual(TOPICS.slice(0, 10));
    expectNoViolations(bot);
  });

  it('shows date, linked headline, section and id of each, and opens the one that is chosen', async () => {
    const bot = await startArchiveBot();
    const url = 'https://example.org/harbour';
    const [id = ''] = await bot.share(draftAbout('harbour', { url }));
    const undated = draftAbout('zoo', { publishedAt: null, section: null, headline: '# **Zoo**' });
    const [own = ''] = await bot.bring([undated]);
    const list = await privateReplyTo(bot.member.slash('archive list'));
    expect(list.text).toContain(
      `<t:1707566400:D> · **[News of the harbour](${url})** · World · \`${id}\``,
    );
    expect(list.text).toContain(`no date · **\\# \\*\\*Zoo\\*\\*** · \`${own}\``);
    const opened = await privateReplyTo(bot.member.select(list, 'archive-open', [own]));
    expect(opened.id).not.toBe(list.id);
    expect(opened.text).toContain('Nobody had expected that zoo would draw such a crowd');
    expectNoViolations(bot);
  });

  it('keeps section and dates while paging', async () => {
    const bot = await startArchiveBot();
    const { member } = bot;
    await bot.share(...draftsAbout(TOPICS), draftAbout('senate', { section: 'Politics & Law' }));
    const options = { section: 'world', after: '2024-02-18', before: 'Feb 2024' };
    const first = await privateReplyTo(member.slash('archive list', options));
    expect(first.text).toContain('1 to 10 of 11');
    const second = await privateReplyTo(member.click(first, '▶️'));
    expect(headlines(second.text)).toEqual(['observatory']);
    const politics = { section: 'politics & law' };
    const { text } = await privateReplyTo(member.slash('archive list', politics));
    expect(headlines(text)).toEqual(['senate']);
    expectNoViolations(bot);
  });

  it('says what is wrong with an option, in the language of the member', async () => {
    const bot = await startArchiveBot();
    const { member } = bot;
    const { list: en } = archiveTexts.en;
    expect((await privateReplyTo(member.slash('archive list'))).text).toBe(en.emptyArchive);
    await bot.share(...draftsAbout(['harbour']));
    const say = async (options: Record<string, string>): Promise<string> =>
      (await privateReplyTo(member.slash('archive list', options))).text;
    expect(await say({ section: 'sport' })).toBe(en.noSection);
    expect(await say({ after: 'soon' })).toBe(en.badDate('after'));
    expect(await say({ after: '2024', before: '2023' })).toBe(en.noDayBetween);
    expect(await say({ before: '2020' })).toBe(en.noMatch);
    member.locale = 'de';
    expect(await say({ before: 'bald' })).toBe(archiveTexts.de.list.badDate('bis'));
  });

  it('goes to the last page where the articles have become fewer', async () => {
    const bot = await startArchiveBot();
    const { member } = bot;
    const ids = await bot.bring(draftsAbout(TOPICS.slice(0, 11)));
    const first = await privateReplyTo(member.slash('archive list'));
    const archive = await bot.archive();
    await archive.remove(ids[10] ?? '', member.userId);
    const second = await privateReplyTo(member.click(first, '▶️'));
    expect(headlines(second.text)).toEqual(TOPICS.slice(0, 10));
    const forged = await privateReplyTo(member.forgeClick(second, 'archive-list:999999999:x::'));
    expect(headlines(forged.text)).toEqual(TOPICS.slice(0, 10));
  });
});

describe('/archive show', () => {
  it('opens an article by its id, page by page, also after a restart', async () => {
    const bot = await startArchiveBot();
    const { member } = bot;
    const paragraphs = Array.from({ length: 40 }, (_, at) => ({
      kind: 'text' as const,
      text: `Paragraph number ${at} tells of the harbour. ${'The ships lie still. '.repeat(10)}`.trim(),
    }));
    const [id = ''] = await bot.share(draftAbout('harbour', { paragraphs }));
    const first = await privateReplyTo(member.slash('archive show', { article: ` ${id} ` }));
    expect(first.text).toContain('News of the harbour');
    expect(first.text).toContain('Paragraph number 0 tells');
    await bot.restart();
    const second = await privateReplyTo(member.click(first, '▶️'));
    expect(second.id).toBe(first.id);
    expect(second.text).not.toContain('Paragraph number 0 tells');
    expectNoViolations(bot);
  });

  it('says so where there is no such article', async () => {
    const { member } = await startArchiveBot();
    member.locale = 'de';
    const { text } = await privateReplyTo(member.slash('archive show', { article: 'zoo' }));
    expect(text).toBe('Diesen Artikel gibt es hier nicht.');
  });
});

describe('suggestions while typing', () => {
  it('offer articles by the words of their headline, and sections', async () => {
    const bot = await startArchiveBot();
    const { member } = bot;
    const long = { headline: `The ${'very '.repeat(40)}long harbour`, publishedAt: null };
    const [harbour, , undated] = await bot.share(
      draftAbout('harbour'),
      draftAbout('bridge', { section: 'Politics' }),
      draftAbout('zoo', { ...long, section: 'x'.repeat(120) }),
    );
    const articles = await member.complete('archive show', { article: 'harb' }, 'article');
    expect(articles.map(({ value }) => value).sort()).toEqual([harbour, undated].sort());
    expect(articles).toContainEqual({ name: 'News of the harbour · 2024-02-10', value: harbour });
    const all = await member.complete('archive list', { section: '' }, 'section');
    expect(all.map(({ value }) => value).sort()).toEqual(['Politics', 'World']);
    const some = await member.complete('archive list', { section: 'POL' }, 'section');
    expect(some).toEqual([{ name: 'Politics', value: 'Politics' }]);
    expectNoViolations(bot);
  });
});

/** Topics of the articles listed, in order. */
function headlines(text: string): string[] {
  return [...text.matchAll(/News of the (\w+)/g)].map(([, topic = '']) => topic);
}
