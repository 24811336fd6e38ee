import { ComponentType } from 'discord-api-types/v10';
import type { APISelectMenuComponent, APISelectMenuOption } from 'discord-api-types/v10';
import { emojiProblems } from './buttons.ts';
import { problem, required } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { isBlank, repeated } from './strings.ts';
import type { AnyComponent } from './walk.ts';

const SELECTS: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

export function isSelect(component: AnyComponent): component is APISelectMenuComponent {
  return SELECTS.includes(component.type);
}

export function selectProblems(
  select: APISelectMenuComponent,
  path: Path,
): readonly ValidationProblem[] {
  const { max_values: most = 1 } = select;
  const preset = presetOf(select);
  return [
    ...rangeProblems(select, path),
    ...(select.type === ComponentType.StringSelect
      ? [
          ...optionProblems(select.options, [...path, 'options']),
          ...countProblems(select, select.options.length, path),
        ]
      : []),
    ...(preset > most
      ? [
          problem(
            path,
            'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
            `Cannot have more than ${most} default values.`,
          ),
        ]
      : []),
  ];
}

function presetOf(select: APISelectMenuComponent): number {
  if (select.type === ComponentType.StringSelect) {
    return select.options.filter((option) => option.default).length;
  }
  return select.default_values?.length ?? 0;
}

interface Range {
  readonly min_values?: number | undefined;
  readonly max_values?: number | undefined;
}

/** `min_values` and `max_values` of a select, an upload or a group of boxes. */
export function rangeProblems(
  { min_values: least = 1, max_values: most = 1 }: Range,
  path: Path,
): readonly ValidationProblem[] {
  if (least <= most) return [];
  const message = `int value should be less than or equal to ${most}.`;
  return [problem([...path, 'min_values'], 'NUMBER_TYPE_MAX', message)];
}

function countProblems(
  { min_values, max_values }: Range,
  count: number,
  path: Path,
): readonly ValidationProblem[] {
  return Object.entries({ min_values, max_values })
    .filter(([, value]) => (value ?? 0) > count)
    .map(([name]) =>
      problem(
        [...path, name],
        'NUMBER_TYPE_MAX',
        `int value should be less than or equal to ${count}.`,
      ),
    );
}

export function optionProblems(
  options: readonly APISelectMenuOption[],
  path: Path,
): readonly ValidationProblem[] {
  return [
    ...repeated(options.map(({ value }) => value)).map((index) =>
      problem(
        [...path, index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    ),
    ...options.flatMap(({ label, emoji }, index) => [
      ...(isBlank(label) ? [required([...path, index, 'label'])] : []),
      ...(emoji === undefined ? [] : emojiProblems(emoji, [...path, index, 'emoji'])),
    ]),
  ];
}
