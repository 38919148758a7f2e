import { expect, it } from 'vitest'
import { runOrder } from './order.ts'

const SEEDS = 150
const STEPS = 60

it(`[SY2] ${SEEDS} seeds from 1: what a forger gets past the gate stands in one order everywhere`, () => {
  const total = { honest: 0, forged: 0, refused: 0 }
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { honest, forged, refused } = runOrder(seed, STEPS)
    total.honest += honest
    total.forged += forged
    total.refused += refused
  }
  console.log(total)
  expect(total.honest).toBeGreaterThan(1000)
  expect(total.forged).toBeGreaterThan(1000)
  expect(total.refused).toBeGreaterThan(1000)
}, 120_000)
