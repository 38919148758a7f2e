import { defineConfig } from 'vitest/config'

/** `unit`: everything without a browser. `browser`: people in Chromium, one test file at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{shared,server,client,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['scripts/e2e/**', 'node_modules/**'],
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['scripts/e2e/**/*.test.ts'],
          // Chromium is started once a file; two at a time would fight for the two cores of a CI machine.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
