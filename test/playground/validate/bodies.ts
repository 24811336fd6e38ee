import type { ValidationProblem } from '../../../src/playground/validate/validate.ts';

export const V2 = 1 << 15;

type Fields = Readonly<Record<string, unknown>>;

/** A row of a table: a body that just keeps a rule, and one that just breaks it. */
export type Rule = readonly [name: string, kept: unknown, broken: unknown, problem: string];

/** `components.0.content BASE_TYPE_REQUIRED`, one line a problem. */
export function lines(problems: readonly ValidationProblem[]): readonly string[] {
  return problems.map(({ path, code }) => [...path, code].join(' '));
}

export function text(length: number): Fields {
  return { type: 10, content: 'x'.repeat(length) };
}

export function texts(count: number): readonly Fields[] {
  return Array.from({ length: count }, () => text(1));
}

export function button(customId: string, more: Fields = {}): Fields {
  return { type: 2, style: 2, label: 'Go', custom_id: customId, ...more };
}

export function link(url: unknown, more: Fields = {}): Fields {
  return { type: 2, style: 5, label: 'Go', url, ...more };
}

export function buttons(count: number): readonly Fields[] {
  return Array.from({ length: count }, (_, index) => button(`b${index}`));
}

export function row(...components: readonly unknown[]): Fields {
  return { type: 1, components };
}

export function options(count: number): readonly Fields[] {
  return Array.from({ length: count }, (_, index) => ({ label: 'One', value: `v${index}` }));
}

export function select(more: Fields = {}): Fields {
  return { type: 3, custom_id: 's', options: options(2), ...more };
}

export function box(...components: readonly unknown[]): Fields {
  return { type: 17, components };
}

/** A message of Components V2. */
export function v2(...components: readonly unknown[]): Fields {
  return { flags: V2, components };
}

export function input(more: Fields = {}): Fields {
  return { type: 4, custom_id: 'i', style: 1, ...more };
}

export function label(component: unknown, more: Fields = {}): Fields {
  return { type: 18, label: 'Name', component, ...more };
}

export function modal(components: readonly unknown[], more: Fields = {}): Fields {
  return { custom_id: 'm', title: 'Form', components, ...more };
}

export function repeat(count: number, make: (index: number) => unknown): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
