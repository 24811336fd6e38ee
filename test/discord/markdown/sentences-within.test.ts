import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/archive/clean-text.ts';
import { sentencesWithin } from '../../../src/discord/markdown/sentences-within.ts';
import { anyText } from './hostile-text.ts';
import { markupOf, parseMarkdown, visibleText } from './parse-markdown.ts';

describe('sentencesWithin', () => {
  test('keeps to the room and shows a start of the text, whatever the text is', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 200 }), (given, room) => {
        const text = cleanText(given.repeat(4));
        const markdown = sentencesWithin(text, room);
        expect(markdown.length).toBeLessThanOrEqual(room);
        const nodes = parseMarkdown(markdown);
        expect(markupOf(nodes)).toEqual([]);
        const shown = visibleText(nodes);
        if (shown !== text) {
          expect(shown).toMatch(/ …$/u);
          expect(text.startsWith(shown.slice(0, -2))).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['One. Two! Three?', 40, 'One\\. Two\\! Three\\?'],
    ['The first one. The second one. The third one.', 42, 'The first one\\. The second one\\. …'],
    ['He met Dr. Smith today. Nobody else came.', 30, 'He met Dr\\. Smith today\\. …'],
    ['A sentence that is longer than its room', 24, 'A sentence that is …'],
  ])('%j in %i characters', (text, room, markdown) => {
    expect(sentencesWithin(text, room)).toBe(markdown);
  });
});
