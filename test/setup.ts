import { vi } from 'vitest';

// No test may reach the network by accident; a test of the fetcher brings its own local server and its own fetch.
vi.stubGlobal('fetch', () =>
  Promise.reject(new Error('fetch is closed in tests; pass a fetch that reaches a local server')),
);
