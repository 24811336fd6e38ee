import { vi } from 'vitest';

/** Checks again and again until it holds: for effects that nothing can be awaited for. A busy machine takes its time. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000 });
}
