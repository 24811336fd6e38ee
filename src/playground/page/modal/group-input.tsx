import { Hint, Problem, Required, describedBy } from './field-frame.tsx';
import type { FieldProps } from './field.tsx';
import type { GroupField } from './form-fields.ts';
import { picksIn } from './form-values.ts';

/** Radio buttons or checkboxes. */
export function GroupInput({ id, field, form }: FieldProps<GroupField>) {
  const picks = picksIn(form.values, field);
  const problem = form.problem(field);
  const isRadio = field.kind === 'radios';
  const pick = (value: string, isPicked: boolean): void => {
    const rest = isRadio ? [] : picks.filter((other) => other !== value);
    const changed = isPicked ? [...rest, value] : rest;
    form.change({ ...form.values, picks: { ...form.values.picks, [field.customId]: changed } });
  };
  return (
    <fieldset class="modal-field" aria-describedby={describedBy(id, field, problem)}>
      <legend class={field.kind === 'box' ? 'visually-hidden' : 'modal-label'}>
        {field.label}
        <Required field={field} />
      </legend>
      {field.kind !== 'box' && <Hint id={id} field={field} />}
      <div class="modal-options">
        {field.options.map(({ value, label, description }, index) => (
          <label key={value} class="modal-option">
            <input
              // The first one is where the field is focused.
              id={index === 0 ? id : `${id}-${index}`}
              type={isRadio ? 'radio' : 'checkbox'}
              name={id}
              checked={picks.includes(value)}
              aria-invalid={problem !== null}
              onChange={({ currentTarget }) => {
                pick(value, currentTarget.checked);
              }}
            />
            <span>
              {label}
              {description !== undefined && <span class="modal-hint">{description}</span>}
            </span>
          </label>
        ))}
      </div>
      {field.kind === 'box' && <Hint id={id} field={field} />}
      <Problem id={id} problem={problem} />
    </fieldset>
  );
}
