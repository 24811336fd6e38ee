import { freeFileFields, giveFiles } from './draft.ts';
import { dismissRefusal, draft, goTo, refuse } from './drafts.ts';
import { MESSAGE_FILES } from './sending.ts';

/** Puts picked, dropped or pasted files into what is being written. */
export function takeFiles(files: readonly File[]): void {
  if (files.length === 0) return;
  dismissRefusal();
  const now = draft.value;
  if (now.kind === 'text') {
    const all = [...now.files, ...files];
    if (all.length > MESSAGE_FILES) {
      refuse(`A message takes at most ${MESSAGE_FILES} files.`);
    }
    goTo({ ...now, files: all.slice(0, MESSAGE_FILES) });
    return;
  }
  const free = freeFileFields(now).length;
  if (files.length > free) {
    refuse(`/${now.entry.name} takes no more files.`);
  }
  if (free > 0) goTo(giveFiles(now, files));
}
