import { expect, it } from 'vitest'
import { runTwins } from './testing/twin-matchers.ts'

const FIRST_SEED = 1
const SEEDS = 60
const STEPS = 120

it(`${SEEDS} seeds from ${FIRST_SEED} of ${STEPS} steps: a matcher that keeps runs finds the moves that one finds which keeps each character`, () => {
  const runs = Array.from({ length: SEEDS }, (_, index) => runTwins(FIRST_SEED + index, STEPS))
  const total = (key: keyof (typeof runs)[number]): number => runs.reduce((sum, run) => sum + run[key], 0)
  console.log(
    `moves ${total('moves')}, units moved ${total('movedUnits')}, deletions of what was deleted ${total('oldDeletions')}`,
  )
  expect(total('moves')).toBeGreaterThan(1000)
  expect(total('movedUnits')).toBeGreaterThan(10_000)
  expect(total('oldDeletions')).toBeGreaterThan(100)
}, 30_000)
