import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftParagraph, Paragraph, PassageSpan } from '../../src/archive/article.ts';
import { passageEmbeddingText } from '../../src/archive/embedding-text.ts';
import { splitPassages, walkPassages, type PassageLimits } from '../../src/archive/passages.ts';
import type { PassageSource } from '../../src/archive/sentence-queue.ts';
import { splitSentences } from '../../src/archive/sentences.ts';

function articleOf(headline: string, drafts: readonly DraftParagraph[]): PassageSource {
  const paragraphs: Paragraph[] = [];
  let canonical = '';
  for (const { kind, text } of drafts) {
    if (canonical !== '') canonical += '\n\n';
    paragraphs.push({ kind, start: canonical.length, end: canonical.length + text.length });
    canonical += text;
  }
  return { headline, canonical, paragraphs, language: 'en' };
}

const text = (words: string): DraftParagraph => ({ kind: 'text', text: words });
const subheading = (words: string): DraftParagraph => ({ kind: 'subheading', text: words });

/** `count` sentences of `words` words; each says which it is. */
function prose(count: number, words: number, topic = 'harbour'): string {
  const sentence = (n: number): string =>
    `Sentence ${n} of the ${topic}${' goes on'.repeat(words)}`;
  return Array.from({ length: count }, (_, n) => cutWords(sentence(n), words) + '.').join(' ');
}

function cutWords(sentence: string, words: number): string {
  return sentence.split(' ').slice(0, words).join(' ');
}

function wordsIn(slice: string): number {
  return slice.split(/\s+/).length;
}

/** Like a word-piece tokenizer on English: a token per five letters of a word, one per mark, two special ones. */
function countPieces(value: string): number {
  return 2 + (value.match(/[\p{L}\p{N}]{1,5}|[^\s\p{L}\p{N}]/gu)?.length ?? 0);
}

const limits: PassageLimits = { maxTokens: 256, countTokens: countPieces };

function slices(article: PassageSource, within: PassageLimits = limits): string[] {
  return splitPassages(article, within).map(({ start, end }) =>
    article.canonical.slice(start, end),
  );
}

