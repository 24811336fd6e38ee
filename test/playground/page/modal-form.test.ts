import {
  ComponentType,
  TextInputStyle,
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { fieldsOf, inputsOf } from '../../../src/playground/page/modal/form-fields.ts';
import {
  counterOf,
  presetsOf,
  problemOf,
  sentForm,
} from '../../../src/playground/page/modal/form-values.ts';
import { forget, keep, keptValues } from '../../../src/playground/page/modal/kept-values.ts';

const { TextInput, StringSelect, FileUpload, RadioGroup, CheckboxGroup, Checkbox } = ComponentType;
const { Short, Paragraph } = TextInputStyle;
const OPTIONS = [
  { label: 'Ay', value: 'a' },
  { label: 'Bee', value: 'b', default: true },
];

function modalOf(...inputs: APIComponentInLabel[]): APIModalInteractionResponseCallbackData {
  return {
    custom_id: 'm',
    title: 'Modal',
    components: inputs.map((component) => ({ type: ComponentType.Label, label: 'L', component })),
  };
}

/** The only field of a modal, and what is wrong with `value` in it. */
function problemWith(input: APIComponentInLabel, value: string | string[] | number) {
  const field = inputsOf(fieldsOf(modalOf(input)))[0];
  if (field === undefined) throw new Error('The modal has no field.');
  const { customId } = field;
  return problemOf(field, {
    texts: typeof value === 'string' ? { [customId]: value } : {},
    picks: Array.isArray(value) ? { [customId]: value } : {},
    files: typeof value === 'number' ? { [customId]: filesOf(value) } : {},
  });
}

function filesOf(count: number): File[] {
  return Array.from({ length: count }, (_, index) => new File(['x'], `${index}.txt`));
}

describe('fields of a modal', () => {
  it('takes texts, inputs with labels and inputs of the older form', () => {
    const fields = fieldsOf({
      custom_id: 'm',
      title: 'Modal',
      components: [
        { type: ComponentType.TextDisplay, content: 'Read this.' },
        {
          type: ComponentType.ActionRow,
          components: [
            { type: TextInput, custom_id: 'old', style: Short, label: 'Old', value: 'v' },
          ],
        },
      ],
    });
    expect(fields).toMatchObject([
      { kind: 'note', content: 'Read this.' },
      { kind: 'text', customId: 'old', label: 'Old', preset: 'v', least: 0, most: 4_000 },
    ]);
  });

  it('is filled with what the bot has given', () => {
    const fields = inputsOf(
      fieldsOf(
        modalOf(
          { type: TextInput, custom_id: 't', style: Short, value: 'text' },
          { type: StringSelect, custom_id: 's', options: OPTIONS },
          { type: RadioGroup, custom_id: 'r', options: OPTIONS },
          { type: CheckboxGroup, custom_id: 'g', options: OPTIONS },
          { type: Checkbox, custom_id: 'c', default: true },
        ),
      ),
    );
    expect(presetsOf(fields)).toEqual({
      texts: { t: 'text' },
      picks: { s: ['b'], r: ['b'], g: ['b'], c: ['true'] },
      files: {},
    });
  });
});

describe('what is wrong in a field', () => {
  const text = { type: TextInput, custom_id: 't', style: Short } as const;
  const select = { type: StringSelect, custom_id: 's', options: OPTIONS } as const;
  const upload = { type: FileUpload, custom_id: 'f', max_values: 2 } as const;

  it('is nothing in a required text, unless it may stay empty', () => {
    expect(problemWith(text, '')).toBe('This field is required');
    expect(problemWith({ ...text, required: false }, '')).toBeNull();
    expect(problemWith(text, 'x')).toBeNull();
  });

  it('is a text of the wrong length', () => {
    const limited = { ...text, min_length: 2, max_length: 4 };
    expect(problemWith(limited, 'x')).toBe('Must be between 2 and 4 in length.');
    expect(problemWith(limited, 'xxxx')).toBeNull();
    expect(problemWith({ ...text, max_length: 4 }, 'xxxxx')).toBe('Must be 4 or fewer in length.');
    expect(problemWith({ ...limited, required: false }, '')).toBeNull();
  });

  it('is the wrong number of choices', () => {
    expect(problemWith(select, [])).toBe('This field is required');
    expect(problemWith({ ...select, required: false }, [])).toBeNull();
    expect(problemWith({ ...select, min_values: 0 }, [])).toBeNull();
    expect(problemWith({ ...select, min_values: 2, max_values: 2 }, ['a'])).toBe(
      'At least 2 options needed',
    );
    expect(problemWith({ type: CheckboxGroup, custom_id: 'g', options: OPTIONS }, ['a', 'b'])).toBe(
      null,
    );
    expect(problemWith({ type: Checkbox, custom_id: 'c' }, [])).toBeNull();
  });

  it('is the wrong number of files', () => {
    expect(problemWith(upload, 0)).toBe('This field is required');
    expect(problemWith(upload, 2)).toBeNull();
    expect(problemWith(upload, 3)).toBe('At most 2 files allowed');
  });
});

it('counts a paragraph always, and a line when it is short or nearly full', () => {
  const counted = (style: TextInputStyle, length: number) => {
    const input = {
      type: TextInput,
      custom_id: 't',
      style,
      min_length: 3,
      max_length: 10,
    } as const;
    const field = inputsOf(fieldsOf(modalOf(input)))[0];
    return field?.kind === 'text' ? counterOf(field, length) : undefined;
  };
  expect(counted(Paragraph, 0)).toBe('0/10');
  expect(counted(Short, 0)).toBeNull();
  expect(counted(Short, 2)).toBe('2/10');
  expect(counted(Short, 7)).toBeNull();
  expect(counted(Short, 8)).toBe('8/10');
});

it('sends files by their place among all files of the form', () => {
  const fields = inputsOf(
    fieldsOf(
      modalOf(
        { type: FileUpload, custom_id: 'f', max_values: 2 },
        { type: TextInput, custom_id: 't', style: Short },
        { type: FileUpload, custom_id: 'g' },
      ),
    ),
  );
  const [one, two, three] = filesOf(3);
  if (!one || !two || !three) throw new Error('There are three files.');
  const sent = sentForm(fields, {
    texts: { t: 'x' },
    picks: {},
    files: { f: [one, two], g: [three] },
  });
  expect(sent.values).toEqual({ f: { files: [0, 1] }, t: 'x', g: { files: [2] } });
  expect(sent.files).toEqual([one, two, three]);
});

it('keeps what was typed for the same modal of the same person, until it is sent', () => {
  const data = modalOf({ type: TextInput, custom_id: 't', style: Short });
  const values = { texts: { t: 'typed' }, picks: {}, files: {} };
  keep('max', { interaction: '1', data }, values);
  expect(keptValues('max', { interaction: '2', data })).toEqual(values);
  expect(keptValues('mia', { interaction: '2', data })).toBeUndefined();
  const other = { ...data, custom_id: 'other' };
  expect(keptValues('max', { interaction: '2', data: other })).toBeUndefined();
  forget('max', { interaction: '2', data });
  expect(keptValues('max', { interaction: '2', data })).toBeUndefined();
});
