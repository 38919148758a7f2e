import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** `unit`: everything without a browser. `browser`: people in Chromium, one test file at a time. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{shared,server,client,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['scripts/e2e/**'],
        },
      },
      {
        root,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['scripts/e2e/**/*.test.ts'],
          // Each file starts a Chromium of its own; two at a time would fight for the two cores of a CI machine.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
