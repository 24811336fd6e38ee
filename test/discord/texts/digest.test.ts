import { describe, expect, it } from 'vitest';
import { DigestError, type DigestRefusal } from '../../../src/digest/digest-error.ts';
import { digestTexts } from '../../../src/discord/texts/digest/index.ts';
import { describeUserError } from '../../../src/discord/texts/errors/index.ts';
import { LANGUAGES } from '../../../src/discord/texts/language.ts';
import { weekdayName } from '../../../src/discord/texts/calendar-names.ts';

const REFUSALS: readonly DigestRefusal[] = [
  ...(['not-found', 'too-many', 'no-such-section', 'bad-time', 'bad-zone', 'bad-topic'] as const),
  ...(['already-paused', 'not-paused', 'not-connected', 'not-posted'] as const),
];

describe.each(REFUSALS)('a refusal because of %s', (reason) => {
  it('is put into words of each language, what was typed shown literally', () => {
    const problem = { kind: 'missing-permission', permissions: ['EmbedLinks'] } as const;
    const error = new DigestError(reason, 'for the log', { value: '*x*', problem });
    const sentences = LANGUAGES.map((language) => describeUserError(error, language));
    expect(new Set(sentences).size).toBe(LANGUAGES.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\S.*[.!]$/s);
      expect(sentence).not.toContain('for the log');
      expect(sentence).not.toMatch(/(?<!\\)\*x/);
    }
  });
});

it('a refused post names what is missing, in the language of the reader', () => {
  const problem = { kind: 'missing-permission', permissions: ['EmbedLinks'] } as const;
  const error = new DigestError('not-posted', '', { problem });
  expect(describeUserError(error, 'en')).toContain('“Embed Links”');
  expect(describeUserError(error, 'de')).toContain('„Links einbetten“');
  expect(describeUserError(new DigestError('not-posted', ''), 'en')).toBe(
    'It could not be posted.',
  );
});

describe.each(LANGUAGES)('the days of a digest in %s', (language) => {
  it('begin with Monday', () => {
    const monday = { en: 'Monday', de: 'Montag', fr: 'lundi', es: 'lunes' }[language];
    const sunday = { en: 'Sunday', de: 'Sonntag', fr: 'dimanche', es: 'domingo' }[language];
    expect([weekdayName(language, 1), weekdayName(language, 7)]).toEqual([monday, sunday]);
  });

  it('are said at the beginning of a sentence', () => {
    const { when } = digestTexts[language];
    for (const words of [when.every('8'), when.weekdays('8'), when.weekday('x', '8')]) {
      expect(words).toMatch(/^\p{Lu}.*8$/u);
    }
  });
});
