import { act, sendCommand } from '../actions.ts';
import { guild } from '../store.ts';
import { isEmpty, withProblems, type CommandLine, type TextDraft } from './draft.ts';
import { goTo, refuse, takeOut } from './drafts.ts';
import { readyCommand } from './ready-command.ts';

/** Characters of a message. */
export const MESSAGE_LENGTH = 2_000;

/** Files of a message. */
export const MESSAGE_FILES = 10;

/** Posts the draft. The box is empty at once; where the draft is refused, it comes back with the reason. */
export async function sendText(draft: TextDraft): Promise<void> {
  const content = draft.text.trim();
  if (isEmpty(draft)) return;
  if (content.length > MESSAGE_LENGTH) {
    refuse(`A message has at most ${MESSAGE_LENGTH} characters; this one has ${content.length}.`);
    return;
  }
  const { files } = draft;
  const putBack = takeOut(draft);
  const result = await act('post', { content, files: files.map((_, index) => index) }, files);
  if (result.outcome === 'refused' || result.outcome === 'failed') {
    putBack(result.reason);
  }
}

/** Sends the command, or shows which options are wrong. */
export async function sendLine(line: CommandLine): Promise<void> {
  if (guild.value === null) return;
  const ready = readyCommand(line, guild.value);
  if (ready.kind === 'unready') {
    goTo(withProblems(line, ready.problems));
    return;
  }
  const putBack = takeOut(line);
  const reason = await sendCommand(line.entry.name, ready.options, ready.files);
  if (reason !== null) putBack(reason);
}
