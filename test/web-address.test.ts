import { describe, expect, it } from 'vitest';
import { isWebAddress, parseUrl } from '../src/web-address.ts';

describe('web addresses', () => {
  it('may hold letters beyond ASCII, however often they are checked', () => {
    // Often enough for the function to be optimised.
    const wrong = Array.from({ length: 100_000 }, (_, at) => `https://müller.example/straße/${at}`);
    expect(wrong.filter((url) => !isWebAddress(url))).toEqual([]);
  });

  it.each(['ftp://example.com', 'javascript:alert(1)', 'example.com', '', '//example.com'])(
    'are not %j',
    (text) => {
      expect(isWebAddress(text)).toBe(false);
    },
  );

  it('are resolved against a base, and null where there is none', () => {
    expect(parseUrl('/story', 'https://news.example/a/b')?.href).toBe('https://news.example/story');
    expect(parseUrl('/story')).toBeNull();
  });
});
