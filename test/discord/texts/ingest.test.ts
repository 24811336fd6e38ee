import { describe, expect, it, test } from 'vitest';
import { readArticles } from '../../../src/archive/readers/read.ts';
import { ingestTexts } from '../../../src/discord/texts/ingest/index.ts';
import { readerWording } from '../../../src/discord/texts/ingest/reader-wording.ts';
import { LANGUAGES } from '../../../src/discord/texts/language.ts';
import { fetchUrl } from '../../../src/ingest/fetch-url.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';

const FOREIGN = ['de', 'fr', 'es'] as const;

/** Inputs that make the readers guess, leave out and refuse. */
const ODD_INPUTS: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['a.json', '{"text": "Hello world", "date": "soon", "url": "nowhere", "language": "english"}'],
  ['a.json', '{"text": "Hello world", "date": "03/04/2024"}'],
  ['a.json', '{"text": "Hello world", "date": 1700000000}'],
  ['a.json', '{"text": "Hello world", "date": "2999-01-01"}'],
  ['a.json', `{"text": "Hello world", "byline": "${'x'.repeat(3_000)}"}`],
  ['a.json', '{"text": "Hello world", "date": "2024-02-31"}'],
  ['a.json', '{"title": "No text"}'],
  ['a.json', '{"text": " "}'],
  ['a.json', '[]'],
  ['a.json', '[4]'],
  ['a.json', '{'],
  ['a.json', `{"text": "Hello", "headline": "${'x'.repeat(1_001)}"}`],
  ['a.md', '+++\ntitle = "a"\n+++\n\nHello world'],
  ['a.md', '---\na: [\n---\n\nHello world'],
  ['a.txt', 'Caf\u00e9'],
  ['a.txt', Buffer.from('Caf\u00e9 au lait', 'latin1')],
  ['a.txt', Buffer.from('%PDF-1.4 words')],
  ['a.txt', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7])],
  ['a.txt', Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0])],
  ['a.txt', 'x\n'.repeat(100_001)],
  ['a.txt', 'x'.repeat(2_000_001)],
  ['a.txt', 'x'.repeat(5_000_001)],
  ['a.xml', '<?xml version="1.0"?><rss><channel/></rss>'],
  ['a.html', `<html><body>${'<div>'.repeat(600)}words</body></html>`],
];

function sentencesOf(name: string, content: string | Uint8Array): readonly string[] {
  const { drafts, problems } = readArticles(Buffer.from(content), {
    name,
    today: new Date('2024-03-01T00:00:00Z'),
    defaults: { section: 'City', source: 'Paper', publishedAt: '2024-02-10' },
  });
  return [...drafts.flatMap(({ draft }) => draft.notes), ...problems.map(({ message }) => message)];
}

/** Sentences of parts that take a server, a thread or an archive to provoke. */
const OTHER_SENTENCES = [
  'the article has 600,000 characters, at most 500,000 are allowed',
  'only the first 2,000 articles are taken at once; send the rest in another file',
  'it took too long to read; it is too intricate, or damaged',
  'it took too long; the rest of it was not read',
  'it could not be read: it needs too much memory, or is damaged',
  'it has 2000 entries, only the first 1000 are read',
  'its path leads out of the archive',
  'archives inside an archive are not read',
  'only .txt, .md, .html, .json and .jsonl files are read',
  'it is encrypted; pack it without a password',
  'it is packed in a way that cannot be read',
  'it unpacks to more than 5 MB',
  'the archive unpacks to more than 50 MB',
  'it unpacks to far more than a text would',
  'it cannot be unpacked: bad data',
  'it is no sound ZIP archive: end of central directory record signature not found',
  'and 7 more problems',
  'no complete answer within 15 seconds',
  'the server answered 404 Not Found',
  'it redirects more than 5 times',
  'there is no such host',
  'the server refuses connections',
  'it is application/pdf, and only HTML, text and JSON are read',
  'it is larger than 5 MB',
];

describe('what the readers say', () => {
  const sentences = [...ODD_INPUTS.flatMap((input) => sentencesOf(...input)), ...OTHER_SENTENCES];

  it('is provoked in all its variety', () => {
    expect(new Set(sentences).size).toBeGreaterThan(45);
  });

  test.each([...new Set(sentences)].map((each) => [each.slice(0, 60), each] as const))(
    'is worded in every language: %s',
    (_, sentence) => {
      expect(readerWording(sentence, 'en')).toBe(sentence);
      const worded = FOREIGN.map((language) => readerWording(sentence, language));
      expect(new Set([sentence, ...worded]).size).toBe(4);
      for (const each of worded) expect(each).not.toMatch(/\$\d/);
    },
  );

  it('of a page comes without its address, which stands before it anyway', async () => {
    const failed = fetchUrl('http://127.0.0.1/', { clock: new ManualClock() });
    const message = await failed.then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(readerWording(message, 'en')).toBe('127.0.0.1 is not an address of the public internet');
    expect(readerWording(message, 'es')).toBe(
      '127.0.0.1 no es una dirección de la internet pública',
    );
  });

  it('stays as it is where there is no other wording', () => {
    expect(readerWording('the moon was in the way', 'de')).toBe('the moon was in the way');
  });
});

describe('the wording of the modal and the buttons', () => {
  test.each(LANGUAGES)('is as short as Discord wants it in %s', (language) => {
    const { modal, buttons, list } = ingestTexts[language];
    for (const title of [modal.title, modal.editTitle, modal.headline, modal.date, modal.section]) {
      expect(title.length).toBeLessThanOrEqual(45);
    }
    for (const hint of [modal.dateHint, modal.linkHint, modal.bodyHint]) {
      expect(hint.length).toBeLessThanOrEqual(100);
    }
    expect(list.choose.length).toBeLessThanOrEqual(150);
    expect(buttons.add(2_000).length).toBeLessThanOrEqual(80);
  });
});
