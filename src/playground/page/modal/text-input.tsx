import { useLayoutEffect, useRef } from 'preact/hooks';
import { FieldFrame, describedBy } from './field-frame.tsx';
import type { FieldProps } from './field.tsx';
import type { TextField } from './form-fields.ts';
import { counterOf, textIn } from './form-values.ts';

/**
 * A line or a paragraph. Nothing is cut off at the limit, as the browser would: a text that is pasted and too long says
 * so, and can be shortened where its writer wants.
 */
export function TextInput({ id, field, form }: FieldProps<TextField>) {
  const value = textIn(form.values, field);
  const problem = form.problem(field);
  const shared = {
    id,
    class: 'modal-input',
    value,
    placeholder: field.placeholder,
    required: field.required,
    'aria-invalid': problem !== null,
    'aria-describedby': describedBy(id, field, problem),
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
      const { texts } = form.values;
      const changed = { ...texts, [field.customId]: currentTarget.value };
      form.change({ ...form.values, texts: changed });
    },
  };
  const counter = counterOf(field, value.length);
  return (
    <FieldFrame id={id} field={field} problem={problem} counter={counter}>
      {field.isParagraph ? <Paragraph {...shared} /> : <input type="text" {...shared} />}
    </FieldFrame>
  );
}

type ParagraphProps = Readonly<Record<string, unknown>> & { readonly value: string };

/** As high as its text, up to what the styles allow. */
function Paragraph(props: ParagraphProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { value } = props;
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);
  return <textarea ref={area} rows={5} {...props} />;
}
