import { defineConfig } from 'vitest/config';

/** Slow measurements of quality with the real model: `npm run quality`. */
export default defineConfig({
  test: {
    include: ['test/quality/**/*.quality.ts'],
    fileParallelism: false,
    // Names what was skipped and why, and shows the figures.
    reporters: ['verbose'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
});
