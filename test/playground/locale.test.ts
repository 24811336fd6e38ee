import { Locale } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestLocale } from '../../src/playground/world/locale.ts';

describe("the nearest of Discord's languages", () => {
  it.each(Object.values(Locale))('is %s itself', (locale) => {
    expect(nearestLocale(locale)).toBe(locale);
  });

  it.each([
    ['en-US@posix', 'en-US'],
    ['en_GB.UTF-8', 'en-GB'],
    ['EN-gb', 'en-GB'],
    ['de-AT', 'de'],
    ['pt', 'pt-BR'],
    ['es', 'es-ES'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh', 'zh-CN'],
    ['nb-NO', 'no'],
    ['tlh', 'en-US'],
    ['', 'en-US'],
    ['C', 'en-US'],
  ])('to %j is %s', (language, locale) => {
    expect(nearestLocale(language)).toBe(locale);
  });

  it('is found for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (language) => {
        expect(Object.values(Locale)).toContain(nearestLocale(language));
      }),
    );
  });
});
