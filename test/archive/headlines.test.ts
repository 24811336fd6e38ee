import { expect, test } from 'vitest';
import { BY, draftAbout, openArchive } from './archive-kit.ts';

const SCOPES = ['shared'];

async function archiveWith(headlines: readonly string[]) {
  const { library } = openArchive();
  const drafts = headlines.map((headline, at) =>
    draftAbout(`topic${at}`, { headline, publishedAt: `2024-01-${String(at + 10)}` }),
  );
  await library.add(drafts, BY);
  return (text: string, limit = 25) =>
    library.findHeadlines(text, SCOPES, limit).map(({ headline }) => headline);
}

test('those that begin with the text come first, then those that contain it, then those with all its words', async () => {
  const find = await archiveWith(['New bridge', 'A new bridge', 'Bridge is new', 'New market']);
  expect(find('new bridge')).toEqual(['New bridge', 'A new bridge', 'Bridge is new']);
});

test('the newest come first, and all of them for an empty text', async () => {
  const find = await archiveWith(['Old news', 'Newer news', 'Newest news']);
  expect(find('news')).toEqual(['Newest news', 'Newer news', 'Old news']);
  expect(find(' ')).toEqual(['Newest news', 'Newer news', 'Old news']);
  expect(find('news', 1)).toEqual(['Newest news']);
});

test('neither case nor accents matter, and no character has a meaning of its own', async () => {
  const find = await archiveWith(['Élysée ÜBER alles', '100% sure', 'Under_score']);
  expect(find('elysee')).toEqual(['Élysée ÜBER alles']);
  expect(find('üBER')).toEqual(['Élysée ÜBER alles']);
  expect(find('%')).toEqual(['100% sure']);
  expect(find('_')).toEqual(['Under_score']);
  expect(find("' OR 1")).toEqual([]);
});

test('a removed article is not found', async () => {
  const { library } = openArchive();
  const [added] = await library.add([draftAbout('bridge')], BY);
  if (added?.status !== 'added') throw new Error('The article was not added.');
  await library.remove(added.id, 'shared', 'test');
  expect(library.findHeadlines('bridge', SCOPES, 25)).toEqual([]);
});
