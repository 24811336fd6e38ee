import { describe, expect, it } from 'vitest';
import { Connection } from '../../../src/archive/database/connection.ts';
import { archivePath } from '../../archive/archive-kit.ts';
import { MOUNTAIN, HARBOUR, CHANNEL } from '../posting/job-kit.ts';
import { entriesOf, headlinesOf, openBuilderKit, outlineOf, textNumber } from './builder-kit.ts';

describe('what a digest holds', () => {
  it('is what came into the archive since the last one, newest first', async () => {
    const kit = openBuilderKit();
    const seenKey = await kit.add({ headline: 'Old', paragraphs: textNumber(1) });
    await kit.add({ headline: 'Tuesday', publishedAt: '2024-02-13', paragraphs: textNumber(2) });
    await kit.add({ headline: 'Undated', publishedAt: null, paragraphs: textNumber(3) });
    const noon = { publishedAt: '2024-02-14T12:00:00Z', paragraphs: textNumber(4) };
    await kit.add({ headline: 'Wednesday noon', ...noon });
    const dawn = { publishedAt: '2024-02-14T06:00:00Z', paragraphs: textNumber(5) };
    await kit.add({ headline: 'Wednesday dawn', ...dawn });
    await kit.add({
      headline: 'Later on Tuesday',
      publishedAt: '2024-02-13',
      paragraphs: textNumber(6),
    });
    const digest = await kit.build({ seenKey });
    expect(headlinesOf(digest)).toEqual([
      'Wednesday noon',
      'Wednesday dawn',
      'Later on Tuesday',
      'Tuesday',
      'Undated',
    ]);
    expect(digest).toMatchObject({
      date: '2024-03-02',
      firstDate: '2024-03-01',
      articles: 5,
      corrected: 0,
      omitted: 0,
    });
  });

  it('ends at the key it is built for', async () => {
    const kit = openBuilderKit();
    const untilKey = await kit.add({ headline: 'In time', paragraphs: textNumber(1) });
    await kit.add({ headline: 'Too late', paragraphs: textNumber(2) });
    expect(headlinesOf(await kit.build({}, untilKey))).toEqual(['In time']);
  });

  it('is empty when nothing is new', async () => {
    const kit = openBuilderKit();
    const seenKey = await kit.add({ headline: 'Old' });
    const digest = await kit.build({ seenKey });
    expect(digest).toMatchObject({ articles: 0, corrected: 0, omitted: 0, sections: [] });
  });

  it('shows an article that was corrected, and says so, whenever the digest saw it before', async () => {
    const kit = openBuilderKit();
    const url = 'https://gazette.example/1';
    const seenKey = await kit.add({ headline: 'Wrong', url, paragraphs: textNumber(1) });
    await kit.add({ headline: 'Right', url, paragraphs: textNumber(2) });
    const later = 'https://gazette.example/2';
    await kit.add({ headline: 'New and wrong', url: later, paragraphs: textNumber(3) });
    await kit.add({ headline: 'New and right', url: later, paragraphs: textNumber(4) });
    const digest = await kit.build({ seenKey });
    expect(digest).toMatchObject({ articles: 2, corrected: 1 });
    const marks = entriesOf(digest).map(({ article, corrected }) => [article.headline, corrected]);
    expect(marks).toEqual([
      ['New and right', false],
      ['Right', true],
    ]);
  });

  it('shows no article that was taken back or removed, and none that only came back', async () => {
    const kit = openBuilderKit();
    const old = await kit.add({ headline: 'Removed and restored', paragraphs: textNumber(1) });
    const gone = await kit.add({ headline: 'Gone', paragraphs: textNumber(2) });
    const stays = await kit.add({ headline: 'Stays', paragraphs: textNumber(3) });
    const [first, second] = kit.library.articlesByKeys([old, gone]);
    await kit.library.remove(first?.id ?? '', 'shared', 'test');
    await kit.library.restore(first?.id ?? '', 'shared', 'test');
    await kit.library.undo(second?.id ?? '', 'shared', 'test');
    expect(headlinesOf(await kit.build({ seenKey: old }))).toEqual(['Stays']);
    expect(stays).toBeGreaterThan(gone);
  });

  it('comes from its guild and from the shared archive, never from another guild', async () => {
    const kit = openBuilderKit();
    await kit.add({ headline: 'Ours', paragraphs: textNumber(1) }, HARBOUR);
    await kit.add({ headline: 'Theirs', paragraphs: textNumber(2) }, MOUNTAIN);
    await kit.add({ headline: 'Everybody’s', paragraphs: textNumber(3) });
    expect(headlinesOf(await kit.build())).toEqual(['Everybody’s', 'Ours']);
    const theirs = await kit.build({ guildId: MOUNTAIN });
    expect(headlinesOf(theirs)).toEqual(['Everybody’s', 'Theirs']);
  });

  it('leaves out what another digest posted in the same channel', async () => {
    const kit = openBuilderKit();
    const posted = await kit.add({ headline: 'Posted', paragraphs: textNumber(1) });
    const elsewhere = await kit.add({ headline: 'Posted elsewhere', paragraphs: textNumber(2) });
    kit.post([posted]);
    kit.post([elsewhere], { channel: '300000000000000009' });
    kit.post([elsewhere], { guild: MOUNTAIN, channel: CHANNEL });
    expect(headlinesOf(await kit.build())).toEqual(['Posted elsewhere']);
  });

  it('shows what another digest posted there when it has been corrected since', async () => {
    const kit = openBuilderKit();
    const url = 'https://gazette.example/1';
    const wrong = await kit.add({ headline: 'Wrong', url, paragraphs: textNumber(1) });
    kit.post([wrong]);
    await kit.add({ headline: 'Right', url, paragraphs: textNumber(2) });
    const digest = await kit.build();
    expect(headlinesOf(digest)).toEqual(['Right']);
    expect(digest.corrected).toBe(1);
  });

  it('leaves out what another digest posted there after its correction was taken back', async () => {
    const kit = openBuilderKit();
    const url = 'https://gazette.example/1';
    const key = await kit.add({ headline: 'Right', url, paragraphs: textNumber(1) });
    await kit.add({ headline: 'Wrong', url, paragraphs: textNumber(2) });
    await kit.library.undo(kit.library.getByKey(key)?.id ?? '', 'shared', 'test');
    expect(headlinesOf(await kit.build())).toEqual(['Right']);
    kit.post([key], { untilKey: kit.database.news.highestKey() });
    expect(headlinesOf(await kit.build())).toEqual([]);
  });
});

