import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/archive/clean-text.ts';
import { link, linkTarget } from '../../../src/discord/markdown/link.ts';
import { bold } from '../../../src/discord/markdown/literal.ts';
import { anyText } from './hostile-text.ts';
import { markupOf, nodesOf, parseMarkdown, visibleText } from './parse-markdown.ts';

const anyUrl = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  anyText.map((text) => `https://example.com/${text}`),
  anyText.map((text) => `http://example.com/?q=${text}#${text}`),
  anyText,
);

describe('link', () => {
  test('shows the whole text and at most one link, whose target is the one that was given', () => {
    fc.assert(
      fc.property(anyText, anyUrl, (text, url) => {
        const headline = cleanText(text);
        fc.pre(headline !== '');
        const target = linkTarget(url);
        const nodes = parseMarkdown(`${bold(link(headline, url))} after`);
        expect(visibleText(nodes).replace(/ ↗(?= after$)/u, '')).toBe(`${headline} after`);
        expect(nodesOf(nodes, 'link').map((node) => node.target)).toEqual(
          target === null ? [] : [target],
        );
        expect(markupOf(nodes)).toEqual(target === null ? ['strong'] : ['link', 'strong']);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['Rates fall', 'https://example.com/a', '[Rates fall](https://example.com/a)'],
    ['Rates fall', null, 'Rates fall'],
    ['Rates fall', 'javascript:alert(1)', 'Rates fall'],
    ['Rates fall', 'not an address', 'Rates fall'],
    ['Rates fall', `https://example.com/${'a'.repeat(500)}`, 'Rates fall'],
    ['Rates fall', 'http://[::1]/a', 'Rates fall'],
    ['Rates [again]', 'https://example.com/', '\\[again\\] [↗](https://example.com/)'],
    ['evil.com is down', 'https://example.com/', 'evil\\.com is down [↗](https://example.com/)'],
    [
      'https://bank.com',
      'https://example.com/',
      'https\\:\\/\\/bank\\.com [↗](https://example.com/)',
    ],
    [
      'U.S. rates, 2.5%',
      'https://example.com/',
      '[U\\.S\\. rates\\, 2\\.5\\%](https://example.com/)',
    ],
  ])('%j to %j', (text, url, markdown) => {
    expect(link(text, url)).toContain(markdown);
  });

  test('encodes what would end the link or bold around it', () => {
    expect(linkTarget('https://example.com/a_(b) c**d>"e"|`\\')).toBe(
      'https://example.com/a_%28b%29%20c%2A%2Ad%3E%22e%22%7C%60/',
    );
    expect(linkTarget('https://müller.example/ä')).toBe('https://xn--mller-kva.example/%C3%A4');
    expect(linkTarget('https://example.com/ä日')).toBe('https://example.com/%C3%A4%E6%97%A5');
  });
});
