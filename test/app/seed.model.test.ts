import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { App, AskOptions } from '../../src/app.ts';
import { parseDateRange } from '../../src/archive/date-range.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { addSeeds, needsSeeds } from '../../src/ingest/seeds.ts';
import { openApp } from '../../src/open-app.ts';
import { recordLog } from './recorded-log.ts';

const SCOPES = ['shared'];
const NATO = 'what did NATO urge Europe to do';

/** Each with the sentence of the article that answers it. */
const ANSWERED = [
  [
    NATO,
    "NATO's secretary general has called on Europe to increase its arms production to support Ukraine and prevent " +
      '"potentially decades of confrontation" with Moscow, in an interview published by German media.',
  ],
  [
    'who urged Europe to increase arms production',
    'NATO Secretary General Jens Stoltenberg urged European nations to increase arms production, highlighting the need ' +
      'for a sustained industrial effort to support Ukraine.',
  ],
  [
    'when do NATO defence ministers meet in Brussels',
    "NATO defence ministers will meet in Brussels on February 15, one week ahead of the second anniversary of Russia's " +
      'offensive in Ukraine.',
  ],
  [
    'what did Biden call criminal neglect',
    '"The failure of the United States\' Congress in not supporting Ukraine is close to criminal neglect," Biden said ' +
      'as he hosted Scholz in the Oval Office on Friday.',
  ],
] as const;

const ABSENT = [
  'who won the 2022 World Cup',
  'what is the capital of Australia',
  'how do I bake bread',
] as const;

/** Nearest to what is never quoted. */
const ABOUT_THE_PAGE = [
  'Stoltenberg visits the Capitol Hill in Washington photo Reuters',
  'what did the NATO staff reporter write on February 10, 2024',
] as const;

/** What the article's page says around its text. */
const CAPTION =
  'NATO Secretary General Stoltenberg visits the Capitol Hill in Washington / Photo: Reuters / Reuters';
const NEVER_QUOTED = [
  CAPTION,
  'Photo: Reuters',
  'Staff Reporter',
  'February 10, 2024',
  'date 2024',
];

let folder: string;
let config: Config;
let app: App;

const open = (): Promise<App> => openApp({ config, log: recordLog().log, clock: systemClock });
const ask = (question: string, options: Partial<AskOptions> = {}): Promise<Answer> =>
  app.ask(question, { scopes: SCOPES, ...options });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archivist-'));
  config = readConfig({ DATA_DIR: folder });
  app = await open();
  await addSeeds({ library: app.library, folder: config.SEEDS_DIR, today: systemClock.now() });
  await app.calibrate(SCOPES);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** Everything an answer says, but for the times it took. */
function saidBy({ question, outcome, confidence, excerpts, unknownWords }: Answer) {
  return { question, outcome, confidence, excerpts, unknownWords };
}

function seed() {
  const [summary] = app.library.list({ scopes: SCOPES, limit: 10 }).articles;
  if (summary === undefined) throw new Error('There is no seed article.');
  return summary;
}

