import type { PageFormValue } from '../../page-protocol.ts';
import type { FilesField, GroupField, InputField, SelectField, TextField } from './form-fields.ts';

/** What stands in the fields of a form, by their custom ids. */
export interface FormValues {
  readonly texts: Readonly<Record<string, string>>;
  readonly picks: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, readonly File[]>>;
}

/** How near its limit a short field begins to count, as a share of the limit. */
const NEARLY = 0.8;

/** What stands in the fields as the form opens. */
export function presetsOf(fields: readonly InputField[]): FormValues {
  const texts: Record<string, string> = {};
  const picks: Record<string, readonly string[]> = {};
  for (const field of fields) {
    if (field.kind === 'text') texts[field.customId] = field.preset;
    else if (field.kind !== 'files') picks[field.customId] = field.preset;
  }
  return { texts, picks, files: {} };
}

export function textIn({ texts }: FormValues, { customId }: TextField): string {
  return texts[customId] ?? '';
}

export function picksIn(
  { picks }: FormValues,
  { customId }: SelectField | GroupField,
): readonly string[] {
  return picks[customId] ?? [];
}

export function filesIn({ files }: FormValues, { customId }: FilesField): readonly File[] {
  return files[customId] ?? [];
}

/** Why what stands in a field cannot be sent; null when it can. */
export function problemOf(field: InputField, values: FormValues): string | null {
  if (field.kind === 'text') return textProblem(field, textIn(values, field));
  const isFiles = field.kind === 'files';
  const count = isFiles ? filesIn(values, field).length : picksIn(values, field).length;
  return countProblem(field, count, isFiles ? 'file' : 'option');
}

function textProblem({ least, most, required }: TextField, { length }: string): string | null {
  if (length === 0) return required ? 'This field is required' : null;
  if (length >= least && length <= most) return null;
  if (least === 0) return `Must be ${most} or fewer in length.`;
  return `Must be between ${least} and ${most} in length.`;
}

function countProblem(
  { least, most, required }: Exclude<InputField, TextField>,
  count: number,
  noun: string,
): string | null {
  if (count === 0) return required && least > 0 ? 'This field is required' : null;
  if (count < least) return `At least ${many(least, noun)} needed`;
  return count > most ? `At most ${many(most, noun)} allowed` : null;
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How full a text field is, such as `12/4000`; null where it need not be told yet. */
export function counterOf({ isParagraph, least, most }: TextField, length: number): string | null {
  const isTold = isParagraph || length >= most * NEARLY || (length > 0 && length < least);
  return isTold ? `${length}/${most}` : null;
}

export interface SentForm {
  readonly values: Readonly<Record<string, PageFormValue>>;
  readonly files: readonly File[];
}

/** The form as it is sent: files are named by their place among all. */
export function sentForm(fields: readonly InputField[], values: FormValues): SentForm {
  const files: File[] = [];
  const sent: Record<string, PageFormValue> = {};
  for (const field of fields) {
    if (field.kind === 'text') {
      sent[field.customId] = textIn(values, field);
    } else if (field.kind === 'files') {
      sent[field.customId] = { files: filesIn(values, field).map((file) => files.push(file) - 1) };
    } else {
      sent[field.customId] = picksIn(values, field);
    }
  }
  return { values: sent, files };
}
