import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  headlinesOf,
  nearly,
  openBuilderKit,
  outlineOf,
  textNumber,
} from './builder-kit.ts';
import type { Digest } from '../../../src/digest/digest.ts';
import { HARBOUR } from '../posting/job-kit.ts';

/** Headlines shown, with those they are also in. */
function storiesOf(digest: Digest): (readonly [shown: string, alsoIn: string[]])[] {
  return entriesOf(digest).map(({ article, alsoIn }) => [
    article.headline,
    alsoIn.map(({ headline }) => headline),
  ]);
}

describe('near-duplicates', () => {
  it('are one entry: the newest, with the others', async () => {
    const kit = openBuilderKit();
    await kit.add({ headline: 'Monday', publishedAt: '2024-02-12', paragraphs: textNumber(1) });
    await kit.add({ headline: 'Other', publishedAt: '2024-02-13', paragraphs: textNumber(2) });
    const tuesday = { publishedAt: '2024-02-13', paragraphs: nearly(textNumber(1), 10) };
    await kit.add({ headline: 'Tuesday', ...tuesday });
    const sunday = { publishedAt: '2024-02-11', paragraphs: nearly(textNumber(1), 5) };
    await kit.add({ headline: 'Sunday', ...sunday });
    const digest = await kit.build();
    expect(storiesOf(digest)).toEqual([
      ['Tuesday', ['Monday', 'Sunday']],
      ['Other', []],
    ]);
    expect(digest.articles).toBe(4);
  });

  it('are only those that are alike enough', async () => {
    const kit = openBuilderKit();
    await kit.add({ headline: 'One', paragraphs: textNumber(1) });
    // Of 116 word 5-grams each, 65 and 95 in common: likeness .39 and .69.
    await kit.add({ headline: 'Two', paragraphs: nearly(textNumber(1), 51) });
    expect(storiesOf(await kit.build())).toHaveLength(2);
    await kit.add({ headline: 'Three', paragraphs: nearly(textNumber(1), 21) });
    expect(storiesOf(await kit.build())).toContainEqual(['Three', ['One']]);
  });

  it('are brought together by a third one', async () => {
    const kit = openBuilderKit();
    const [first = [], second = [], third = []] = [0, 18, 36].map((from) => chain(from));
    await kit.add({ headline: 'First', paragraphs: first });
    await kit.add({ headline: 'Third', paragraphs: third });
    expect(storiesOf(await kit.build())).toHaveLength(2);
    await kit.add({ headline: 'Second', paragraphs: second });
    expect(storiesOf(await kit.build())).toEqual([['Second', ['Third', 'First']]]);
  });

  it('are shown by one that can be opened, and of these by one with a standfirst', async () => {
    const kit = openBuilderKit();
    const standfirst = { kind: 'standfirst', text: 'In short.' } as const;
    const url = (name: string) => `https://${name}.example/1`;
    await kit.add({ headline: 'Linked', url: url('one'), paragraphs: textNumber(1) });
    const short = [standfirst, ...textNumber(1)];
    await kit.add({ headline: 'Both', url: url('two'), paragraphs: short });
    await kit.add({ headline: 'Summed up', paragraphs: [standfirst, ...nearly(textNumber(1), 1)] });
    await kit.add({ headline: 'Newest', paragraphs: nearly(textNumber(1), 2) });
    expect(storiesOf(await kit.build())).toEqual([['Both', ['Newest', 'Summed up', 'Linked']]]);
  });

  it('stand where the article shown stands', async () => {
    const kit = openBuilderKit();
    const old = { publishedAt: '2024-02-01', url: 'https://gazette.example/1' };
    await kit.add({ headline: 'Old and linked', ...old, paragraphs: textNumber(1) });
    await kit.add({ headline: 'Between', publishedAt: '2024-02-05', paragraphs: textNumber(2) });
    const copy = { publishedAt: '2024-02-09', paragraphs: nearly(textNumber(1), 3) };
    await kit.add({ headline: 'New copy', ...copy });
    expect(storiesOf(await kit.build())).toEqual([
      ['Between', []],
      ['Old and linked', ['New copy']],
    ]);
  });

  it('of another section go with the article shown', async () => {
    const kit = openBuilderKit();
    await kit.add({ headline: 'One', section: 'Sport', paragraphs: textNumber(1) });
    await kit.add({ headline: 'Two', section: 'World', paragraphs: nearly(textNumber(1), 4) });
    const digest = await kit.build();
    expect(outlineOf(digest)).toEqual([['World', ['Two']]]);
    const [entry] = entriesOf(digest);
    expect(entry?.alsoIn).toMatchObject([{ headline: 'One', section: 'Sport' }]);
  });

  it('of a guild and of the shared archive are one entry', async () => {
    const kit = openBuilderKit();
    await kit.add({ headline: 'Shared', paragraphs: textNumber(1) });
    await kit.add({ headline: 'Ours', paragraphs: nearly(textNumber(1), 4) }, HARBOUR);
    expect(storiesOf(await kit.build())).toEqual([['Ours', ['Shared']]]);
  });

  it('that are no news are not named', async () => {
    const kit = openBuilderKit();
    const seenKey = await kit.add({ headline: 'Yesterday', paragraphs: textNumber(1) });
    await kit.add({ headline: 'Today', paragraphs: nearly(textNumber(1), 4) });
    expect(storiesOf(await kit.build({ seenKey }))).toEqual([['Today', []]]);
  });

  it('do not hide that the article shown was corrected', async () => {
    const kit = openBuilderKit();
    const url = 'https://gazette.example/1';
    const seenKey = await kit.add({ headline: 'Wrong', url, paragraphs: textNumber(1) });
    await kit.add({ headline: 'Right', url, paragraphs: nearly(textNumber(1), 9) });
    await kit.add({ headline: 'Copy', paragraphs: nearly(textNumber(1), 8) });
    const digest = await kit.build({ seenKey });
    expect(headlinesOf(digest)).toEqual(['Right']);
    expect(entriesOf(digest)).toMatchObject([{ corrected: true }]);
    expect(digest).toMatchObject({ articles: 2, corrected: 1 });
  });
});

/** 100 words of one endless text. */
function chain(from: number) {
  const words = Array.from({ length: 100 }, (_, at) => `word${from + at}`);
  return [{ kind: 'text', text: words.join(' ') } as const];
}