describe('sections', () => {
  async function openSections() {
    const kit = openBuilderKit();
    const sections = ['World', 'Sport', 'sport', null, 'Sport', 'Culture', 'culture'];
    for (const [at, section] of sections.entries()) {
      await kit.add({ headline: `${at} ${section ?? '-'}`, section, paragraphs: textNumber(at) });
    }
    return kit;
  }

  it('group the articles: most entries first, as most spell them, none last', async () => {
    const kit = await openSections();
    expect(outlineOf(await kit.build())).toEqual([
      ['Sport', ['4 Sport', '2 sport', '1 Sport']],
      ['culture', ['6 culture', '5 Culture']],
      ['World', ['0 World']],
      [null, ['3 -']],
    ]);
  });

  it('restrict it, whatever the case', async () => {
    const kit = await openSections();
    const digest = await kit.build({ sections: ['SPORT', 'world', 'Weather'] });
    expect(digest.sections.map(({ section }) => section)).toEqual(['Sport', 'World']);
    expect(digest.articles).toBe(4);
  });

  it('are left out when they are muted, even when they are asked for', async () => {
    const kit = await openSections();
    const muted = await kit.build({ mutedSections: ['SPORT'] });
    expect(muted.sections.map(({ section }) => section)).toEqual(['culture', 'World', null]);
    const asked = await kit.build({ sections: ['Sport', 'World'], mutedSections: ['sport'] });
    expect(asked.sections.map(({ section }) => section)).toEqual(['World']);
  });
});

describe('an entry', () => {
  it('cites its article and shows a lead word for word', async () => {
    const kit = openBuilderKit();
    const given = { headline: 'Storm', byline: 'Ada', url: 'https://gazette.example/storm' };
    const key = await kit.add(given);
    const [entry] = entriesOf(await kit.build());
    const article = kit.library.getByKey(key);
    expect(entry?.article).toEqual({
      ...given,
      id: article?.id,
      section: 'World',
      source: 'Gazette',
      publishedAt: '2024-02-10',
    });
    expect(entry).toMatchObject({ articleKey: key, quotation: null, alsoIn: [] });
    const { start = 0, end = 0, text } = entry?.lead ?? {};
    expect(text).toBe(article?.canonical.slice(start, end));
    expect(text).toContain('opened on Monday');
  });

  it('has a quotation in the full style only', async () => {
    const kit = openBuilderKit();
    await kit.add({ headline: 'Storm' });
    const [full] = entriesOf(await kit.build({ style: 'full' }));
    expect(full?.quotation?.text).toMatch(/^Nobody had expected/);
    expect(full?.quotation?.speaker.text).toBe('Nobody');
    const [compact] = entriesOf(await kit.build({ style: 'compact' }));
    expect(compact?.quotation).toBeNull();
  });

  it('is not looked for twice', async () => {
    const kit = openBuilderKit();
    await kit.add({ headline: 'Storm' });
    const first = await kit.build();
    expect(await kit.build({ guildId: MOUNTAIN, channelId: '3' })).toEqual(first);
    expect(kit.read).toEqual(['Storm']);
  });

  it('is missing when the stored text is not what was stored', async () => {
    const path = archivePath();
    const before = openBuilderKit({ path });
    await before.add({ headline: 'Storm', paragraphs: textNumber(1) });
    await before.add({ headline: 'Calm', paragraphs: textNumber(2) });
    before.database.close();
    const tampered = Connection.open(path);
    tampered.execute("UPDATE texts SET canonical = replace(canonical, 'word2x7', 'word2y7')");
    tampered.close();
    const kit = openBuilderKit({ path });
    const digest = await kit.build();
    expect(headlinesOf(digest)).toEqual(['Storm']);
    expect(digest.articles).toBe(1);
  });
});

describe('the build', () => {
  it('stops when nobody waits for it any more', async () => {
    const kit = openBuilderKit();
    await kit.add({ headline: 'Storm' });
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(kit.build({}, undefined, signal)).rejects.toThrow('gone');
  });
});