describe('the seed article', () => {
  it('is all there is, with its metadata apart from its words', () => {
    expect(app.library.list({ scopes: SCOPES, limit: 10 }).total).toBe(1);
    expect(seed()).toMatchObject({
      headline: 'NATO calls on Europe to increase arms production for Ukraine',
      section: 'WORLD',
      byline: 'Staff Reporter',
      publishedAt: '2024-02-10',
      photoCaption: CAPTION,
    });
    const canonical = app.library.get(seed().id, SCOPES)?.canonical;
    for (const words of NEVER_QUOTED) expect(canonical).not.toContain(words);
  });

  it.each(ANSWERED)('answers "%s" with the right sentence first', async (question, sentence) => {
    const { outcome, excerpts } = await ask(question);
    expect(outcome).toBe('answered');
    expect(excerpts[0]?.sentence).toBe(sentence);
  });

  it.each(ABSENT)('is not taken for an answer to "%s"', async (question) => {
    const { outcome } = await ask(question);
    expect(outcome).not.toBe('answered');
  });

  it('is quoted word for word, and only in its own words, whatever the outcome', async () => {
    const canonical = app.library.get(seed().id, SCOPES)?.canonical;
    const questions = [...ANSWERED.map(([question]) => question), ...ABSENT, ...ABOUT_THE_PAGE];
    let quoted = 0;
    for (const question of questions) {
      const { excerpts } = await ask(question, { limit: 10 });
      for (const { text, sentence, start, end, sentenceStart, sentenceEnd } of excerpts) {
        expect(text).toBe(canonical?.slice(start, end));
        expect(sentence).toBe(canonical?.slice(sentenceStart, sentenceEnd));
        expect(text).toContain(sentence);
        for (const words of NEVER_QUOTED) expect(text).not.toContain(words);
        quoted++;
      }
    }
    expect(quoted).toBeGreaterThanOrEqual(ANSWERED.length + ABOUT_THE_PAGE.length);
  });

  it('is not added again, and answers the same, when the archive is opened anew', async () => {
    const questions = [...ANSWERED.map(([question]) => question), ...ABSENT];
    const answers = async () => {
      const said = [];
      for (const question of questions) said.push(saidBy(await ask(question)));
      return said;
    };
    const before = { answers: await answers(), stats: app.library.stats(SCOPES), id: seed().id };
    await app.close();
    app = await open();
    expect(needsSeeds(app.library)).toBe(false);
    expect({
      answers: await answers(),
      stats: app.library.stats(SCOPES),
      id: seed().id,
    }).toEqual(before);
  });

  it('is left unchanged when its folder is ingested once more', async () => {
    const report = await addSeeds({
      library: app.library,
      folder: config.SEEDS_DIR,
      today: systemClock.now(),
    });
    expect(report).toMatchObject({ added: 0, revised: 0, unchanged: 1, failed: [], passages: 0 });
  });
});

describe('a filter', () => {
  const days = (after?: string, before?: string) =>
    parseDateRange(
      { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) },
      new Date('2024-03-01T12:00:00Z'),
    );

  it.each([
    ['the day itself', days('2024-02-10', '2024-02-10')],
    ['the day it begins with', days('2024-02-10')],
    ['the day it ends with', days(undefined, '2024-02-10')],
    ['the month', days('Feb 2024', 'Feb 2024')],
  ])('lets the article through by %s', async (_, range) => {
    expect((await ask(NATO, range)).outcome).toBe('answered');
  });

  it.each([
    ['earlier than its first day', days('2024-02-11')],
    ['later than its last day', days(undefined, '2024-02-09')],
    ['outside the year', days('2023', '2023')],
  ])('keeps back the article that is %s', async (_, range) => {
    expect(await ask(NATO, range)).toMatchObject({ outcome: 'nothing', excerpts: [] });
  });

  it('knows the section, whatever its case', async () => {
    const plain = await ask(NATO);
    expect(saidBy(await ask(NATO, { section: 'world' }))).toEqual(saidBy(plain));
  });

  it('refuses a section that does not exist, naming those that do', async () => {
    const asking = ask(NATO, { section: 'Sports' });
    await expect(asking).rejects.toThrow(UserError);
    await expect(asking).rejects.toThrow('There is no section "Sports". There are: WORLD.');
  });

  it('shows nothing of a scope the asker may not see', async () => {
    expect(await ask(NATO, { scopes: ['123'] })).toMatchObject({
      outcome: 'nothing',
      excerpts: [],
    });
  });
});

describe('a question', () => {
  it.each(['', '   ', '\n'])('that is empty (%j) is refused', async (question) => {
    await expect(ask(question)).rejects.toThrow('The question is empty. Ask it in words.');
  });

  it('that is longer than the model reads is refused with both numbers', async () => {
    const asking = ask('why '.repeat(400));
    await expect(asking).rejects.toThrow(UserError);
    await expect(asking).rejects.toThrow(/40\d tokens, where the model reads 256/);
  });
});
