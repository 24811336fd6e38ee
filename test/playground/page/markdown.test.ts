import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/archive/clean-text.ts';
import { link } from '../../../src/discord/markdown/link.ts';
import { bold, literal, small } from '../../../src/discord/markdown/literal.ts';
import { quote } from '../../../src/discord/markdown/quote.ts';
import { isOnlyEmoji, type MarkdownNode } from '../../../src/playground/page/markdown/nodes.ts';
import { parseMarkdown } from '../../../src/playground/page/markdown/parse.ts';
import { anyText, HOSTILE } from '../../discord/markdown/hostile-text.ts';

/** What a reader sees. */
function textOf(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return textOf(node.children);
      if (node.type === 'list') return node.list.items.map(textOf).join('\n');
      return 'text' in node ? node.text : `<${node.type}>`;
    })
    .join('');
}

/** The nodes as short text: `strong(em(x))`. */
function outline(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'list') {
        const items = node.list.items.map((item) => `<${outline(item)}>`).join('');
        return `list${node.list.start ?? ''}${items}`;
      }
      if ('children' in node) return `${node.type}(${outline(node.children)})`;
      return `${node.type}(${'text' in node ? node.text : ''})`;
    })
    .join('');
}

function shape(text: string): string {
  return outline(parseMarkdown(text));
}

describe('text that the bot has escaped', () => {
  it.each(HOSTILE.map(cleanText).filter(Boolean))('%j comes out as it is', (text) => {
    expect(textOf(parseMarkdown(literal(text)))).toBe(text);
    expect(textOf(parseMarkdown(`- ${literal(text)}`))).toBe(text);
  });

  it('comes out character for character, wherever it stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = cleanText(text);
        fc.pre(stored !== '');
        const plain = literal(stored);
        for (const markdown of [plain, bold(plain), small(plain), quote(plain), `# ${plain}`]) {
          expect(textOf(parseMarkdown(markdown))).toBe(stored);
        }
        expect(textOf(parseMarkdown(plain, 'inline'))).toBe(stored);
      }),
      { numRuns: 2_000 },
    );
  });

  it('links only to the address that was given', () => {
    fc.assert(
      fc.property(anyText, fc.webUrl({ withQueryParameters: true }), (text, url) => {
        const targets = (nodes: readonly MarkdownNode[]): string[] =>
          nodes.flatMap((node) => (node.type === 'link' ? [node.href] : []));
        const links = targets(parseMarkdown(`${link(cleanText(text), url)} after`));
        for (const href of links) expect(new URL(href).hostname).toBe(new URL(url).hostname);
        expect(links.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what Discord makes of a line', () => {
  it.each([
    ['*a* _b_ **c** __d__ ~~e~~ ||f||', 'em(a) em(b) strong(c) underline(d) strike(e) spoiler(f)'],
    ['***a*** snake_case_x', 'em(strong(a)) snake_case_x'],
    ['`a` ``b`c`` `` ` ``', 'code(a) code(b`c) code(`)'],
    ['\\*a\\*', '*a*'],
    ['[a](https://b.example/c_(d))', 'link(a)'],
    ['[a **b**](<https://b.example> "title")', 'link(a strong(b))'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[https://bank.example](https://evil.example)', null],
    ['see https://a.example/b_(c)). Yes', 'see link(https://a.example/b_(c))). Yes'],
    ['<https://a.example> <file:///etc>', 'link(https://a.example) <file:///etc>'],
    [
      '@everyone <@123456789012345678> </ask:123456789012345678>',
      'everyone(@everyone) user() command()',
    ],
    ['<t:1700000000:R> <t:99999999999999999>', 'timestamp() <t:99999999999999999>'],
    ['1 ©️ 1️⃣ 👍🏽', '1 emoji(©️) emoji(1️⃣) emoji(👍🏽)'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
  ])('%j', (text, expected) => {
    if (expected === null) {
      const links = parseMarkdown(text).flatMap((node) =>
        node.type === 'link' ? [node.href] : [],
      );
      expect(links).not.toContain('https://bank.example');
      expect(textOf(parseMarkdown(text))).toContain('evil.example');
    } else expect(shape(text)).toBe(expected);
  });
});

describe('what Discord makes of lines', () => {
  it.each([
    ['# a\n### b\n-# c\nd', 'heading(a)heading(b)subtext(c)d'],
    ['a # b', 'a # b'],
    ['#a', '#a'],
    ['> a\n> b\nc', 'quote(a\nb)c'],
    ['a\n>>> b\n\nc', 'a\nquote(b\n\nc)'],
    ['>a', '>a'],
    ['> # a\n> - b', 'quote(heading(a)list<b>)'],
    ['- a\n- b\nc', 'list<a><b>c'],
    ['- a\n  - b\n    1. c\n  - d\n- e', 'list<a\nlist<b\nlist1<c>><d>><e>'],
    ['- a\n  more', 'list<a\nmore>'],
    ['3. a\n4. b', 'list3<a><b>'],
    ['**- a**', 'strong(- a)'],
    ['a - b', 'a - b'],
    ['```js\nx = 1\n```\nb', 'codeBlock(x = 1)b'],
    ['a ```b``` c', 'a codeBlock(b) c'],
    ['```\n- a\n```', 'codeBlock(- a)'],
  ])('%j', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('has no headings, quotes and lists within a title', () => {
    for (const text of ['# a', '> a', '- a', '-# a']) {
      expect(outline(parseMarkdown(text, 'inline'))).toBe(text);
    }
  });
});

it('knows a message of emoji alone', () => {
  expect(isOnlyEmoji(parseMarkdown('👍 👎'))).toBe(true);
  expect(isOnlyEmoji(parseMarkdown('👍 yes'))).toBe(false);
  expect(isOnlyEmoji(parseMarkdown(''))).toBe(false);
  expect(isOnlyEmoji(parseMarkdown('👍'.repeat(31)))).toBe(false);
});

it('loses no character of a text without markup, whatever it is made of', () => {
  const word = fc.constantFrom('a', ' ', '5', '\n', 'é', '日', 'http', ':', '.', '!');
  fc.assert(
    fc.property(
      fc.array(word).map((words) => words.join('')),
      (text) => {
        fc.pre(!/^ *\d+\. |^ /m.test(text));
        expect(textOf(parseMarkdown(text))).toBe(text);
      },
    ),
  );
});
