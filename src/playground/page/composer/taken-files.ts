import { giveFiles } from './draft.ts';
import { draft, goTo, refusal } from './drafts.ts';
import { MESSAGE_FILES } from './sending.ts';

/** Puts picked, dropped or pasted files into what is being written. */
export function takeFiles(files: readonly File[]): void {
  if (files.length === 0) return;
  refusal.value = null;
  const now = draft.value;
  if (now.kind === 'text') {
    const all = [...now.files, ...files];
    if (all.length > MESSAGE_FILES) {
      refusal.value = `A message takes at most ${MESSAGE_FILES} files.`;
    }
    goTo({ ...now, files: all.slice(0, MESSAGE_FILES) });
    return;
  }
  const given = giveFiles(now, files);
  if (given === null) refusal.value = `/${now.entry.name} takes no more files.`;
  else goTo(given);
}
