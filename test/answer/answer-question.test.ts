import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conclude, createAnswerer, signalOf } from '../../src/answer/answer-question.ts';
import { DEFAULT_CALIBRATION } from '../../src/answer/confidence.ts';
import { UserError } from '../../src/errors.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { openSmallArchive, type Story } from './small-archive.ts';

const scopes = ['shared'];
const calibrator = { current: () => DEFAULT_CALIBRATION };

const HARBOUR: Story = {
  headline: 'Harbour bridge closes for repairs',
  paragraphs: [
    'The harbour bridge will close for nine weeks from Monday. Engineers found cracks in two of its cables.',
    { kind: 'subheading', text: 'Ferries instead' },
    'Two ferries will carry commuters across the harbour every ten minutes. Tickets for the bus stay valid on board.',
    'The mayor, Ines Okafor, called the closure "painful but overdue". She promised a report by the autumn.',
  ],
};
const ORCHARD: Story = {
  headline: 'Late frost destroys apple harvest',
  paragraphs: [
    'A late frost has destroyed most of the apple harvest in the valley. Growers put the damage at four million euros.',
    'Insurance covers only hail. The association of growers asks the state for help.',
  ],
};

async function ask(question: string, stories: readonly Story[] = [HARBOUR, ORCHARD], limit = 3) {
  const { investigate } = await openSmallArchive(stories);
  const answer = createAnswerer({ investigate, calibrator, clock: new ManualClock() });
  return answer(question, { scopes }, limit);
}

describe('an answer', () => {
  it('puts the sentence that answers first, inside its context', async () => {
    const { outcome, excerpts } = await ask('How long will the harbour bridge close?');
    expect(outcome).toBe('answered');
    expect(excerpts[0]?.sentence).toBe('The harbour bridge will close for nine weeks from Monday.');
    expect(excerpts[0]?.text).toContain('Engineers found cracks in two of its cables.');
    expect(excerpts[0]?.article).toMatchObject({ id: 'article1', headline: HARBOUR.headline });
  });

  it('says nothing when nothing is near', async () => {
    const { outcome, excerpts, confidence } = await ask('zebra quantum xylophone');
    expect(outcome).toBe('nothing');
    expect(excerpts).toEqual([]);
    expect(confidence).toBeLessThan(0.1);
  });

  it('names the words that occur nowhere, as they were typed', async () => {
    const { unknownWords } = await ask('Did the Mayor ride a Zebra on the ferries?');
    expect(unknownWords).toContain('Zebra');
    expect(unknownWords).not.toContain('Mayor');
  });

  it('answers from an archive of one short article', async () => {
    const { outcome, excerpts } = await ask('What did a late frost destroy?', [ORCHARD]);
    expect(outcome).toBe('answered');
    expect(excerpts[0]?.sentence).toBe(
      'A late frost has destroyed most of the apple harvest in the valley.',
    );
  });

  it('has nothing to say from an empty archive', async () => {
    expect(await ask('Anything at all?', [])).toMatchObject({ outcome: 'nothing', excerpts: [] });
  });

  it('is the same every time', async () => {
    const question = 'What did the mayor promise about the harbour?';
    expect(await ask(question)).toEqual(await ask(question));
  });

  it('refuses a question the model cannot read whole, with both numbers', async () => {
    const asked = ask('why '.repeat(400));
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(/402 tokens.*256/);
  });

  it('grows more certain the better the archive matches', async () => {
    const { investigate } = await openSmallArchive([HARBOUR, ORCHARD]);
    const signals = await Promise.all(
      ['zebra xylophone', 'the bridge of a violin', 'when will the harbour bridge close'].map(
        async (question) => signalOf(await investigate(question, { scopes }), DEFAULT_CALIBRATION),
      ),
    );
    expect(signals).toEqual([...signals].sort((a, b) => a - b));
  });
});

describe('excerpts', () => {
  it('are slices of the stored text, apart from each other, and at most two of one article', async () => {
    const word = fc.constantFrom('harbour', 'bridge', 'ferry', 'frost', 'apple', 'mayor', 'cable');
    const sentence = fc
      .array(word, { minLength: 3, maxLength: 12 })
      .map((words) => `The ${words.join(' ')}.`);
    const paragraph = fc
      .array(sentence, { minLength: 1, maxLength: 4 })
      .map((sentences) => sentences.join(' '));
    const stories = fc.array(
      fc.record({
        headline: sentence,
        paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(
        stories,
        sentence,
        fc.integer({ min: 1, max: 5 }),
        async (all, question, limit) => {
          const { investigate, articles } = await openSmallArchive(all);
          const always = { ...DEFAULT_CALIBRATION, threshold: -Infinity };
          const { excerpts } = conclude(await investigate(question, { scopes }), always, limit);
          expect(excerpts.length).toBeLessThanOrEqual(limit);
          for (const excerpt of excerpts) {
            const { start, end, sentenceStart, sentenceEnd } = excerpt;
            const article = articles.find(({ id }) => id === excerpt.article.id);
            expect(excerpt.text).toBe(article?.canonical.slice(start, end));
            expect(excerpt.sentence).toBe(article?.canonical.slice(sentenceStart, sentenceEnd));
            expect(sentenceStart >= start && sentenceEnd <= end).toBe(true);
            const siblings = excerpts.filter(({ article: { id } }) => id === excerpt.article.id);
            expect(siblings.length).toBeLessThanOrEqual(2);
            for (const other of siblings) {
              if (other !== excerpt) expect(start < other.end && end > other.start).toBe(false);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leave out what is far less fitting than the best', async () => {
    const { excerpts } = await ask('How long will the harbour bridge close?');
    const [best] = excerpts;
    for (const { score } of excerpts)
      expect(score).toBeGreaterThanOrEqual(0.6 * (best?.score ?? 0));
    expect(excerpts.map(({ article }) => article.id)).not.toContain('article2');
  });

  it('never quote a subheading as the answer, nor run across one', async () => {
    const { excerpts } = await ask('ferries instead');
    for (const { text } of excerpts) expect(text).not.toContain('Ferries instead');
  });

  it('leave out a passage whose stored text is no longer what was indexed, and log it', async () => {
    const logged: unknown[] = [];
    const log = {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (details: unknown) => logged.push(details),
    };
    const { investigate, articles } = await openSmallArchive([HARBOUR, ORCHARD], log);
    const [harbour] = articles;
    if (!harbour) throw new Error('The archive lacks its first article.');
    articles[0] = { ...harbour, canonical: harbour.canonical.replace('nine weeks', 'two weeks') };
    const { sentences } = await investigate('How long will the harbour bridge close?', { scopes });
    expect(sentences.map(({ article }) => article.id)).not.toContain('article1');
    expect(logged).toContainEqual(expect.objectContaining({ articleId: 'article1' }));
  });
});
