import type { Route } from './route.ts';

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a path; patterns without variable parts go first. */
export class Router {
  readonly #routes: readonly { readonly route: Route; readonly parts: readonly string[] }[];

  constructor(routes: readonly Route[]) {
    const variables = (route: Route): number => route.pattern.split('/:').length;
    this.#routes = [...routes]
      .sort((a, b) => variables(a) - variables(b))
      .map((route) => ({ route, parts: route.pattern.split('/') }));
  }

  /** `otherMethod`: the path exists, but not for this method. */
  find(method: string, path: string): Match | 'otherMethod' | null {
    const parts = path.split('/').map((part) => decodeURIComponent(part));
    let otherMethod = false;
    for (const { route, parts: pattern } of this.#routes) {
      const params = matchParts(pattern, parts);
      if (params === null) continue;
      if (route.method === method) return { route, params };
      otherMethod = true;
    }
    return otherMethod ? 'otherMethod' : null;
  }
}

function matchParts(
  pattern: readonly string[],
  parts: readonly string[],
): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (expected.startsWith(':')) params[expected.slice(1)] = part;
    else if (expected !== part) return null;
  }
  return params;
}
