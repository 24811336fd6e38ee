import { inputsOf, type FilesField } from './form-fields.ts';
import { filesIn } from './form-values.ts';
import type { Form } from './use-form.ts';

/** The files of a drop or of the clipboard. */
export function heldFiles(data: DataTransfer | null): readonly File[] {
  return Array.from(data?.files ?? []);
}

/**
 * Adds files to the field under the event's target, or else to the first that has room, or else to the first. More than
 * a field takes are added all the same: the field then says so, and nothing is lost unseen.
 */
export function addFiles(form: Form, files: readonly File[], target: EventTarget | null): void {
  const fields = inputsOf(form.fields).filter((field) => field.kind === 'files');
  const under = target instanceof Element ? target.closest<HTMLElement>('[data-files]') : null;
  const field =
    fields.find(({ customId }) => customId === under?.dataset['files']) ??
    fields.find((each) => filesIn(form.values, each).length < each.most) ??
    fields[0];
  if (field === undefined || files.length === 0) return;
  setFiles(form, field, added(field, filesIn(form.values, field), files));
}

export function setFiles(
  { values, change }: Form,
  field: FilesField,
  files: readonly File[],
): void {
  change({ ...values, files: { ...values.files, [field.customId]: files } });
}

/** A field for one file takes the newest. */
function added({ most }: FilesField, old: readonly File[], files: readonly File[]) {
  return most === 1 && files.length === 1 ? files : [...old, ...files];
}
