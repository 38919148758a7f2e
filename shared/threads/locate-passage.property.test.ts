import { expect, it } from 'vitest'
import { judgePassages } from './testing/judge-passages.ts'
import { PassageWorld } from './testing/passage-world.ts'

const FIRST_SEED = 1
const SEEDS = 25
const STEPS = 100

it(`[TH1] ${SEEDS} seeds from ${FIRST_SEED} of ${STEPS} steps by three people: a passage stands on its own words, or on the same ones written again in its line, or is detached; never on others`, () => {
  const sum = { own: 0, byQuote: 0, detached: 0, passages: 0 }
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
    const world = new PassageWorld(seed)
    for (let step = 1; step <= STEPS; step++) {
      const operation = world.step()
      const replicas = [world.text, ...world.people.map(({ text }) => text)]
      // Everybody's own view too: what they see need not be what the hub has.
      for (const text of step % 20 === 0 ? replicas : [world.text]) {
        const { faults, own, byQuote, detached } = judgePassages(text, world.moves, world.watched)
        expect([seed, step, operation, faults]).toEqual([seed, step, operation, []])
        sum.own += own
        sum.byQuote += byQuote
        sum.detached += detached
      }
    }
    sum.passages += world.watched.length
  }
  console.log(JSON.stringify(sum))
  expect(sum.passages).toBeGreaterThan(SEEDS * 3)
  expect(sum.own).toBeGreaterThan(SEEDS * 200)
  expect(sum.byQuote).toBeGreaterThan(SEEDS)
  expect(sum.detached).toBeGreaterThan(SEEDS * 20)
}, 120_000)
