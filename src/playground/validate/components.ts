import { ComponentType } from 'discord-api-types/v10';
import { buttonProblems, rowProblems } from './buttons.ts';
import { isMedia, mediaProblems } from './media.ts';
import type { Attached } from './media.ts';
import { otherType, problem, required, tooLong, badLength } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { isSelect, selectProblems } from './selects.ts';
import { isBlank, repeated } from './strings.ts';
import { customIdOf, walk } from './walk.ts';
import type { AnyComponent, Placed } from './walk.ts';

const COMPONENTS = 40;
const TEXT_LENGTH = 4_000;
const LEGACY_ROWS = 5;

/** What the schemas do not say of a message's components. @param v2 has the message IS_COMPONENTS_V2? */
export function componentProblems(
  components: readonly AnyComponent[],
  { v2, attached }: { readonly v2: boolean; readonly attached: Attached },
): readonly ValidationProblem[] {
  const path: Path = ['components'];
  const placed = [...walk(components, path)];
  return [
    ...(v2 ? totalProblems(placed, path) : legacyProblems(components, path)),
    ...identityProblems(placed),
    ...placed.flatMap((each) => ownProblems(each, attached)),
  ];
}

function totalProblems(placed: readonly Placed[], path: Path): readonly ValidationProblem[] {
  const problems: ValidationProblem[] = [];
  if (placed.length > COMPONENTS) {
    const message = `The total number of components cannot exceed ${COMPONENTS}.`;
    problems.push(problem(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message));
  }
  const length = placed.reduce(
    (sum, { component }) =>
      sum + (component.type === ComponentType.TextDisplay ? component.content.length : 0),
    0,
  );
  if (length > TEXT_LENGTH) {
    const message = `Displayable text size exceeds maximum size of ${TEXT_LENGTH}`;
    problems.push(problem(path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message));
  }
  return problems;
}

function legacyProblems(
  components: readonly AnyComponent[],
  path: Path,
): readonly ValidationProblem[] {
  const problems = components.flatMap(({ type }, index) =>
    type === ComponentType.ActionRow ? [] : [otherType([...path, index], [1])],
  );
  if (components.length > LEGACY_ROWS) problems.push(badLength(path, 1, LEGACY_ROWS));
  return problems;
}

/** Ids are unique within a message or modal. */
export function identityProblems(placed: readonly Placed[]): readonly ValidationProblem[] {
  const named = placed.filter(({ component }) => customIdOf(component) !== undefined);
  // 0 asks Discord to choose one.
  const numbered = placed.filter(({ component }) => (component.id ?? 0) !== 0);
  return [
    ...pick(named, repeated(named.map(({ component }) => customIdOf(component)))).map(({ path }) =>
      problem(
        [...path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      ),
    ),
    ...pick(numbered, repeated(numbered.map(({ component }) => component.id))).map(({ path }) =>
      problem([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
    ),
  ];
}

function pick(placed: readonly Placed[], positions: readonly number[]): readonly Placed[] {
  return placed.filter((_, index) => positions.includes(index));
}

function ownProblems(
  { component, path }: Placed,
  attached: Attached,
): readonly ValidationProblem[] {
  if (isSelect(component)) return selectProblems(component, path);
  if (isMedia(component)) return mediaProblems(component, path, attached);
  if (component.type === ComponentType.ActionRow) return rowProblems(component.components, path);
  if (component.type === ComponentType.Button) return buttonProblems(component, path);
  return component.type === ComponentType.TextDisplay ? textProblems(component.content, path) : [];
}

export function textProblems(content: string, path: Path): readonly ValidationProblem[] {
  if (isBlank(content)) return [required([...path, 'content'])];
  return content.length > TEXT_LENGTH ? [tooLong([...path, 'content'], TEXT_LENGTH)] : [];
}
