import { describe, expect, it } from 'vitest';
import type { AddOutcome, DraftToAdd, StoredOutcome } from '../../src/archive/library.ts';
import { BY, draftAbout, openArchive, type ArchiveParts } from './archive-kit.ts';

async function addOne(archive: ArchiveParts, draft: DraftToAdd, scope = 'shared') {
  const [outcome] = await archive.library.add([draft], { scope, by: 'test' });
  return stored(outcome);
}

function stored(outcome: AddOutcome | undefined): StoredOutcome {
  if (outcome === undefined || outcome.status === 'failed') throw new Error('Expected it stored.');
  return outcome;
}

describe('export', () => {
  it('gives drafts that another archive takes with their ids and revisions', async () => {
    const archive = openArchive();
    const url = 'https://example.org/a';
    await addOne(archive, draftAbout('bridge', { url }));
    archive.clock.advance(60_000);
    const revised = await addOne(archive, draftAbout('tunnel', { url }));
    await addOne(archive, draftAbout('lake', { photoCaption: 'A lake', publishedAt: null }));
    const drafts: DraftToAdd[] = [];
    for await (const draft of archive.library.exportArticles(['shared'])) drafts.push(draft);

    const other = openArchive();
    await other.library.add(drafts, { ...BY, by: 'importer' });
    const copy = other.library.get(revised.id, ['shared']);
    expect(copy).toMatchObject({ revision: 2, ingestedBy: 'test' });
    const again: DraftToAdd[] = [];
    for await (const draft of other.library.exportArticles(['shared'])) again.push(draft);
    expect(again).toEqual(drafts);
    expect((await other.library.add(drafts, BY)).map(({ status }) => status)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('gives an imported article a new id when another guild has its id', async () => {
    const archive = openArchive();
    const theirs = await addOne(archive, draftAbout('bridge'), 'guild1');
    const archived = {
      id: theirs.id,
      revision: 3,
      ingestedAt: '2020-01-01T00:00:00.000Z',
      ingestedBy: 'x',
    };
    const ours = await addOne(archive, { ...draftAbout('lake'), archived }, 'guild2');
    expect(ours.id).not.toBe(theirs.id);
    expect(ours).toMatchObject({ status: 'added', revision: 3 });
  });
});
