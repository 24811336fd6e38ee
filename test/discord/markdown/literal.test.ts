import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/archive/clean-text.ts';
import {
  bold,
  displayLine,
  literal,
  literalLine,
  small,
} from '../../../src/discord/markdown/literal.ts';
import { anyText, HOSTILE } from './hostile-text.ts';
import { markupOf, parseMarkdown, visibleText } from './parse-markdown.ts';

describe('literal', () => {
  test.each(HOSTILE.map(cleanText).filter(Boolean))('shows %j as it is', (text) => {
    for (const [markdown, shown] of [
      [literal(text), text],
      [`before ${literal(text)} after`, `before ${text} after`],
      [`${literal(text)}${literal(text)}`, `${text}${text}`],
    ] as const) {
      const nodes = parseMarkdown(markdown);
      expect(visibleText(nodes)).toBe(shown);
      expect(markupOf(nodes)).toEqual([]);
    }
  });

  test('shows any stored text as it is, at the beginning of a line, in bold and in small print', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = cleanText(text);
        fc.pre(stored !== '');
        for (const [markdown, kinds] of [
          [literal(stored), []],
          [bold(literal(stored)), ['strong']],
          [small(literal(stored)), ['subtext']],
        ] as const) {
          const nodes = parseMarkdown(markdown);
          expect(visibleText(nodes)).toBe(stored);
          expect(markupOf(nodes)).toEqual(kinds);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('turns line breaks into blanks, so that nothing gets out of a quote or a line', () => {
    expect(literal('one\ntwo\r\nthree\u2028four')).toBe('one two three four');
  });
});

describe('literalLine', () => {
  test('never is longer than asked for, and ends in an ellipsis where something is left out', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 80 }), (text, maximum) => {
        const line = literalLine(text, maximum);
        expect(line.length).toBeLessThanOrEqual(maximum);
        const shown = visibleText(parseMarkdown(line));
        const whole = displayLine(text);
        if (shown !== whole) {
          expect(shown).toMatch(/…$/u);
          expect(whole.startsWith(shown.slice(0, -1))).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('leaves out what is invisible or turns the line around', () => {
    expect(literalLine('a\u200B\u202Eb\u200F\u3164 c\n d')).toBe('ab c d');
  });

  test('cuts between words, and a word that is too long between characters', () => {
    expect(literalLine('one two three', 9)).toBe('one two…');
    expect(literalLine('👩‍👩‍👧👩‍👩‍👧', 12)).toBe('👩‍👩‍👧…');
    expect(displayLine('unbelievable', 5)).toBe('unbe…');
  });
});
