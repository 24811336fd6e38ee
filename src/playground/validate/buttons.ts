import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { APIButtonComponent, APIMessageComponentEmoji } from 'discord-api-types/v10';
import { badLength, notAllowed, problem, required } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { hasScheme, isBlank, isUnicodeEmoji } from './strings.ts';
import type { AnyComponent } from './walk.ts';

const BUTTONS_PER_ROW = 5;
const LINK_SCHEMES = ['http:', 'https:', 'discord:'];

/** An action row holds one to five buttons, or one of something else. */
export function rowProblems(
  components: readonly AnyComponent[],
  path: Path,
): readonly ValidationProblem[] {
  const inner: Path = [...path, 'components'];
  if (components.length === 0) return [badLength(inner, 1, BUTTONS_PER_ROW)];
  const buttons = components.filter(({ type }) => type === ComponentType.Button).length;
  const fits = buttons === components.length ? buttons <= BUTTONS_PER_ROW : components.length === 1;
  if (fits) return [];
  const message = 'The specified component exceeds the maximum width';
  return [problem(inner, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message)];
}

export function buttonProblems(
  button: APIButtonComponent,
  path: Path,
): readonly ValidationProblem[] {
  return [...targetProblems(button, path), ...faceProblems(button, path)];
}

type Target = 'custom_id' | 'url' | 'sku_id';

/** A button has exactly the one target that its style stands for. */
function targetProblems(button: APIButtonComponent, path: Path): readonly ValidationProblem[] {
  const given: Readonly<Partial<Record<Target, string>>> = { ...button };
  const wanted = targetOf(button.style);
  const others = (['custom_id', 'url', 'sku_id'] as const).filter((name) => name !== wanted);
  const problems = others
    .filter((name) => given[name] !== undefined)
    .map((name) => notAllowed([...path, name], `A button of this style cannot have a ${name}`));
  const value = given[wanted];
  if (value === undefined) return [...problems, required([...path, wanted])];
  if (wanted === 'url' && !hasScheme(value, LINK_SCHEMES)) {
    const message = "Scheme is not supported. Scheme must be one of ('http', 'https', 'discord').";
    return [...problems, problem([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', message)];
  }
  return problems;
}

function targetOf(style: ButtonStyle): Target {
  if (style === ButtonStyle.Link) return 'url';
  return style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
}

interface Face {
  readonly label?: string | undefined;
  readonly emoji?: APIMessageComponentEmoji | undefined;
  // Present on every button, which is what makes any of them a face.
  readonly type: ComponentType.Button;
}

function faceProblems(button: APIButtonComponent, path: Path): readonly ValidationProblem[] {
  const face: Face = { ...button };
  if (button.style === ButtonStyle.Premium) {
    return (['label', 'emoji'] as const)
      .filter((name) => face[name] !== undefined)
      .map((name) => notAllowed([...path, name], `A premium button cannot have a ${name}`));
  }
  if (isBlank(face.label) && face.emoji === undefined) {
    const message = 'A button must have a label or an emoji';
    return [problem(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', message)];
  }
  return face.emoji === undefined ? [] : emojiProblems(face.emoji, [...path, 'emoji']);
}

export function emojiProblems(
  { id, name }: APIMessageComponentEmoji,
  path: Path,
): readonly ValidationProblem[] {
  if (id !== undefined || isUnicodeEmoji(name ?? '')) return [];
  return [problem([...path, 'name'], 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji')];
}
