import { defineConfig } from 'vitest/config';

const engineTimeout = 300_000;

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false } },
      {
        test: {
          name: 'engine',
          include: ['test/{engine,corpus,golden,cli}/**/*.test.ts'],
          testTimeout: engineTimeout,
          hookTimeout: engineTimeout,
          // Files share a process, and with it the engine's compiled code: nothing in it outlives a closed engine.
          isolate: false,
        },
      },
    ],
  },
});
