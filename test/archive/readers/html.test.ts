import { describe, expect, it } from 'vitest';
import { onlyDraft, outline, readFixture, readText } from './reading.ts';

const LONG =
  'This is a sentence of some length, with a comma in it, that makes the paragraph count as text.';

describe('HTML', () => {
  it('is read with its metadata, and without what surrounds the article', async () => {
    const draft = onlyDraft(
      await readFixture('ferry.html', { url: 'https://www.coast.example/x?utm=1' }),
    );
    expect(draft).toMatchObject({
      headline: 'Island ferry sails again – at last',
      publishedAt: '2024-05-02T06:15:00+02:00',
      section: 'Transport',
      byline: 'Ida Holm, Per Vik',
      source: 'Coast Herald',
      url: 'https://www.coast.example/news/ferry-sails-again',
      language: 'en-GB',
      photoCaption: 'The Aurora leaves the dock. Photo: Nils Aas',
      notes: [],
    });
    expect(outline(draft)).toEqual([
      'standfirst: After nine weeks in dock the Aurora is back on the northern route.',
      'text: The ferry Aurora left the quay at six on Thursday morning, with forty cars, two buses and a wedding party on board.',
      'text: Her engines had been taken out, cleaned and put back, which took the yard nine weeks, three more than it had promised.',
      'subheading: Summer timetable',
      'text: From June there are to be five crossings a day, the line said, and a sixth on Fridays if the crew can be found.',
      'quotation: The island was never this quiet, and nobody liked it.',
      'text: Foot passengers pay nothing until July.',
      'text: Cars need a booking.',
      'text: "I missed the horn," said one of the islanders, who had come to watch.',
    ]);
  });

  it.each([
    [
      'a meta element',
      '<meta property="article:published_time" content="2024-02-10T08:00:00Z">',
      '2024-02-10T08:00:00Z',
    ],
    ['another spelling of it', '<meta name="PubDate" content="10 Feb 2024">', '2024-02-10'],
    [
      'JSON-LD in an array',
      '<script type="application/ld+json">[{"@type":"Article","datePublished":"2024-02-10"}]</script>',
      '2024-02-10',
    ],
    ['a time element', '<time datetime="2024-02-10">yesterday</time>', '2024-02-10'],
    [
      'the next candidate after a bad one',
      '<meta name="date" content="soon"><time datetime="2024-02-10">x</time>',
      '2024-02-10',
    ],
  ])('takes the date from %s', (_, markup, date) => {
    const draft = onlyDraft(
      readText(`<html><head>${markup}</head><body><p>${LONG}</p></body></html>`, 'a.html'),
    );
    expect(draft.publishedAt).toBe(date);
  });

  it('notes a date that does not exist and keeps the article', () => {
    const draft = onlyDraft(
      readText(`<meta name="date" content="2024-02-30"><p>${LONG}</p>`, 'a.html'),
    );
    expect(draft.publishedAt).toBeNull();
    expect(draft.notes).toContain('the date "2024-02-30" was left out: it does not exist');
  });

  it('passes over broken JSON-LD', () => {
    const draft = onlyDraft(
      readText(
        `<html><script type="application/ld+json">{"@type": </script><body><h1>Title</h1><p>${LONG}</p>`,
        'a.html',
      ),
    );
    expect(draft.headline).toBe('Title');
    expect(outline(draft)).toEqual([`text: ${LONG}`]);
  });

  it('lets no page take the address of another site', () => {
    const page = `<link rel="canonical" href="https://other.example/story"><p>${LONG}</p>`;
    const draft = onlyDraft(readText(page, 'a.html', { url: 'https://this.example/story' }));
    expect(draft.url).toBe('https://this.example/story');
  });

  it('reads pages of a few words and pieces of pages', () => {
    expect(outline(onlyDraft(readText('<p>Short.</p>', 'a.html')))).toEqual(['text: Short.']);
    expect(outline(onlyDraft(readText('<html><body><nav>Menu</nav>Just text.', 'a.html')))).toEqual(
      ['text: Just text.'],
    );
  });

  it('keeps a description that the page does not print out of the text', () => {
    const page = `<html><head><meta name="description" content="For search engines."></head><body><p>${LONG}</p></body></html>`;
    expect(outline(onlyDraft(readText(page, 'a.html')))).toEqual([`text: ${LONG}`]);
  });

  it.each([
    ['elements too deep', '<div>'.repeat(10_000) + LONG, 'nests its elements more than 250 deep'],
    ['too many elements', '<br>'.repeat(200_000), 'at most 60000 are read'],
    ['too long a text', `<p>${'word '.repeat(500_000)}`, 'at most 2000000 are read as one article'],
    ['no text', '<html><body><img src="x"><script>words</script></body></html>', 'no text found'],
  ])('refuses a page with %s', (_, page, message) => {
    expect(readText(page, 'a.html')).toEqual({
      drafts: [],
      problems: [
        {
          file: 'a.html',
          line: expect.toBeOneOf([null, 1]) as null,
          message: expect.stringContaining(message) as string,
        },
      ],
    });
  });
});
