import { expect, it } from 'vitest'
import { runWire } from './run.ts'

const SEEDS = 8
const INPUTS = 2500

it(`[SY2] ${SEEDS * INPUTS} broken updates, frames and presences from seed 1 are refused or harmless`, () => {
  const refused: Record<string, number> = {}
  let admitted = 0
  let framesRead = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const result = runWire(seed, INPUTS)
    admitted += result.admitted
    framesRead += result.framesRead
    for (const [code, count] of Object.entries(result.refused)) refused[code] = (refused[code] ?? 0) + count
    // A count that is believed before it is read would take seconds and gigabytes.
    expect(result.slowestMs).toBeLessThan(2000)
  }
  console.log({ admitted, framesRead, ...refused })
  expect(admitted).toBeGreaterThan(500)
  expect(framesRead).toBeGreaterThan(500)
  for (const code of [
    'malformed',
    'foreign-client',
    'clock-gap',
    'unknown-reference',
    'foreign-place',
    'foreign-content',
    'marker-deleted',
    'id-changed',
    'unknown-deletion',
    'too-much',
  ])
    expect(refused[code], code).toBeGreaterThan(20)
}, 120_000)
