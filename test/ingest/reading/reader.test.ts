import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import { openReader } from '../../../src/ingest/reading/open-reader.ts';

const SETTINGS = {
  today: new Date('2024-03-01T12:00:00Z'),
  maxCharacters: 500_000,
  maxArticles: 2_000,
};

test('reads a text in a thread of its own', async () => {
  const reader = openReader({ clock: systemClock });
  onTestFinished(() => reader.close());
  const bytes = new TextEncoder().encode(
    'A headline\n\nThe first paragraph of the text, with words in it.\n',
  );
  const { drafts, failures } = await reader.read({ name: 'a.txt', bytes }, SETTINGS);
  expect(failures).toEqual([]);
  expect(drafts.map(({ input, draft }) => [input, draft.headline])).toEqual([
    ['a.txt', 'A headline'],
  ]);
});
