import { createInterface } from 'node:readline';
import type { Answer } from '../answer/answer.ts';
import type { App, AskOptions } from '../app.ts';
import { UserError } from '../errors.ts';
import { answerJson } from './answer-json.ts';
import type { CommandContext } from './context.ts';
import { displayText } from './display-text.ts';
import { printJson } from './json-output.ts';
import { IncompleteError } from './incomplete-error.ts';
import { openHistory } from './history.ts';
import { renderAnswer } from './render-answer.ts';
import { print } from './terminal.ts';

export interface Questioning {
  readonly context: CommandContext;
  readonly app: App;
  readonly json: boolean;
  readonly options: AskOptions;
  /** Where the questions of the prompt are kept. */
  readonly historyFile: string;
}

/** Answers the question on the command line; without one those of the prompt, or the lines of a redirected input. */
export async function answerAll(words: readonly string[], asking: Questioning): Promise<void> {
  if (words.length > 0) {
    await answerOne(words.join(' '), asking);
  } else if (asking.context.terminal.inputIsTerminal) {
    await answerPrompt(asking);
  } else {
    await answerLines(asking);
  }
}

async function answerOne(
  question: string,
  { context, app, json, options }: Questioning,
  signal?: AbortSignal,
): Promise<void> {
  const answer = await app.ask(question, signal ? { ...options, signal } : options);
  await show(answer, context, json);
}

function show(answer: Answer, { terminal }: CommandContext, json: boolean): Promise<void> {
  if (json) return printJson(terminal, answerJson(answer));
  return print(terminal.stdout, renderAnswer(answer, terminal));
}

/** A question that cannot be answered does not keep the next ones from it; the command fails at the end. */
async function answerLines(asking: Questioning): Promise<void> {
  const { terminal } = asking.context;
  let failed = false;
  for await (const line of createInterface({ input: terminal.stdin, crlfDelay: Infinity })) {
    const question = line.trim();
    if (question === '') continue;
    if (!asking.json) await print(terminal.stdout, `${displayText(question)}\n\n`);
    failed = !(await answerOrExplain(question, asking)) || failed;
    if (!asking.json) await print(terminal.stdout, '\n');
  }
  if (failed) throw new IncompleteError('a question could not be answered');
}

/** Ctrl-D leaves, and so does Ctrl-C, which also gives up the question that is being answered. */
async function answerPrompt(asking: Questioning): Promise<void> {
  const { terminal } = asking.context;
  const history = await openHistory(asking.historyFile);
  const output = asking.json || !terminal.outputIsTerminal ? terminal.stderr : terminal.stdout;
  const leaving = new AbortController();
  const lines = createInterface({
    input: terminal.stdin,
    output,
    terminal: true,
    prompt: '? ',
    history: [...history.newestFirst()],
    historySize: history.size,
    removeHistoryDuplicates: true,
  });
  const closed = new AbortController();
  lines.once('close', () => {
    closed.abort();
  });
  lines.once('SIGINT', () => {
    leaving.abort();
    lines.close();
  });
  output.write('Ask the archive. Ctrl-D leaves.\n');
  lines.prompt();
  for await (const line of lines) {
    const question = line.trim();
    if (question !== '') {
      await history.add(question);
      await answerOrExplain(question, asking, leaving.signal);
    }
    if (leaving.signal.aborted) break;
    if (!closed.signal.aborted) lines.prompt();
  }
  output.write('\n');
}

/** False when there was a failure that the person can mend; it has been shown. */
async function answerOrExplain(
  question: string,
  asking: Questioning,
  signal?: AbortSignal,
): Promise<boolean> {
  try {
    await answerOne(question, asking, signal);
    return true;
  } catch (error) {
    if (signal?.aborted) return true;
    if (!(error instanceof UserError)) throw error;
    asking.context.terminal.stderr.write(`${displayText(error.message)}\n`);
    return false;
  }
}
