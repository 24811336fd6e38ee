import { PermissionFlagsBits } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PostProblem } from '../../../src/digest/schedule.ts';
import {
  digestPostTexts,
  permissionText,
  problemText,
} from '../../../src/discord/texts/digest-post/index.ts';
import { daysAsHeading, daysInWords } from '../../../src/discord/texts/digest-post/days.ts';
import { LANGUAGES } from '../../../src/discord/texts/language.ts';
import { markupOf, parseMarkdown } from '../markdown/parse-markdown.ts';

const KINDS: readonly PostProblem['kind'][] = [
  'channel-gone',
  'no-access',
  'missing-permission',
  'channel-closed',
  'discord',
];

describe('days in words', () => {
  test.each([
    ['en', 'Tuesday, 24 November 2026', '22 to 24 November 2026'],
    ['de', 'Dienstag, 24. November 2026', '22. bis 24. November 2026'],
    ['fr', 'Mardi 24 novembre 2026', 'du 22 au 24 novembre 2026'],
    ['es', 'Martes, 24 de noviembre de 2026', 'del 22 al 24 de noviembre de 2026'],
  ] as const)('%s: %s; %s', (language, one, several) => {
    expect(daysAsHeading('2026-11-24', '2026-11-24', language)).toBe(one);
    expect(daysInWords('2026-11-22', '2026-11-24', language)).toBe(several);
  });

  test('name the month and the year where they differ', () => {
    expect(daysInWords('2026-10-30', '2026-11-01', 'en')).toBe('30 October to 1 November 2026');
    expect(daysInWords('2026-10-30', '2026-11-01', 'fr')).toBe(
      'du 30 octobre au 1er novembre 2026',
    );
    expect(daysInWords('2026-12-31', '2027-01-01', 'de')).toBe(
      '31. Dezember 2026 bis 1. Januar 2027',
    );
    expect(daysAsHeading('2026-12-31', '2027-01-01', 'es')).toBe(
      'Del 31 de diciembre de 2026 al 1 de enero de 2027',
    );
  });

  test('make a title that a thread can have', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...LANGUAGES),
        (last, days, language) => {
          const first = new Date(last.getTime() - days * 86_400_000).toISOString().slice(0, 10);
          const shown = daysInWords(first, last.toISOString().slice(0, 10), language);
          expect(digestPostTexts[language].title(shown).length).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});

describe.each(LANGUAGES)('problems: %s', (language) => {
  test('every one is told apart from the others and says what can be done', () => {
    const texts = KINDS.map((kind) => problemText({ kind, permissions: [] }, language));
    expect(new Set(texts).size).toBe(KINDS.length);
    for (const text of texts) expect(text.split(/[.!?](?: |$)/u).length).toBeGreaterThan(2);
  });

  test('missing permissions are named as Discord does, and are no mentions', () => {
    const permissions = ['SendMessages', 'MentionEveryone', 'Connect'];
    const text = problemText({ kind: 'missing-permission', permissions }, language);
    for (const name of permissions) expect(text).toContain(permissionText(name, language));
    expect(markupOf(parseMarkdown(text))).toEqual([]);
    expect(permissionText('Connect', language)).toContain('Connect');
  });

  test('all names are those of permissions, and labels fit a button', () => {
    const { permissions, buttons } = digestPostTexts[language];
    for (const name of Object.keys(permissions)) expect(PermissionFlagsBits).toHaveProperty(name);
    for (const label of Object.values(buttons)) expect(label.length).toBeLessThanOrEqual(80);
  });
});
