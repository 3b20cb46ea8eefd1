import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    globalSetup: ['test/harness/build.ts'],
    // The machines are shared and slow at times; timings belong in benchmarks.
    testTimeout: 60_000,
    // Most tests wait for nothing but the processor: use all of it.
    maxWorkers: '100%',
    // No test leaves anything behind in a module; loading all modules anew for each file took a third of the time.
    isolate: false,
  },
});
