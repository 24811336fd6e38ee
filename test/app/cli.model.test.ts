import { cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { runCommand, type CommandRun } from './cli-process.ts';

const QUESTION = 'what did NATO urge Europe to do';
const HEADLINE = 'NATO calls on Europe to increase arms production for Ukraine';
/** Part of the sentence that answers. */
const ANSWER = 'has called on Europe to increase its arms production to support Ukraine';

/** Exactly what the README says an answer is: no key more and none less. */
const answerSchema = z.strictObject({
  question: z.string(),
  outcome: z.enum(['answered', 'related', 'nothing']),
  confidence: z.number().min(0).max(1),
  excerpts: z.array(
    z.strictObject({
      rank: z.int().min(1),
      text: z.string().min(1),
      sentence: z.string().min(1),
      start: z.int().min(0),
      end: z.int().min(1),
      score: z.number(),
      article: z.strictObject({
        id: z.string().regex(/^[a-z2-7]{12}$/),
        headline: z.string(),
        section: z.string().nullable(),
        publishedAt: z.string().nullable(),
        url: z.string().nullable(),
        source: z.string().nullable(),
      }),
    }),
  ),
  timings: z.strictObject({
    embedMs: z.number().min(0),
    searchMs: z.number().min(0),
    totalMs: z.number().min(0),
  }),
});
type PrintedAnswer = z.infer<typeof answerSchema>;

const countsSchema = z.object({ articles: z.int(), passages: z.int() });
const listSchema = z.object({
  total: z.int(),
  articles: z.array(
    z.object({ id: z.string(), headline: z.string(), revision: z.int(), ingestedAt: z.string() }),
  ),
});
const reportSchema = z.object({
  added: z.int(),
  unchanged: z.int(),
  failed: z.array(z.object({ input: z.string(), line: z.int().nullable(), reason: z.string() })),
});

/** The one line of JSON that a command has printed. */
function printed<T>(schema: z.ZodType<T>, { stdout, stderr }: CommandRun): T {
  expect(stdout.match(/\n/g), stderr).toHaveLength(1);
  return schema.parse(JSON.parse(stdout));
}

function expectAnswer(run: CommandRun): PrintedAnswer {
  const answer = printed(answerSchema, run);
  expect(run.code).toBe(0);
  expect(answer).toMatchObject({ question: QUESTION, outcome: 'answered' });
  expect(answer.excerpts[0]?.sentence).toContain(ANSWER);
  expect(answer.excerpts[0]?.article).toMatchObject({ headline: HEADLINE, section: 'WORLD' });
  return answer;
}

/** With the model and the seed article in it. */
let filled: string;
let firstRun: CommandRun;

beforeAll(async () => {
  filled = await mkdtemp(join(tmpdir(), 'archivist-'));
  firstRun = await runCommand({ DATA_DIR: filled }, 'ask', '--json', QUESTION);
});
afterAll(() => rm(filled, { recursive: true, force: true }));

async function copyOfFilled(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(filled, folder, { recursive: true });
  return folder;
}

/** A folder with the model and nothing else. */
async function emptyFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(filled, 'models'), join(folder, 'models'), { recursive: true });
  return folder;
}

const listed = async (folder: string) =>
  printed(listSchema, await runCommand({ DATA_DIR: folder }, 'archive', 'list', '--json'));

describe('ask', () => {
  it('builds the model, adds the seed and answers, on first use', () => {
    const { excerpts } = expectAnswer(firstRun);
    expect(firstRun.stderr).toBe(
      'Preparing the model (onnx/model_quantized.onnx) … done\nAdding the seed articles … done\n',
    );
    for (const { text, sentence, start, end } of excerpts) {
      expect(text).toHaveLength(end - start);
      expect(text).toContain(sentence);
    }
  });

  it('does none of that again on second use, and answers the same', async () => {
    const folder = await copyOfFilled();
    const before = await listed(folder);
    const second = await runCommand({ DATA_DIR: folder }, 'ask', '--json', QUESTION);
    const answer = expectAnswer(second);
    expect(second.stderr).toBe('');
    expect({ ...answer, timings: null }).toEqual({ ...expectAnswer(firstRun), timings: null });
    expect(await listed(folder)).toEqual(before);
    expect(before).toMatchObject({ total: 1, articles: [{ headline: HEADLINE, revision: 1 }] });
  });

  it('prints for people what it prints as JSON', async () => {
    const folder = await copyOfFilled();
    const { code, stdout, stderr } = await runCommand({ DATA_DIR: folder }, 'ask', QUESTION);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const onOneLine = stdout.replace(/^[>│]/gm, '').replace(/\s+/g, ' ');
    expect(onOneLine).toContain(ANSWER);
    expect(onOneLine).toContain(HEADLINE);
  });

  it.each([
    ['a limit that is none', ['--limit', '0']],
    ['a date that is none', ['--after', 'the day before yesteryear']],
    ['days that leave nothing', ['--after', '2024-02-02', '--before', '2024-02-01']],
  ])('ends with exit code 2 for %s', async (_, flags) => {
    const folder = await temporaryFolder();
    const run = await runCommand({ DATA_DIR: folder }, 'ask', ...flags, QUESTION);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^error: /);
  });

  it('ends with exit code 1 and one sentence for a section that does not exist', async () => {
    const folder = await copyOfFilled();
    const argv = ['ask', '--json', '--section', 'Sports', QUESTION];
    expect(await runCommand({ DATA_DIR: folder }, ...argv)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no section "Sports". There are: WORLD.\n',
    });
  });
});

