import { untracked, useSignalEffect } from '@preact/signals';
import { channel, commandDraft, droppedFiles, modal, type CommandDraft } from '../store.ts';
import { commandsHere } from './commands-here.ts';
import { startCommand } from './draft.ts';
import { dismissRefusal, goTo, refuse } from './drafts.ts';
import { takeFiles } from './taken-files.ts';

/** Takes what other parts of the page hand over: commands to be filled in, and dropped files. */
export function useHandedOver(): void {
  useSignalEffect(() => {
    const wanted = commandDraft.value;
    if (wanted === null) return;
    commandDraft.value = null;
    untracked(() => {
      takeCommand(wanted);
    });
  });
  useSignalEffect(() => {
    const dropped = droppedFiles.value;
    // An open form takes them.
    if (dropped === null || modal.value !== null) return;
    droppedFiles.value = null;
    untracked(() => {
      if (channel.value?.writable === true) takeFiles(dropped.files);
    });
  });
}

function takeCommand({ command, options }: CommandDraft): void {
  const entry = commandsHere().find(({ name }) => name === command);
  if (entry === undefined) {
    refuse(`You cannot use /${command} in this channel.`);
    return;
  }
  dismissRefusal();
  goTo(startCommand(entry, options));
}
