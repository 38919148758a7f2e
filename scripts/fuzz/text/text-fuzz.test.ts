import { expect, it } from 'vitest'
import { OPERATION_WEIGHTS, type OperationKind } from './operations.ts'
import { FAULTS } from './oracle.ts'
import { runSeed } from './run.ts'

const FIRST_SEED = 1
const SEEDS = 300
/** A run of 300 seeds does each kind at least this often: else the fuzz says nothing about it. */
const FLOOR: Record<OperationKind, number> = {
  insert: 2000,
  delete: 200,
  deleteAcross: 200,
  split: 700,
  splitSelection: 120,
  joinAbove: 250,
  joinBelow: 150,
  joinSpeakers: 60,
  mark: 120,
  attributes: 250,
  pasteNew: 250,
  cut: 120,
  pasteCut: 40,
  moveBlock: 100,
  deleteBlock: 150,
  wipe: 40,
  atom: 100,
  caret: 300,
  undo: 350,
  redo: 60,
  compose: 700,
}

it(`[TX1-TX17] ${SEEDS} seeds from ${FIRST_SEED} of 40 operations: nothing doubled, lost, re-attributed or misplaced, no anchor dead or astray`, () => {
  const results = Array.from({ length: SEEDS }, (_, index) => runSeed(FIRST_SEED + index))
  const kinds = Object.keys(OPERATION_WEIGHTS) as OperationKind[]
  const done = kinds.map((kind) => [
    kind,
    results.reduce((sum, { operations }) => sum + (operations[kind] ?? 0), 0),
  ])
  const operations = Object.fromEntries(done) as Record<OperationKind, number>
  console.log(done.map(([kind, count]) => `${kind} ${count}`).join(', '))
  for (const fault of FAULTS) {
    const found = results.flatMap((result) =>
      result.faults
        .filter((one) => one.fault === fault)
        .map(({ detail }) => `seed ${result.seed}: ${detail}`),
    )
    expect(found, fault).toEqual([])
  }
  for (const kind of kinds) expect(operations[kind], kind).toBeGreaterThanOrEqual(FLOOR[kind])
}, 120_000)
