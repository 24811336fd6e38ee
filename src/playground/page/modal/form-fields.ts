import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuComponent,
  type APITextInputComponent,
} from 'discord-api-types/v10';
import { presetValues } from '../choice/select-choices.ts';

/** Characters of a text input without a limit of its own. */
const TEXT_LENGTH = 4_000;

interface Named {
  readonly customId: string;
  readonly label: string;
  /** Below the label; '' for none. */
  readonly description: string;
}

/** How many values a field takes. Without `required`, none at all will do as well. */
interface Counted {
  readonly least: number;
  readonly most: number;
  readonly required: boolean;
}

export interface TextField extends Named, Counted {
  readonly kind: 'text';
  readonly isParagraph: boolean;
  readonly placeholder: string;
  readonly preset: string;
}

export interface SelectField extends Named, Counted {
  readonly kind: 'select';
  readonly select: APISelectMenuComponent;
  readonly preset: readonly string[];
}

export interface FilesField extends Named, Counted {
  readonly kind: 'files';
  /** Types of files as an input of HTML takes them; '' for all. */
  readonly accept: string;
}

export interface GroupOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** A group of radio buttons or checkboxes, or a single checkbox. */
export interface GroupField extends Named, Counted {
  readonly kind: 'radios' | 'boxes' | 'box';
  readonly options: readonly GroupOption[];
  readonly preset: readonly string[];
}

export type InputField = TextField | SelectField | FilesField | GroupField;

export interface NoteField {
  readonly kind: 'note';
  readonly content: string;
}

export type FormField = InputField | NoteField;

/** The value of a checkbox that is ticked. */
const TICKED = 'true';

/** What a modal asks for, from top to bottom. */
export function fieldsOf({
  components,
}: APIModalInteractionResponseCallbackData): readonly FormField[] {
  return components.flatMap((component): readonly FormField[] => {
    switch (component.type) {
      case ComponentType.TextDisplay:
        return [{ kind: 'note', content: component.content }];
      case ComponentType.Label:
        return [labelled(component)];
      case ComponentType.ActionRow:
        return component.components.map((input) => textField(input, input, ''));
    }
  });
}

/** The fields that take something. */
export function inputsOf(fields: readonly FormField[]): readonly InputField[] {
  return fields.filter((field) => field.kind !== 'note');
}

function labelled({ label, description = '', component }: APILabelComponent): InputField {
  if (component.type === ComponentType.TextInput) {
    return textField(component, { label }, description);
  }
  if (component.type === ComponentType.FileUpload) {
    return {
      kind: 'files',
      ...named(component, label, description),
      ...counted(component, 1),
      accept: (component.file_types ?? []).join(','),
    };
  }
  if (isGroup(component)) return groupField(component, label, description);
  return {
    kind: 'select',
    ...named(component, label, description),
    ...counted(component, 1),
    select: component,
    preset: presetValues(component),
  };
}

type Group = Extract<
  APILabelComponent['component'],
  { type: ComponentType.RadioGroup | ComponentType.CheckboxGroup | ComponentType.Checkbox }
>;

function isGroup(component: APILabelComponent['component']): component is Group {
  const { RadioGroup, CheckboxGroup, Checkbox } = ComponentType;
  return [RadioGroup, CheckboxGroup, Checkbox].some((type) => type === component.type);
}

function groupField(component: Group, label: string, description: string): GroupField {
  switch (component.type) {
    case ComponentType.RadioGroup:
      return {
        kind: 'radios',
        ...named(component, label, description),
        ...counted({ required: component.required }, 1),
        options: component.options,
        preset: ticked(component.options),
      };
    case ComponentType.CheckboxGroup:
      return {
        kind: 'boxes',
        ...named(component, label, description),
        ...counted(component, component.options.length),
        options: component.options,
        preset: ticked(component.options),
      };
    case ComponentType.Checkbox:
      return {
        kind: 'box',
        ...named(component, label, description),
        ...counted({ required: false }, 1),
        options: [{ value: TICKED, label }],
        preset: component.default === true ? [TICKED] : [],
      };
  }
}

function textField(
  input: APITextInputComponent,
  { label = '' }: { readonly label?: string },
  description: string,
): TextField {
  return {
    kind: 'text',
    ...named(input, label, description),
    least: input.min_length ?? 0,
    most: input.max_length ?? TEXT_LENGTH,
    required: input.required ?? true,
    isParagraph: input.style === TextInputStyle.Paragraph,
    placeholder: input.placeholder ?? '',
    preset: input.value ?? '',
  };
}

function named(
  { custom_id }: { readonly custom_id: string },
  label: string,
  description: string,
): Named {
  return { customId: custom_id, label, description };
}

interface Limits {
  readonly min_values?: number | undefined;
  readonly max_values?: number | undefined;
  readonly required?: boolean | undefined;
}

function counted({ min_values, max_values, required = true }: Limits, most: number): Counted {
  return { least: min_values ?? 1, most: max_values ?? most, required };
}

function ticked(options: readonly { readonly value: string; readonly default?: boolean }[]) {
  return options.filter((option) => option.default).map(({ value }) => value);
}
