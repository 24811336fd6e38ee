import { ComponentType } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APITextInputComponent,
} from 'discord-api-types/v10';
import { ModalInteractionCallbackRequestDataSchema } from 'discord-api-spec/zod';
import { identityProblems, textProblems } from './components.ts';
import { badLength, lengthProblems, notAllowed, problem, required } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { isSelect, optionProblems, rangeProblems, selectProblems } from './selects.ts';
import { shapeOf } from './shape.ts';
import { isBlank } from './strings.ts';
import { walk } from './walk.ts';

const MODAL_COMPONENTS = 5;
const TEXT_INPUT_LENGTH = 4_000;

/** Every way in which `data` is not a modal that Discord accepts. */
export function validateModal(data: unknown): readonly ValidationProblem[] {
  const shape = shapeOf(ModalInteractionCallbackRequestDataSchema, data);
  if (!shape.ok) return shape.problems;
  const { title, components } = shape.data;
  const path: Path = ['components'];
  return [
    ...(isBlank(title) ? [required(['title'])] : []),
    ...lengthProblems(path, components.length, 1, MODAL_COMPONENTS),
    ...identityProblems([...walk(components, path)]),
    ...components.flatMap((component, index) => topProblems(component, [...path, index])),
  ];
}

type TopLevel = APIModalInteractionResponseCallbackData['components'][number];

function topProblems(component: TopLevel, path: Path): readonly ValidationProblem[] {
  switch (component.type) {
    case ComponentType.ActionRow:
      return modalRowProblems(component, path);
    case ComponentType.TextDisplay:
      return textProblems(component.content, path);
    case ComponentType.Label:
      return labelProblems(component, path);
  }
}

/** The older form: one text input, which carries its label itself. */
function modalRowProblems(
  row: APIActionRowComponent<APITextInputComponent>,
  path: Path,
): readonly ValidationProblem[] {
  const inner: Path = [...path, 'components'];
  if (row.components.length !== 1) return [badLength(inner, 1, 1)];
  return row.components.flatMap((input, index) => {
    const at = [...inner, index];
    const { label } = labelOf(input);
    return [
      ...(isBlank(label) ? [required([...at, 'label'])] : []),
      ...textInputProblems(input, at),
    ];
  });
}

function labelOf(input: object): { readonly label?: string } {
  return input;
}

function labelProblems(
  { label, component }: APILabelComponent,
  path: Path,
): readonly ValidationProblem[] {
  const at: Path = [...path, 'component'];
  return [
    ...(isBlank(label) ? [required([...path, 'label'])] : []),
    ...('disabled' in component && component.disabled
      ? [notAllowed([...at, 'disabled'], 'Components of a modal cannot be disabled')]
      : []),
    ...inputProblems(component, at),
  ];
}

function inputProblems(
  component: APILabelComponent['component'],
  path: Path,
): readonly ValidationProblem[] {
  if (isSelect(component)) return selectProblems(component, path);
  switch (component.type) {
    case ComponentType.TextInput:
      return [
        ...(labelOf(component).label === undefined
          ? []
          : [notAllowed([...path, 'label'], 'The label stands on the label component')]),
        ...textInputProblems(component, path),
      ];
    case ComponentType.FileUpload:
      return rangeProblems(component, path);
    case ComponentType.RadioGroup:
      return optionProblems(component.options, [...path, 'options']);
    case ComponentType.CheckboxGroup:
      return [
        ...rangeProblems({ max_values: component.options.length, ...component }, path),
        ...optionProblems(component.options, [...path, 'options']),
      ];
    case ComponentType.Checkbox:
      return [];
  }
}

function textInputProblems(
  {
    min_length: least = 0,
    max_length: most = TEXT_INPUT_LENGTH,
    value = '',
  }: APITextInputComponent,
  path: Path,
): readonly ValidationProblem[] {
  if (least > most) {
    const message = `int value should be less than or equal to ${most}.`;
    return [problem([...path, 'min_length'], 'NUMBER_TYPE_MAX', message)];
  }
  // An empty value is no value.
  return value === '' ? [] : lengthProblems([...path, 'value'], value.length, least, most);
}