describe('splitPassages', () => {
  it('keeps an article that is hardly longer than the target in one passage', () => {
    const article = articleOf('Harbour', [text(prose(8, 10)), text(prose(8, 10))]);
    expect(slices(article)).toEqual([article.canonical]);
  });

  it('cuts what is less than two passages in even parts that share a sentence', () => {
    const article = articleOf('Harbour', [text(prose(12, 20))]);
    const [first = '', second = '', ...more] = slices(article);
    expect(more).toEqual([]);
    expect([wordsIn(first), wordsIn(second)]).toEqual([120, 160]);
    expect(first).toMatch(/Sentence 4 [^.]*\. Sentence 5 [^.]*\.$/);
    expect(second).toMatch(/^Sentence 4 [^.]*\. Sentence 5 [^.]*\. Sentence 6 /);
  });

  it('makes passages of about the target from a long text, each two sentences into the one before', () => {
    const article = articleOf('Harbour', [text(prose(100, 15))]);
    const found = slices(article);
    for (const slice of found) expect(wordsIn(slice)).toBeLessThanOrEqual(190);
    for (const slice of found) expect(wordsIn(slice)).toBeGreaterThanOrEqual(90);
    expect(found[0]).toMatch(/^Sentence 0 /);
    expect(found[1]).toMatch(/^Sentence 8 /);
  });

  it('repeats no sentence that is long', () => {
    const spans = splitPassages(articleOf('Harbour', [text(prose(20, 60))]), limits);
    for (const [index, span] of spans.entries()) {
      expect(span.start).toBeGreaterThan(spans[index - 1]?.end ?? -1);
    }
  });

  it('starts a passage at the subheading of a long section', () => {
    const article = articleOf('Harbour', [
      text(prose(8, 14, 'harbour')),
      subheading('The lighthouse'),
      text(prose(8, 14, 'lighthouse')),
    ]);
    expect(slices(article)).toEqual([
      prose(8, 14, 'harbour'),
      `The lighthouse\n\n${prose(8, 14, 'lighthouse')}`,
    ]);
  });

  it('joins a short section to its neighbour when they fit together', () => {
    const after = articleOf('Harbour', [
      text(prose(10, 12)),
      subheading('Weather'),
      text(prose(2, 10)),
    ]);
    expect(slices(after)).toEqual([after.canonical]);
    const before = articleOf('Harbour', [
      text(prose(2, 10)),
      subheading('Weather'),
      text(prose(10, 12)),
    ]);
    expect(slices(before)).toEqual([before.canonical]);
  });

  it('never ends a passage with a subheading that something follows', () => {
    const sections = Array.from({ length: 40 }, (_, n) => [
      subheading(`Chapter ${n}`),
      subheading(`Part ${n}`),
      text(prose((n % 9) + 1, 11)),
    ]).flat();
    const found = slices(articleOf('Harbour', sections));
    expect(found.length).toBeGreaterThan(10);
    for (const slice of found) expect(slice).not.toMatch(/(?:Chapter|Part) \d+$/);
  });

  it('keeps subheadings that nothing follows', () => {
    const article = articleOf('Harbour', [
      text(prose(9, 15)),
      subheading('Read more'),
      subheading('Contact'),
    ]);
    expect(slices(article)).toEqual([article.canonical]);
    const contents = articleOf(
      'Contents',
      Array.from({ length: 900 }, (_, n) => subheading(`Line ${n}`)),
    );
    expect(slices(contents).join('\n\n').split(/\n+/)).toHaveLength(900);
  });

  it('joins a last stub to the passage before', () => {
    const dense = { ...limits, targetWords: 60 };
    const article = articleOf('Harbour', [
      text(prose(5, 12)),
      subheading('A section that is long enough'),
      text(prose(11, 11)),
      subheading('Notes'),
      text('Printed in 1923.'),
    ]);
    const found = slices(article, dense);
    expect(found.at(-1)).toMatch(/Sentence 10 [^]*\n\nNotes\n\nPrinted in 1923\.$/);
  });

  it('cuts a sentence that is too long for the model at a comma, and loses nothing', () => {
    const endless = Array.from({ length: 200 }, (_, n) => `the pier of basin ${n} was mended`).join(
      ', ',
    );
    const found = slices(articleOf('Harbour', [subheading('Piers'), text(`${endless}.`)]));
    expect(found[0]).toMatch(/^Piers\n\nthe pier of basin 0 /);
    for (const slice of found.slice(0, -1)) expect(slice).toMatch(/mended,$/);
    expect(found.join(' ')).toBe(`Piers\n\n${endless}.`);
  });

  it('cuts a word that is too long between characters, never within one', () => {
    const family = '👨‍👩‍👧';
    const word = `${family}é`.repeat(300);
    const found = slices(articleOf('Harbour', [text(word)]), { ...limits, maxTokens: 64 });
    expect(found.length).toBeGreaterThan(5);
    expect(found.join('')).toBe(word);
    for (const slice of found) expect(slice).toMatch(/^(?:👨‍👩‍👧|é)[^]*(?:👨‍👩‍👧|é)$/);
  });

  it('leaves half of the limit to the passage when the headline is endless', () => {
    const article = articleOf('breaking news '.repeat(400), [text(prose(60, 12))]);
    for (const slice of slices(article)) {
      const embedded = passageEmbeddingText(article.headline, slice, limits);
      expect(countPieces(embedded)).toBeLessThanOrEqual(256);
      expect(countPieces(slice)).toBeGreaterThanOrEqual(50);
      expect(embedded.endsWith(`news\n${slice}`)).toBe(true);
    }
  });

  it('refuses a limit that does not hold one character', () => {
    const article = articleOf('Harbour', [text('Ships.')]);
    expect(() => splitPassages(article, { maxTokens: 2, countTokens: countPieces })).toThrow(
      'A limit of 2 tokens does not hold one character of text.',
    );
  });

  it('finds nothing in an article without words', () => {
    expect(splitPassages(articleOf('Harbour', []), limits)).toEqual([]);
    expect(splitPassages(articleOf('Harbour', [text('')]), limits)).toEqual([]);
  });

  it('counts tokens about once for each passage, and reads a long article as it goes', () => {
    const article = articleOf(
      'Harbour',
      Array.from({ length: 20_000 }, (_, n) =>
        n % 23 === 0 ? subheading('On') : text(prose(3, 11)),
      ),
    );
    let calls = 0;
    let characters = 0;
    const counted: PassageLimits = {
      maxTokens: 256,
      countTokens: (value) => {
        calls++;
        characters += value.length;
        return countPieces(value);
      },
    };
    walkPassages(article, counted).next();
    expect(calls).toBeLessThan(10);
    const passages = splitPassages(article, counted);
    expect(calls).toBeLessThan(1.5 * passages.length);
    expect(characters).toBeLessThan(2 * article.canonical.length);
  });

  it('counts little in a megabyte without a full stop', () => {
    const article = articleOf('Harbour', [text('ship '.repeat(200_000).trim())]);
    let characters = 0;
    const passages = splitPassages(article, {
      maxTokens: 256,
      countTokens: (value) => {
        characters += value.length;
        return countPieces(value);
      },
    });
    expect(passages.length).toBeGreaterThan(700);
    expect(characters).toBeLessThan(20 * article.canonical.length);
  });
});

