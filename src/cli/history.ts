import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../errors.ts';

/** Questions kept. */
const SIZE = 500;
/** Questions are private: only their owner may read and write the file. */
const MODE = 0o600;

/** The questions typed at the prompt, kept between sessions. */
export interface History {
  readonly size: number;
  newestFirst(): readonly string[];
  /** Remembers a question, on disk as well. */
  add(question: string): Promise<void>;
}

/** The history in `file`, one question per line, oldest first; empty where the file is not there. */
export async function openHistory(file: string): Promise<History> {
  let questions = (await readIfThere(file))
    .split('\n')
    .filter((line) => line !== '')
    .slice(-SIZE);
  return {
    size: SIZE,
    newestFirst: () => questions.toReversed(),
    add: async (question) => {
      questions = [...questions.filter((other) => other !== question), question].slice(-SIZE);
      await writePrivately(file, `${questions.join('\n')}\n`);
    },
  };
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

/** Whole or not at all; a few lines that may be lost in a power cut need no syncing. */
async function writePrivately(file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(temporary, text, { mode: MODE });
  // The mode of writeFile counts only for a file that is new.
  await chmod(temporary, MODE);
  await rename(temporary, file);
}
