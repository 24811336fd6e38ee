import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/archive/clean-text.ts';
import { quoteMarked, type MarkedText } from '../../../src/discord/markdown/quote.ts';
import { anyText } from './hostile-text.ts';
import { markupOf, nodesOf, parseMarkdown, visibleText } from './parse-markdown.ts';

/** Articles as the archive keeps them, with one stretch of a paragraph marked; never half a character. */
const anyMarked: fc.Arbitrary<MarkedText> = fc
  .tuple(fc.array(anyText, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), fc.nat())
  .map(([texts, which, one, other]) => {
    const paragraphs = texts.map(cleanText).filter((text) => text !== '');
    if (paragraphs.length === 0) paragraphs.push('word');
    const at = which % paragraphs.length;
    const before = paragraphs.slice(0, at).map((paragraph) => `${paragraph}\n\n`);
    const characters = Array.from(paragraphs[at] ?? '');
    const bounds = [one, other].map((bound) => bound % (characters.length + 1));
    const [from, to] = [Math.min(...bounds), Math.max(...bounds)];
    const offset = before.join('').length;
    return {
      text: paragraphs.join('\n\n'),
      from: offset + characters.slice(0, from).join('').length,
      to: offset + characters.slice(0, to).join('').length,
    };
  });

describe('quoteMarked', () => {
  test('shows the stored characters and nothing else, the marked ones bold, for any text', () => {
    fc.assert(
      fc.property(anyMarked, ({ text, from, to }) => {
        const nodes = parseMarkdown(quoteMarked({ text, from, to }, Infinity));
        expect(nodes.map(({ type }) => type)).toEqual(['blockQuote']);
        expect(visibleText(nodes)).toBe(text);
        expect(visibleText(nodesOf(nodes, 'strong'))).toBe(text.slice(from, to));
        expect(markupOf(nodes)).toEqual(from < to ? ['blockQuote', 'strong'] : ['blockQuote']);
      }),
      { numRuns: 5_000 },
    );
  });

  test('ends its quote where the next line begins', () => {
    const quoted = quoteMarked({ text: 'One.\n\nTwo.', from: 6, to: 10 }, 1_000);
    expect(quoted).toBe('> One\\.\n> \n> **Two\\.**');
    const nodes = parseMarkdown(`${quoted}\nafter`);
    expect(nodes.map(({ type }) => type)).toEqual(['blockQuote', 'text']);
  });

  test('stays within the room, and shows only stretches of the text with ellipses', () => {
    fc.assert(
      fc.property(anyMarked, fc.integer({ min: 40, max: 300 }), (marked, room) => {
        const markdown = quoteMarked(marked, room);
        expect(markdown.length).toBeLessThanOrEqual(room);
        const shown = visibleText(parseMarkdown(markdown));
        const kept = shown.replace(/^… /u, '').replace(/ …$/u, '');
        expect(marked.text.includes(kept) || shown === marked.text).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test('keeps the marked sentence whole and cuts what stands around it between words', () => {
    const text = `${'before '.repeat(30)}The answer is here. ${'after '.repeat(30)}`.trim();
    const from = text.indexOf('The');
    const quoted = quoteMarked({ text, from, to: from + 'The answer is here.'.length }, 100);
    expect(quoted).toMatch(/^> … (?:before )+\*\*The answer is here\\\.\*\* after (?:after )*…$/u);
  });

  test('keeps to the room when the marked part goes over several paragraphs', () => {
    const text = Array.from({ length: 9 }, () => 'some words').join('\n\n');
    for (const room of [40, 80, 120, 160, 200]) {
      const quoted = quoteMarked({ text, from: 5, to: text.length }, room);
      expect(quoted.length).toBeLessThanOrEqual(room);
    }
  });

  test('is whole in exactly the room it takes', () => {
    const marked = { text: 'One. Two. Three.', from: 5, to: 9 };
    const whole = quoteMarked(marked, Infinity);
    expect(quoteMarked(marked, whole.length)).toBe(whole);
    expect(quoteMarked(marked, whole.length - 1)).not.toBe(whole);
  });

  test('gives the room that one side does not need to the other', () => {
    const text = `Short. The answer. ${'after '.repeat(30)}`.trim();
    const quoted = quoteMarked({ text, from: 7, to: 18 }, 100);
    expect(quoted).toMatch(/^> Short\\\. \*\*The answer\\\.\*\* (?:after ){8,}…$/u);
  });

  test('cuts the sentence itself when it alone is too long', () => {
    const text = 'word '.repeat(100).trim();
    const quoted = quoteMarked({ text, from: 0, to: text.length }, 60);
    expect(quoted).toMatch(/^> \*\*(?:word )+…\*\*$/u);
    expect(quoted.length).toBeGreaterThan(50);
  });
});
