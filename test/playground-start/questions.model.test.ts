import { expect, test } from 'vitest';
import { startPlayground } from '../../src/bot-playground.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { WELCOME } from '../../src/newsroom/welcome.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { peopleOf } from './playground-kit.ts';

/** What the answer marks in bold, in the order of the suggestions. */
const SENTENCES = [
  'called on Europe to increase its arms production to support Ukraine',
  'NATO defence ministers will meet in Brussels on February 15',
  'close to criminal neglect',
];

test('the first three suggested questions are answered with the right sentence, the last is not', async () => {
  const playground = await startPlayground({
    config: readConfig({ DATA_DIR: await temporaryFolder() }),
    log: silentLog,
    clock: systemClock,
  });
  try {
    const { mia } = await peopleOf(playground);
    const answers: string[] = [];
    for (const { command, options } of WELCOME.suggestions) {
      answers.push((await (await mia.slash(command, options)).reply()).text);
    }
    expect(answers).toHaveLength(SENTENCES.length + 1);
    for (const [at, sentence] of SENTENCES.entries()) {
      const [marked = ''] =
        new RegExp(`\\*\\*[^*]*${sentence}[^*]*\\*\\*`).exec(answers[at] ?? '') ?? [];
      expect(marked).toContain(sentence);
    }
    expect(answers.at(-1)).toMatch(/nothing/i);
    expect(answers.at(-1)).not.toContain('> ');
  } finally {
    await playground.stop();
  }
});