describe('the passages of any article', () => {
  const word = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.constantFrom('ships', 'The', 'harbour,', 'in', 'U.S.', '1,200', 'and;', '“No”'),
    },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((s) => s.trim()),
    },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(300), '港口的船很多。', '😀'.repeat(40)) },
  );
  const sentence = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 14 }), fc.constantFrom(1, 1, 1, 4, 20))
    .map(([words, copies]) => Array<string>(copies).fill(words.join(' ')).join(' ') + '. ');
  const body = fc
    .array(sentence, { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join('').trim());
  const paragraph = fc.oneof(
    { weight: 4, arbitrary: body.map(text) },
    {
      weight: 1,
      arbitrary: fc
        .array(word, { minLength: 1, maxLength: 9 })
        .map((w) => subheading(w.join(' ').trim())),
    },
  );
  const article = fc
    .tuple(fc.array(word, { maxLength: 60 }), fc.array(paragraph, { minLength: 1, maxLength: 9 }))
    .map(([headline, paragraphs]) => articleOf(headline.join(' '), paragraphs));
  const anyLimits: fc.Arbitrary<PassageLimits> = fc.record({
    maxTokens: fc.constantFrom(24, 64, 256, 512),
    countTokens: fc.constantFrom(
      countPieces,
      (value: string) => Math.ceil(value.length / 2),
      wordsIn,
    ),
    targetWords: fc.constantFrom(40, 150, 300),
    overlapSentences: fc.constantFrom(0, 1, 2),
  });

  /** What is wrong with the passages; nothing, it is hoped. */
  function* faults(
    source: PassageSource,
    within: PassageLimits,
    passages: readonly PassageSpan[],
  ): Generator<string, void, undefined> {
    let before: PassageSpan = { start: -1, end: 0 };
    for (const { start, end } of passages) {
      const slice = source.canonical.slice(start, end);
      if (slice === '' || slice.trim() !== slice) yield `untrimmed at ${start}: "${slice}"`;
      if (start <= before.start || end <= before.end) yield `not forward at ${start}`;
      if (source.canonical.slice(before.end, start).trim() !== '') yield `lost before ${start}`;
      const tokens = within.countTokens(passageEmbeddingText(source.headline, slice, within));
      if (tokens > within.maxTokens) yield `${tokens} tokens at ${start}`;
      before = { start, end };
    }
    if (source.canonical.slice(before.end).trim() !== '') yield `lost behind ${before.end}`;
  }

  it('cover it, go forward, are trimmed and keep the token limit', () => {
    fc.assert(
      fc.property(article, anyLimits, (source, within) => {
        const passages = splitPassages(source, within);
        expect([...faults(source, within, passages)]).toEqual([]);
        expect(splitPassages(source, within)).toEqual(passages);
      }),
      { numRuns: 80 },
    );
  });

  it('repeat at most the sentences allowed, and start and end with sentences when those are short', () => {
    const sentences = fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 1, maxLength: 12 });
    const shortArticle = fc.array(sentences, { minLength: 1, maxLength: 10 }).map((lengths) =>
      articleOf(
        'Harbour',
        lengths.map((counts) => text(counts.map((n) => prose(1, n)).join(' '))),
      ),
    );
    fc.assert(
      fc.property(shortArticle, fc.constantFrom(0, 1, 2, 3), (source, overlapSentences) => {
        const bounds = splitSentences(source.canonical);
        const passages = splitPassages(source, { ...limits, overlapSentences });
        for (const [index, { start, end }] of passages.entries()) {
          expect(bounds.some((bound) => bound.start === start)).toBe(true);
          expect(bounds.some((bound) => bound.end === end)).toBe(true);
          const previous = passages[index - 1]?.end ?? 0;
          const repeated = bounds.filter((bound) => bound.start >= start && bound.end <= previous);
          expect(repeated.length).toBeLessThanOrEqual(overlapSentences);
        }
      }),
      { numRuns: 200 },
    );
  });
});
