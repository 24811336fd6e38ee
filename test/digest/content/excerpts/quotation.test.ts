import { describe, expect, it } from 'vitest';
import type { DraftParagraph } from '../../../../src/archive/article.ts';
import { findQuotation, quotationsIn } from '../../../../src/digest/content/excerpts/quotation.ts';
import { articleOf } from './article.ts';

function foundIn(
  paragraphs: string | readonly (DraftParagraph | string)[],
  language = 'en',
): [speaker: string, words: string] | null {
  const article = articleOf(typeof paragraphs === 'string' ? [paragraphs] : paragraphs, {
    language,
  });
  const found = findQuotation(article);
  const slice = ({ start, end }: { start: number; end: number }) =>
    article.canonical.slice(start, end);
  return found && [slice(found.speaker), slice(found)];
}

const WORDS = 'We will rebuild every house in this valley before winter';

describe('findQuotation', () => {
  describe('finds the speaker', () => {
    it.each([
      [`"${WORDS}," said Jane Roe.`, 'Jane Roe'],
      [`"${WORDS}," Jane Roe said on Friday.`, 'Jane Roe'],
      [`"${WORDS}," Roe later told reporters in Leeds.`, 'Roe'],
      [`"${WORDS}," said Foreign Minister Jane Roe.`, 'Foreign Minister Jane Roe'],
      [`"${WORDS}," said Leeds mayor Jane Roe.`, 'Jane Roe'],
      [`"${WORDS}," said the mayor of Leeds, Jane Roe.`, 'Jane Roe'],
      [`"${WORDS}," Jane Roe, the mayor of Leeds, said.`, 'Jane Roe'],
      [`"${WORDS}," the mayor of Leeds, Jane Roe, said.`, 'Jane Roe'],
      [`"${WORDS}," Jane Roe (Labour) said.`, 'Jane Roe'],
      [`"${WORDS}," Jane Roe of Oxfam said.`, 'Jane Roe'],
      [`"${WORDS}," said Secretary of State Jane Roe.`, 'Secretary of State Jane Roe'],
      [`"${WORDS}," said Dr. J. R. van der Berg, who lives there.`, 'Dr. J. R. van der Berg'],
      [`"${WORDS}," according to Jane Roe.`, 'Jane Roe'],
      [`"${WORDS}." — Jane Roe, mayor of Leeds`, 'Jane Roe'],
      [`“${WORDS}!” said Jane Roe.`, 'Jane Roe'],
      [`‘${WORDS},’ said Jane Roe.`, 'Jane Roe'],
      [`On Friday, Jane Roe said: "${WORDS}."`, 'Jane Roe'],
      [`Jane Roe, the mayor, told reporters in Leeds: "${WORDS}."`, 'Jane Roe'],
      [`According to Jane Roe, "${WORDS}."`, 'Jane Roe'],
      [`"${WORDS}," a NATO spokeswoman said.`, 'NATO spokeswoman'],
      [`A Department for Work spokesperson said: "${WORDS}."`, 'Department for Work spokesperson'],
      [`"${WORDS}," said a spokesman for Leeds City Council.`, 'spokesman for Leeds City Council'],
    ])('in %s', (text, speaker) => {
      expect(foundIn(text)).toEqual([speaker, expect.stringContaining(WORDS)]);
    });

    it('of a quotation that goes on behind its attribution', () => {
      expect(foundIn(`"No," said Jane Roe. "${WORDS}."`)).toEqual(['Jane Roe', `${WORDS}.`]);
      expect(foundIn(`"No," said Jane Roe in Leeds, "${WORDS}."`)).toEqual([
        'Jane Roe',
        `${WORDS}.`,
      ]);
    });

    it('at the end of the paragraph before', () => {
      expect(foundIn(['Then Jane Roe said:', { kind: 'quotation', text: `"${WORDS}."` }])).toEqual([
        'Jane Roe',
        `${WORDS}.`,
      ]);
    });

    it('by a surname that opens the sentence, where the text shows that it is a name', () => {
      const said = `Roe said: "${WORDS}."`;
      expect(foundIn(['The mayor is called Jane Roe.', said])).toEqual(['Roe', `${WORDS}.`]);
      expect(foundIn(['The mayor is new.', said])).toBeNull();
    });
  });

  describe('guesses no speaker', () => {
    it.each([
      ['a pronoun', `Jane Roe came late. "${WORDS}," she said.`],
      ['a role', `"${WORDS}," the minister said.`],
      ['a crowd', `"${WORDS}," officials in Kyiv said.`],
      ['an organisation', `"${WORDS}," the White House said.`],
      ['an acronym', `"${WORDS}," NATO said.`],
      ['a club', `"${WORDS}," said the Chelsea striker.`],
      ['a listener', `"${WORDS}," he told Jane Roe.`],
      ['a day', `"${WORDS}," he said Friday.`],
      ['somebody else in the sentence', `"${WORDS}," said a man who knows Jane Roe.`],
      ['whoever speaks in the next sentence', `The sign says "${WORDS}." Jane Roe said nothing.`],
      ['whoever spoke in the paragraph before', ['"No," said Jane Roe.', `"${WORDS}."`]],
      ['nobody', `"${WORDS}."`],
      ['a pronoun behind somebody else’s words', `"No," said Jane Roe. "${WORDS}," he said.`],
      ['a role behind somebody else’s words', `"No," said Jane Roe. "${WORDS}," the mayor said.`],
      ['one who asked', `"Why?" asked Jane Roe. "${WORDS}."`],
      ['one who was answered', `"No," said Jane Roe, and he replied: "${WORDS}."`],
      ['one who was asked', `"${WORDS}?" Jane Roe was asked.`],
      ['one of two', `"${WORDS}," said Jane Roe and Ann Lee.`],
      ['two', `"${WORDS}," Jane Roe and Ann Lee said.`],
      ['one whose lawyer speaks', `"${WORDS}," said Jane Roe's lawyer.`],
      ['one about whom was asked', `Asked what Jane Roe said, "${WORDS}," she replied.`],
      ['one who tells of a sign', `Jane Roe said a sign reads: "${WORDS}."`],
      ['a word that begins the sentence', `Officials said: "${WORDS}."`],
    ])('where there is only %s', (_, text) => {
      expect(foundIn(text)).toBeNull();
    });
  });

  describe('takes only whole sentences of a person', () => {
    it.each([
      [
        'scare quotes',
        'The "best of all the many worlds that there could ever be" is over, Jane Roe said.',
      ],
      [
        'a title',
        '"The Lord of the Rings: The Return of the King and Other Tales," said Jane Roe.',
      ],
      ['a few words', '"We will rebuild," said Jane Roe.'],
      [
        'the rest of a sentence',
        'Jane Roe said that "we will rebuild every house in this valley before winter".',
      ],
      [
        'a sentence that the speaker interrupts',
        `"${WORDS}," said Jane Roe, "comes and the snow falls on all of us."`,
      ],
      [
        'one that is interrupted and goes on in the next paragraph',
        `"${WORDS}," said Jane Roe, "but`,
      ],
    ])('and not %s', (_, text) => {
      expect(foundIn(text)).toBeNull();
    });

    it('from a quotation that begins within a sentence', () => {
      const text = `Jane Roe said that "all is lost. ${WORDS}."`;
      expect(foundIn(text)).toEqual(['Jane Roe', `${WORDS}.`]);
    });

    it('from a quotation that is too long to be shown whole', () => {
      const long = `${`${WORDS}. `.repeat(12)}That is all`;
      const [, words = ''] = foundIn(`"${long}," said Jane Roe.`) ?? [];
      expect(words.length).toBeLessThanOrEqual(280);
      expect(words).toMatch(/^We will rebuild.*winter\.$/);
    });
  });

  describe('prefers', () => {
    const other = 'It will rebuild every house in this valley before winter';
    it.each([
      [
        'what can stand alone',
        [`"${other}," said Ann Lee.`, `"${WORDS}," said Jane Roe.`],
        'Jane Roe',
      ],
      [
        'what is no question',
        [`"${WORDS}?" said Ann Lee.`, `"${WORDS}," said Jane Roe.`],
        'Jane Roe',
      ],
      ['what comes first', [`"${WORDS}," said Jane Roe.`, `"${WORDS}," said Ann Lee.`], 'Jane Roe'],
      ['the longer name', [`"${WORDS}," said Lee.`, `"${WORDS}," said Jane Roe.`], 'Jane Roe'],
    ])('%s', (_, paragraphs, speaker) => {
      expect(foundIn(paragraphs)?.[0]).toBe(speaker);
    });
  });

  it.each([
    [
      'de',
      '„Wir werden jedes Haus in diesem Tal vor dem Winter wieder aufbauen“, sagte Bürgermeisterin Anna Schmidt am Montag.',
      'Bürgermeisterin Anna Schmidt',
    ],
    [
      'de',
      '„Wir werden jedes Haus in diesem Tal vor dem Winter wieder aufbauen“, so Anna Schmidt.',
      'Anna Schmidt',
    ],
    [
      'de',
      'Dazu sagte Anna Schmidt: „Wir werden jedes Haus in diesem Tal vor dem Winter wieder aufbauen.“',
      'Anna Schmidt',
    ],
    [
      'de',
      '»Wir werden jedes Haus in diesem Tal vor dem Winter wieder aufbauen«, sagte ein Sprecher der Polizei.',
      'Sprecher der Polizei',
    ],
    [
      'fr',
      '« Nous allons reconstruire chaque maison de cette vallée avant l’hiver », a déclaré la ministre Anne Dupont lundi.',
      'Anne Dupont',
    ],
    [
      'fr',
      'Selon Anne Dupont, « Nous allons reconstruire chaque maison de cette vallée avant l’hiver. »',
      'Anne Dupont',
    ],
    [
      'fr',
      '« Nous allons reconstruire chaque maison de la vallée avant l’hiver », indique un porte-parole de l’ONU.',
      'porte-parole de l’ONU',
    ],
    [
      'es',
      '«Vamos a reconstruir todas las casas de este valle antes del invierno», dijo Ana García el lunes.',
      'Ana García',
    ],
    [
      'es',
      'Ana García, alcaldesa de León, ha dicho: "Vamos a reconstruir todas las casas de este valle antes del invierno".',
      'Ana García',
    ],
    [
      'es',
      '“Vamos a reconstruir todas las casas de este valle antes del invierno”, según un portavoz de la ONU.',
      'portavoz de la ONU',
    ],
  ])('understands %s: %s', (language, text, speaker) => {
    const [who, words = ''] = foundIn(text, language) ?? [];
    expect(who).toBe(speaker);
    expect(words).toMatch(/^(?:Wir werden|Nous allons|Vamos a) .*(?:aufbauen|hiver|invierno)\.?$/);
  });

  it.each([
    ['de', '„Wir werden jedes Haus in diesem Tal vor dem Winter aufbauen“, sagte der Minister.'],
    [
      'de',
      '„Wir werden jedes Haus in diesem Tal vor dem Winter aufbauen“, sagte der Chef der Deutschen Bahn.',
    ],
    [
      'de',
      '„Wir werden jedes Haus in diesem Tal vor dem Winter aufbauen“, sagte die Deutsche Bahn.',
    ],
    [
      'de',
      '„Wir werden jedes Haus in diesem Tal vor dem Winter aufbauen“, hieß es bei Anna Schmidt.',
    ],
    ['de', '„Wir werden jedes Haus in diesem Tal vor dem Winter aufbauen“, sagte sie der Zeitung.'],
    [
      'fr',
      '« Nous allons reconstruire chaque maison de la vallée avant l’hiver », explique-t-il à Paris.',
    ],
    [
      'fr',
      '« Nous allons reconstruire chaque maison de la vallée avant l’hiver », a-t-elle dit à Jean Dupont.',
    ],
    [
      'es',
      '“Vamos a reconstruir todas las casas de este valle antes del invierno”, dijo el ministro.',
    ],
    ['nl', '“We zullen elk huis in deze vallei voor de winter herbouwen,” zei Jan Jansen.'],
  ])('guesses no speaker in %s: %s', (language, text) => {
    expect(foundIn(text, language)).toBeNull();
  });

  it('gives every quotation at most once', () => {
    const article = articleOf([`"${WORDS}," said Jane Roe. "${WORDS}."`]);
    expect([...quotationsIn(article)]).toHaveLength(2);
  });
});
