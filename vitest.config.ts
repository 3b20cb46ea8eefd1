import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The machines are shared and slow at times; timings belong in benchmarks.
    testTimeout: 60_000,
  },
});
