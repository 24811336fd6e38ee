import { describe, expect, it } from 'vitest';
import { findLead } from '../../../../src/digest/content/excerpts/lead.ts';
import type { DraftParagraph } from '../../../../src/archive/article.ts';
import { articleOf } from './article.ts';

function leadOf(paragraphs: readonly (DraftParagraph | string)[], language = 'en'): string | null {
  const article = articleOf(paragraphs, { language });
  const lead = findLead(article);
  return lead && article.canonical.slice(lead.start, lead.end);
}

const standfirst = (text: string): DraftParagraph => ({ kind: 'standfirst', text });
const STORY = [
  'The tram in Leeds will run again on Monday after repairs to the bridge over the river Aire.',
  'Repairs of the tram bridge in Leeds took three months. He said that nobody was hurt.',
];

describe('findLead', () => {
  it('is the standfirst, whole', () => {
    const text = 'Trams run again. The bridge is repaired, without an end mark';
    expect(leadOf([standfirst(text), ...STORY])).toBe(text);
  });

  it('is the first whole sentences of a long standfirst', () => {
    const sentence = `The tram ${'runs and '.repeat(12)}stops.`;
    const text = [sentence, sentence, sentence].join(' ');
    expect(leadOf([standfirst(text), ...STORY])).toBe([sentence, sentence].join(' '));
  });

  it('is a single long first sentence of the standfirst, but no page of it', () => {
    const sentence = `The tram ${'runs and '.repeat(50)}stops.`;
    expect(leadOf([standfirst(`${sentence} It rains.`), ...STORY])).toBe(sentence);
    const page = `The tram ${'runs and '.repeat(100)}stops.`;
    expect(leadOf([standfirst(page), ...STORY])).toBe(STORY[0]);
  });

  it('is the central sentence where there is no standfirst', () => {
    expect(leadOf(['Rain is expected over the whole north of England at night.', ...STORY])).toBe(
      STORY[0],
    );
  });

  it.each([
    [
      'a subheading',
      [{ kind: 'subheading', text: 'Tram bridge in Leeds repaired: trams run.' } as const],
    ],
    [
      'a sentence that leans on another one',
      ['But the tram bridge in Leeds over the river Aire was repaired, and trams run again.'],
    ],
    ['a question', ['When will the tram in Leeds run again over the bridge after repairs?']],
    ['a fragment', ['Leeds tram bridge repairs, river Aire, trams run again on Monday']],
    [
      'half a quotation',
      ['"The tram bridge in Leeds over the river Aire is repaired and trams run again on Monday.'],
    ],
    [
      'the rest of a quotation',
      ['The tram bridge in Leeds over the river Aire is repaired and trams run again on Monday.”'],
    ],
    [
      'a sentence that begins with somebody’s words',
      ['“The tram bridge in Leeds is repaired and trams run on Monday,” said Jane Roe of Leeds.'],
    ],
    [
      'somebody’s words',
      [
        {
          kind: 'quotation',
          text: '"The tram bridge in Leeds over the Aire is repaired, trams run on Monday."',
        } as const,
      ],
    ],
    ['a few words', ['Leeds trams run again.']],
  ])('is not %s', (_, worse) => {
    expect(leadOf([...worse, ...STORY])).toBe(STORY[0]);
  });

  it.each([
    [
      'de',
      'Aber die Straßenbahn über die Brücke in Leipzig fährt wieder, die Brücke ist repariert.',
      'Die Straßenbahn in Leipzig fährt ab Montag wieder über die Brücke.',
    ],
    [
      'fr',
      'Mais le tramway de Lyon passe de nouveau sur le pont, le pont est réparé.',
      'Le tramway de Lyon passe de nouveau sur le pont réparé dès lundi.',
    ],
    [
      'es',
      'Pero el tranvía de Sevilla pasa otra vez por el puente, el puente está reparado.',
      'El tranvía de Sevilla pasa otra vez por el puente desde el lunes.',
    ],
  ])('knows in %s what can stand alone', (language, leaning, alone) => {
    expect(leadOf([leaning, alone], language)).toBe(alone);
  });

  it('is nothing where there is no sentence', () => {
    expect(leadOf([{ kind: 'subheading', text: 'Photos' }, 'one, two, three'])).toBeNull();
  });
});
