import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/archive/sentences.ts';

/** Cuts `text` where the bars stand, and expects the splitter to find those bounds and no other. */
function expectBounds(marked: string, language?: string): void {
  const expected = marked.split('|').map((part) => part.trim());
  const text = marked.replaceAll('|', '');
  const found = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(expected);
}

describe('splitSentences', () => {
  it.each([
    ['titles', 'Mr. Hall met Gen. Ito and Sen. Ruiz.| Dr. Vance was absent.| So was Prof. Lund.'],
    ['countries in the middle', 'The U.S. Senate voted.| A U.N. Security Council seat is free.'],
    [
      'countries at the end',
      'He flew to the U.S.| The visit was short.| She stayed in the U.K.| It rained.',
    ],
    ['companies', 'Apex Inc. Chairman Lee spoke for Bolt Corp. and Cray Ltd.| He left.'],
    [
      'family suffixes',
      'Paul Reed Jr. Memorial Hall is shut.| It belongs to Paul Reed Jr.| He died.',
    ],
    ['numbers', 'Gallery No. 5 opens on Feb. 10, 2024 at 9.30.| It cost $3.5 million in fig. 2.'],
    ['a refusal that is no abbreviation', 'The answer was No.| Nobody was surprised.'],
    [
      'examples',
      'Some birds, e.g. Herons, wade.| Others, i.e. Swifts, do not.| Cats vs. Dogs ran on.',
    ],
    ['times of day', 'Doors open at 9 a.m. Monday and close at 6 p.m.| Visitors may stay.'],
    ['lists', 'They grow beans, peas, etc.| Farmers sell them.| See Mora et al. 1998 for more.'],
    ['initials', 'J. R. R. Tolkien met George W. Bush and A. A. Milne.| Robert I. Sutton did not.'],
    [
      'letters that are no initials',
      'So did I.| Maria left.| They chose plan B.| The plan failed.',
    ],
    ['degrees', 'Ana Silva, Ph.D., spoke.| She has a Ph.D. from Porto.| Her B.Sc. Thesis won.'],
    ['a number that opens a sentence', 'Few were counted in the villages.| 35 households moved.'],
    ['numbered points', '1. Wash the rice.| 2. Boil it.| (A) Salt the water.'],
    ['names without a capital', 'They queued for hours.| iPhones were sold out.'],
  ])('keeps %s whole', (_what, marked) => {
    expectBounds(marked);
  });

  it.each([
    ['closing quotation marks', '"We will pay."| He signed.| “Fine.”| She left.'],
    ['closing single marks', "He said 'Go.'| They went.| (They ran.)| Nobody saw."],
    [
      'a question with its attribution',
      '"Is it over?" he asked.| "Why now?" Mr Hall asked.| Silence.',
    ],
    ['an answer after a question', '"Is it over?"| The minister did not reply.'],
    ['several marks', 'What?!| No!!| Really?| Yes.'],
    [
      'an ellipsis within',
      'He waited... and waited … and left.| Then he came back...| Nobody was there…| “Gone.”',
    ],
    ['square brackets', 'It was “a very [...] long day”.| It ended.[12]| Rest came.| [...] Peace.'],
    ['a quotation of several sentences', '"There is no threat.| Still, we hear threats," he said.'],
    ['an exclamation in a name', 'The firm Wow! is new.| It sells hats.'],
    ['a mark without space', 'See node.js and example.org/A.Page?B for it.| It works.'],
    ['a space before the closing mark', 'Il a dit « Bonjour. »| Elle est partie.'],
  ])('handles %s', (_what, marked) => {
    expectBounds(marked);
  });

  it.each([
    [
      'de',
      'Am 5. Mai sprach Dr. Kern, d.h. Frau Kern.| Der Saal war voll.| Nr. 7 blieb frei, z.B. Montags.',
    ],
    ['fr', 'M. Petit a vu Mme. Roy.| Le n. 5 manque.| Où est-il ?| Personne ne sait.'],
    ['es', '¿Dónde está el Sr. Gil?| Nadie sabe.| Vive en EE.UU.| La casa es grande.'],
    ['zh', '天气很好。|我们去公园。|你呢？|好！'],
    ['ja', '「行きます。」|はい。'],
    ['hi', 'यह पहला है।| यह दूसरा है।'],
  ])('knows the marks of %s', (language, marked) => {
    expectBounds(marked, language);
  });

  it('ends a sentence at a blank line, and not at a single line break', () => {
    expectBounds('A heading without a stop\n\n|The text goes\non here.\r\n\r\n\n \n|it ends');
  });

  it('leaves a text without an end mark whole', () => {
    const text = 'word '.repeat(200_000);
    expect(splitSentences(text)).toEqual([{ start: 0, end: text.length - 1 }]);
  });

  it('finds the same sentences in a paragraph of a megabyte as in a short one', () => {
    const sentence = 'Gen. Ito said "no." Then he left at 9 a.m. for the U.S. Senate. ';
    const one = splitSentences(sentence);
    const many = splitSentences(sentence.repeat(16_000));
    const expected = Array.from({ length: 16_000 }, (_, copy) =>
      one.map(({ start, end }) => ({
        start: start + copy * sentence.length,
        end: end + copy * sentence.length,
      })),
    ).flat();
    expect(many).toEqual(expected);
  });

  it('counts an unusable language tag as English', () => {
    expect(splitSentences('Mr. Hall left. He ran.', 'not a language')).toHaveLength(2);
    expect(splitSentences('Mr. Hall left. He ran.', '')).toHaveLength(2);
    expect(splitSentences('Mr. Hall left. He ran.', 'en_US')).toHaveLength(2);
  });

  it('finds nothing in white space', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n\n\t \u00a0')).toEqual([]);
  });

  it('covers every character but white space exactly once, in order and trimmed', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '. ',
        '." ',
        '?" ',
        '! ',
        '…',
        '... ',
        '\n',
        '\n\n',
        '\r\n',
        '\u2029',
        ' ',
        '»',
        '[1] ',
        'U.S.',
        'Mr. ',
      ),
      fc.constantFrom(
        'The',
        'he',
        'John',
        'F. ',
        '5',
        '10. ',
        '。',
        'é',
        '😀',
        '\ud83d',
        'iPhone',
        '(',
        ')',
        'said ',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    const language = fc.constantFrom('en', 'de', 'fr', 'th', 'x-klingon');
    fc.assert(
      fc.property(text, language, fc.constantFrom(1, 40), (short, tag, copies) => {
        const whole = short.repeat(copies);
        let covered = 0;
        for (const { start, end } of splitSentences(whole, tag)) {
          expect(start).toBeGreaterThanOrEqual(covered);
          expect(end).toBeGreaterThan(start);
          expect(whole.slice(covered, start).trim()).toBe('');
          expect(whole.slice(start, end)).toBe(whole.slice(start, end).trim());
          covered = end;
        }
        expect(whole.slice(covered).trim()).toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it('splits the seed article as a reader would', () => {
    const seed = readFileSync(
      new URL('../../seeds/000_6302738ddd8df0a3.txt', import.meta.url),
      'utf8',
    );
    const body = seed.slice(seed.indexOf("NATO's secretary general has"));
    const sentences = splitSentences(body).map(({ start, end }) => body.slice(start, end));
    expect(sentences).toHaveLength(18);
    expect(sentences).toContain(
      '"The failure of the United States\' Congress in not supporting Ukraine is close to criminal neglect," Biden said as he hosted Scholz in the Oval Office on Friday.',
    );
    expect(sentences).toContain(
      'Stoltenberg said: "There is no imminent military threat against any ally.',
    );
  });
});
