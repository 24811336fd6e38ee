import { selectChoices } from '../choice/select-choices.ts';
import { SelectMenu } from '../choice/select-menu.tsx';
import { guild } from '../store.ts';
import { FieldFrame, describedBy } from './field-frame.tsx';
import type { InputField, SelectField } from './form-fields.ts';
import { picksIn } from './form-values.ts';
import { FilesInput } from './files-input.tsx';
import { GroupInput } from './group-input.tsx';
import { TextInput } from './text-input.tsx';
import type { Form } from './use-form.ts';

export interface FieldProps<Kind extends InputField> {
  readonly id: string;
  readonly field: Kind;
  readonly form: Form;
}

/** One field of a modal. */
export function Field({ id, field, form }: FieldProps<InputField>) {
  switch (field.kind) {
    case 'text':
      return <TextInput id={id} field={field} form={form} />;
    case 'select':
      return <SelectInput id={id} field={field} form={form} />;
    case 'files':
      return <FilesInput id={id} field={field} form={form} />;
    case 'radios':
    case 'boxes':
    case 'box':
      return <GroupInput id={id} field={field} form={form} />;
  }
}

function SelectInput({ id, field, form }: FieldProps<SelectField>) {
  const { select, label, least, most, required } = field;
  const problem = form.problem(field);
  return (
    <FieldFrame id={id} field={field} problem={problem}>
      <SelectMenu
        id={id}
        label={label}
        placeholder={select.placeholder ?? 'Make a selection'}
        choices={selectChoices(select, guild.value)}
        chosen={picksIn(form.values, field)}
        least={required ? least : 0}
        most={most}
        invalid={problem !== null}
        describedBy={describedBy(id, field, problem)}
        onChoose={(values) => {
          const { picks } = form.values;
          form.change({ ...form.values, picks: { ...picks, [field.customId]: values } });
        }}
      />
    </FieldFrame>
  );
}