describe('a damaged database', () => {
  const PAGE = 4096;

  it.each<[string, (path: string) => Promise<void>]>([
    ['is something else', (path) => writeFile(path, 'garbage '.repeat(1000))],
    ['was cut', (path) => truncate(path, 3 * PAGE)],
    ['has nothing sound but its first page', overwriteAllButFirst],
  ])('that %s ends a command with exit code 1 and what to do', async (_, damage) => {
    const folder = await copyOfFilled();
    const path = join(folder, 'archive.db');
    await damage(path);
    expect(await runCommand({ DATA_DIR: folder }, 'ask', '--json', QUESTION)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${path} is not a SQLite database, or is damaged. Move it away or restore it from a backup.\n`,
    });
  });

  /** SQLite finds out only when it reads them. */
  async function overwriteAllButFirst(path: string): Promise<void> {
    await writeFile(path, (await readFile(path)).fill(0x5a, PAGE));
  }
});

describe('another model than the index was built with', () => {
  it('is refused, until the index is built anew', async () => {
    const folder = await copyOfFilled();
    const exact = { DATA_DIR: folder, EMBEDDING_DTYPE: 'fp32' };
    const refused = await runCommand(exact, 'ask', '--json', QUESTION);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toBe(
      'Preparing the model (onnx/model.onnx) … done\n' +
        'The search index was built with all-MiniLM-L6-v2 (int8), and the embedding model is now all-MiniLM-L6-v2 (fp32). ' +
        'Set the model back, or "npm run archive -- reindex" rebuilds it.\n',
    );
    expectAnswer(await runCommand({ DATA_DIR: folder }, 'ask', '--json', QUESTION));

    const rebuilt = await runCommand(exact, 'archive', 'reindex', '--json');
    expect(rebuilt).toMatchObject({ code: 0, stderr: 'Building the search index anew … done\n' });
    expect(printed(countsSchema, rebuilt)).toMatchObject({ articles: 1 });
    const answered = await runCommand(exact, 'ask', '--json', QUESTION);
    expectAnswer(answered);
    expect(answered.stderr).toBe('');
    const back = await runCommand({ DATA_DIR: folder }, 'ask', '--json', QUESTION);
    expect(back).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('ingest', () => {
  it('goes on after bad files, names each with its reason, and ends with exit code 1', async () => {
    const folder = await copyOfFilled();
    const articles = join(await temporaryFolder(), 'articles');
    await mkdir(articles);
    const put = (name: string, text: string): Promise<void> =>
      writeFile(join(articles, name), text);
    await put('a-broken.json', '{"headline": "Broken", }');
    await put('b-empty.txt', '');
    await put(
      'c-heron.md',
      '---\ntitle: Heron returns\ndate: 2024-05-02\n---\n\nA grey heron has come back to the pond in Larkfield.\n',
    );
    await put(
      'd-lines.jsonl',
      '{"headline": "Clock stops", "text": "The clock of the town hall stopped at noon."}\nno JSON\n',
    );
    const run = await runCommand({ DATA_DIR: folder }, 'ingest', '--json', articles);
    expect(run.code).toBe(1);
    expect(printed(reportSchema, run)).toEqual({
      added: 2,
      unchanged: 0,
      failed: [
        {
          input: join(articles, 'a-broken.json'),
          line: 1,
          reason: expect.stringMatching(/^this is not valid JSON: /) as string,
        },
        { input: join(articles, 'b-empty.txt'), line: 1, reason: 'no text found' },
        {
          input: join(articles, 'd-lines.jsonl'),
          line: 2,
          reason: expect.stringMatching(/^this is not valid JSON: /) as string,
        },
      ],
    });

    const again = await runCommand({ DATA_DIR: folder }, 'ingest', articles);
    expect(again.code).toBe(1);
    expect(again.stdout).toContain('0 articles added, 0 revised, 2 unchanged, 3 failed.');
    expect(again.stdout).toContain(`${join(articles, 'b-empty.txt')}:1: no text found`);

    const question = 'where has the heron come back';
    const asked = await runCommand({ DATA_DIR: folder }, 'ask', '--json', question);
    const { excerpts } = printed(answerSchema, asked);
    expect(excerpts[0]?.text).toBe('A grey heron has come back to the pond in Larkfield.');
    expect(excerpts[0]?.article).toMatchObject({
      headline: 'Heron returns',
      publishedAt: '2024-05-02',
    });
  });
});

describe('archive export', () => {
  it('takes the archive to another folder: the same ids, the same answers', async () => {
    const folder = await copyOfFilled();
    const other = await emptyFolder();
    const file = join(await temporaryFolder(), 'export.jsonl');
    const exported = await runCommand({ DATA_DIR: folder }, 'archive', 'export', file);
    expect(exported).toEqual({ code: 0, stdout: `1 article written to ${file}.\n`, stderr: '' });
    const imported = await runCommand({ DATA_DIR: other }, 'archive', 'import', '--json', file);
    expect(imported.code).toBe(0);
    expect(printed(reportSchema, imported)).toEqual({ added: 1, unchanged: 0, failed: [] });
    const [here, there] = await Promise.all([listed(folder), listed(other)]);
    expect(there).toEqual(here);
    const answer = expectAnswer(await runCommand({ DATA_DIR: other }, 'ask', '--json', QUESTION));
    expect({ ...answer, timings: null }).toEqual({ ...expectAnswer(firstRun), timings: null });
  });
});
