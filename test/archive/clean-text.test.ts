import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, hasWords } from '../../src/archive/clean-text.ts';

/** Code units, so that half pairs occur; most are from the ranges where the odd ones are. */
const codeUnit = fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0xffff }));
const anyText = fc.array(codeUnit).map((units) => String.fromCharCode(...units));

describe('cleanText', () => {
  it.each([
    [' a \t\r\n b\u00A0 \u2003c ', 'a b c'],
    ['a\u0000b\u001Bc\u009Fd', 'abcd'],
    ['a\u00AD\u200B\u2060\uFEFF\u202Eb', 'ab'],
    ['a \u0007 b', 'a b'],
    ['a\u0085b\fc', 'a b c'],
    ['half \uD83D pair', 'half \uFFFD pair'],
    ['👩‍🚀 می‌خواهم', '👩‍🚀 می‌خواهم'],
    ['“Quoted” — ﬁ e\u0301 …', '“Quoted” — ﬁ e\u0301 …'],
  ])('makes %j %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('changes nothing a second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe('hasWords', () => {
  it.each([
    ['a', true],
    ['— 5', true],
    ['日', true],
    ['— … 🙂', false],
    ['', false],
  ])('says of %j %s', (text, expected) => {
    expect(hasWords(text)).toBe(expected);
  });
});
