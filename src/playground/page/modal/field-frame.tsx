import type { ComponentChildren } from 'preact';
import type { FormField, InputField } from './form-fields.ts';

/** Id of what is focused in a field. */
export function fieldId(fields: readonly FormField[], field: FormField): string {
  return `modal-field-${fields.indexOf(field)}`;
}

export interface FieldFrameProps {
  readonly id: string;
  readonly field: InputField;
  readonly problem: string | null;
  readonly counter?: string | null;
  readonly children: ComponentChildren;
}

/** Ids of what describes a field. */
export function describedBy(id: string, field: InputField, problem: string | null): string {
  return [field.description === '' ? '' : `${id}-hint`, problem === null ? '' : `${id}-problem`]
    .filter((each) => each !== '')
    .join(' ');
}

/** A field's name above it, and what is wrong with it below. */
export function FieldFrame({ id, field, problem, counter = null, children }: FieldFrameProps) {
  return (
    <div class="modal-field">
      <label class="modal-label" for={id}>
        {field.label}
        <Required field={field} />
      </label>
      <Hint id={id} field={field} />
      {children}
      <div class="modal-below">
        <Problem id={id} problem={problem} />
        {counter !== null && <span class="modal-counter">{counter}</span>}
      </div>
    </div>
  );
}

export function Required({ field }: { readonly field: InputField }) {
  return field.required ? (
    <span class="modal-required" aria-hidden="true">
      *
    </span>
  ) : null;
}

export function Hint({ id, field }: { readonly id: string; readonly field: InputField }) {
  if (field.description === '') return null;
  return (
    <p class="modal-hint" id={`${id}-hint`}>
      {field.description}
    </p>
  );
}

export function Problem({ id, problem }: { readonly id: string; readonly problem: string | null }) {
  if (problem === null) return null;
  return (
    <span class="modal-problem" id={`${id}-problem`}>
      {problem}
    </span>
  );
}
