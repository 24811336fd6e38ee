import type {
  APILabelComponent,
  APIMessageComponent,
  APIModalComponent,
} from 'discord-api-types/v10';
import type { Path } from './problem.ts';

export type AnyComponent = APIMessageComponent | APIModalComponent | APILabelComponent['component'];

export interface Placed {
  readonly component: AnyComponent;
  readonly path: Path;
}

/** Every component of a message or modal, outer ones before those inside them. */
export function* walk(components: readonly AnyComponent[], path: Path): Generator<Placed> {
  for (const [index, component] of components.entries()) {
    yield* walkOne(component, [...path, index]);
  }
}

function* walkOne(component: AnyComponent, path: Path): Generator<Placed> {
  yield { component, path };
  if ('components' in component) yield* walk(component.components, [...path, 'components']);
  if ('accessory' in component) yield* walkOne(component.accessory, [...path, 'accessory']);
  if ('component' in component) yield* walkOne(component.component, [...path, 'component']);
}

/** Components with an id to be sent back. */
export function customIdOf(component: AnyComponent): string | undefined {
  return 'custom_id' in component ? component.custom_id : undefined;
}
