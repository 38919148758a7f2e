import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** How long a test waits for a state that has to come: as long as a busy machine may need, since nothing is timed. */
const poll = { timeout: 10_000 }

/** `unit`: everything without a browser. `browser`: people in Chromium, one test file at a time. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          testTimeout: 20_000,
          environment: 'node',
          include: ['{shared,server,client,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['scripts/e2e/**'],
          expect: { poll },
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
          expect: { poll },
        },
      },
    ],
  },
})
