import { describe, expect, it } from 'vitest';
import { HOUR, ingest } from '../../digest/posting/job-kit.ts';
import { openArchive } from '../archive-kit.ts';

const GUILD = '100000000000000001';
const OTHER = '100000000000000002';

describe('what came into the archive', () => {
  it('is listed by its keys, the newest first, of the scopes that may be seen', async () => {
    const kit = openArchive();
    const { news } = kit.database;
    await ingest(kit, 'bridge');
    const since = news.highestKey();
    await ingest(kit, 'lake', { publishedAt: '2024-02-09' });
    await ingest(kit, 'undated', { publishedAt: null });
    await ingest(kit, 'tower', { scope: GUILD, publishedAt: '2024-02-11', section: 'Sport' });
    await ingest(kit, 'tunnel', { scope: OTHER });
    const until = news.highestKey();
    await ingest(kit, 'later');
    const headlines = (scopes: string[]) =>
      news.between(since, until, scopes).map(({ key }) => kit.library.getByKey(key)?.headline);
    expect(headlines(['shared', GUILD])).toEqual([
      'News of the tower',
      'News of the lake',
      'News of the undated',
    ]);
    expect(headlines([OTHER])).toEqual(['News of the tunnel']);
    expect(news.between(since, until, [GUILD])).toMatchObject([
      { revision: 1, section: 'Sport', corrected: false },
    ]);
    expect(news.between(until, since, ['shared'])).toEqual([]);
  });

  it('is a correction when an earlier revision was there before', async () => {
    const kit = openArchive();
    const { news } = kit.database;
    const lake = { url: 'https://example.org/lake' };
    const tower = { url: 'https://example.org/tower' };
    await ingest(kit, 'lake', lake);
    const since = news.highestKey();
    await ingest(kit, 'longer lake', lake);
    await ingest(kit, 'tower', tower);
    await ingest(kit, 'higher tower', tower);
    const rows = news.between(since, news.highestKey(), ['shared']);
    expect(rows.map(({ revision, corrected }) => [revision, corrected])).toEqual([
      [2, false],
      [2, true],
    ]);
  });

  it('until a time ends before the first article that came later', async () => {
    const kit = openArchive();
    const { news } = kit.database;
    const until = (at: string, since: number) => news.highestKeyUntil(at, since);
    expect(news.highestKey()).toBe(0);
    expect(until('2024-03-01T12:00:00.000Z', 0)).toBe(0);
    await ingest(kit, 'bridge');
    kit.clock.advance(HOUR);
    await ingest(kit, 'lake');
    expect(until('2024-03-01T12:00:00.000Z', 0)).toBe(1);
    expect(until('2024-03-01T12:59:59.999Z', 0)).toBe(1);
    expect(until('2024-03-01T13:00:00.000Z', 0)).toBe(2);
    // What was seen before stays seen, whenever it came.
    expect(until('2024-03-01T12:00:00.000Z', 2)).toBe(2);
  });
});
