import { describe, expect, it } from 'vitest';
import { displayText, displayWidth, displayWords, fitWidth } from '../../src/cli/display-text.ts';
import { renderTable } from '../../src/cli/table.ts';

describe('displayText', () => {
  it.each([
    ['plain text', 'plain text'],
    ['a\tb\r\nc', 'a b  c'],
    ['\u001b]8;;http://x\u0007link', '␛]8;;http://x␇link'],
    ['\u009b31m\u007f', '\ufffd31m␡'],
    ['\u202etxt.exe', '\ufffdtxt.exe'],
    ['naïve — “quoted” 橋 👩‍🚒', 'naïve — “quoted” 橋 👩‍🚒'],
  ])('shows %j as %j', (text, shown) => {
    expect(displayText(text)).toBe(shown);
  });
});

describe('displayWords', () => {
  it('splits at blanks of every kind but those that hold words together', () => {
    expect(displayWords('  one\u2003two\u3000three\u0085four\u2028five\u00a0six ')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five\u00a0six',
    ]);
  });
});

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['橋', 2],
    ['한국', 4],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['🚒', 2],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('fitWidth', () => {
  it.each([
    ['fits', 4, 'fits'],
    ['too long', 5, 'too…'],
    ['橋橋橋', 4, '橋…'],
  ])('puts %j into %i cells as %j', (text, width, fitted) => {
    expect(fitWidth(text, width)).toBe(fitted);
  });
});

describe('renderTable', () => {
  it('aligns columns by the cells they fill and cuts the last one', () => {
    const rows = [
      ['1', '橋', 'short'],
      ['200', 'ab', 'a headline that is too long'],
    ];
    const columns = [
      { title: 'n', align: 'right' as const },
      { title: 'x' },
      { title: 'headline' },
    ];
    expect(renderTable(columns, rows, 24)).toBe(`  n  x   headline
  1  橋  short
200  ab  a headline tha…`);
  });
});
