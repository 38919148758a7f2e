import { expect, it } from 'vitest'
import { runNetwork } from './run.ts'

const FIRST_SEED = 1
const SEEDS = 60

it(`[SY1 SY3 SY7 SY9 SY11 RM1-RM5] ${SEEDS} seeds from ${FIRST_SEED}: links cut, server killed, power cut, writes failed, rights taken; nothing promised is missing, no word is nowhere`, async () => {
  const sums = { restarts: 0, powerCuts: 0, cuts: 0, failedWrites: 0, rights: 0, promised: 0, late: 0 }
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
    const result = await runNetwork(seed)
    expect(result.faults, `seed ${seed}`).toEqual([])
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += result[key]
  }
  console.log(sums)
  // Below this the runs met too little to say anything.
  expect(sums.restarts).toBeGreaterThan(80)
  expect(sums.powerCuts).toBeGreaterThan(40)
  expect(sums.cuts).toBeGreaterThan(150)
  expect(sums.failedWrites).toBeGreaterThan(50)
  expect(sums.promised).toBeGreaterThan(2000)
  expect(sums.rights).toBeGreaterThan(80)
  expect(sums.late).toBeGreaterThan(50)
}, 120_000)
