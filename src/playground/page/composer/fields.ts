import type { CommandLine } from './draft.ts';
import { focusedField, goTo, setDraft } from './drafts.ts';
import { typeOn } from './typed-command.ts';

/** Takes over what stands in the field now. Options are one line each. */
export function writeInto(line: CommandLine, name: string, typed: string): void {
  const next = typeOn(line, name, typed.replaceAll(/\s*\n\s*/g, ' '));
  if (next.active === name) setDraft(next);
  else goTo(next);
}

/** To be called when the field gets the focus. */
export function focusField(line: CommandLine, name: string): void {
  focusedField.value = name;
  setDraft({ ...line, active: name });
}

export function leaveField(): void {
  focusedField.value = null;
}
