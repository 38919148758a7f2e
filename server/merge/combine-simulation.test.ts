import { expect, it } from 'vitest'
import { seenChars } from '../../scripts/fuzz/text/view.ts'
import { bracketsAskedIn } from '../../shared/draft/asked-for-brackets.ts'
import { findDraftItem } from '../../shared/draft/draft-item.ts'
import { readFullProvenance } from '../../shared/meeting/full-provenance.ts'
import { passageKey } from '../../shared/merge/passage-key.ts'
import { wordsOf } from '../../shared/merge/units.ts'
import { authorshipOf } from '../../shared/text/authorship.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { DRAFT, DRAFTING, LEDGER } from '../draft/testing/sim-meeting.ts'
import { recordsOf } from './merge-record.ts'
import { type CombineOperation, CombineWorld } from './testing/combine-world.ts'

const FIRST_SEED = 5013
// 500 for a longer look: COMBINE_SEEDS=500.
const SEEDS = Number(process.env['COMBINE_SEEDS'] ?? 30)
const STEPS = 60

/** Each item's sources are those of its history, by the ledger and the drafting room together. */
async function checkSources({ meeting, model }: CombineWorld): Promise<void> {
  const all = readFullProvenance(await meeting.doc(LEDGER), await meeting.doc(DRAFTING))
  const known = [...all]
    .map(([id, { sources }]): [string, string[]] => [
      id,
      sources.map(({ topic, blocks }) => passageKey(topic, blocks[0] ?? '')).sort(),
    ])
    .filter(([, passages]) => passages.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  expect(known).toEqual(model.known)
}

/** At every item, who asked for a pair of brackets in it is who asked for that pair, wherever it stood then. */
async function checkAsked(world: CombineWorld): Promise<void> {
  const drafting = await world.meeting.doc(DRAFTING)
  for (const { item, bracket } of await world.bracketPlaces())
    expect([...(bracketsAskedIn(drafting).get(bracket)?.mechanisms ?? [])], `${item}/${bracket}`).toEqual(
      [...(world.asked.get(bracket) ?? [])].sort(),
    )
}

/** What somebody typed in the draft, and nobody erased, stands in an item or is kept for when it is taken apart. */
async function checkWords({ meeting, typedInDraft, erasedInDraft }: CombineWorld): Promise<void> {
  const draft = await meeting.doc(DRAFT)
  const standing = new Set(
    [...draft.getMap('items').keys()].flatMap((id) =>
      seenChars(renderBlocks(findDraftItem(draft, id)!.text)).map(({ char }) => char),
    ),
  )
  for (const record of recordsOf(await meeting.doc(DRAFTING)).values())
    for (const { before } of Object.values(record))
      for (const char of before === null ? '' : wordsOf(before)) standing.add(char)
  const lost = [...typedInDraft].filter((char) => !standing.has(char) && !erasedInDraft.has(char))
  expect(lost).toEqual([])
}

/** Every character of the draft is credited to whoever typed it. */
async function checkAuthors({ meeting, authors }: CombineWorld): Promise<number> {
  const { document } = await meeting.room(DRAFT)
  let count = 0
  for (const id of document.doc.getMap('items').keys())
    for (const { char, ...at } of seenChars(renderBlocks(findDraftItem(document.doc, id)!.text))) {
      const { typedBy } = authorshipOf(at, (client) => document.typistOf(client), document.moves)
      if (authors.has(char)) expect(typedBy, char).toBe(authors.get(char))
      count++
    }
  return count
}

it(`[MG4 MG5 DR1] ${SEEDS} seeds from ${FIRST_SEED}: merging, combining, taking apart, splitting, moving, undoing among edits; sources are those of each item’s history, no word is lost, each keeps its author`, async () => {
  const operations: Partial<Record<CombineOperation, number>> = {}
  let chars = 0
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
    const world = new CombineWorld(seed)
    try {
      await world.run(STEPS, () => checkSources(world))
      await checkWords(world)
      chars += await checkAuthors(world)
    } catch (error) {
      throw new Error(`Seed ${seed} failed.`, { cause: error })
    }
    for (const [operation, count] of world.counts)
      operations[operation] = (operations[operation] ?? 0) + count
  }
  console.log({ chars, ...operations })
  // Below this the runs met too little to say anything.
  expect(operations.combine).toBeGreaterThan(SEEDS)
  expect(operations.combineNew).toBeGreaterThan(SEEDS / 3)
  expect(operations.takeApart).toBeGreaterThan(SEEDS / 2)
  expect(operations.thereAndBack).toBeGreaterThan(SEEDS / 3)
  expect(operations.split).toBeGreaterThan(SEEDS)
  expect(operations.undo).toBeGreaterThan(SEEDS / 2)
}, 600_000)

it(`[AD2 MG4] ${SEEDS} seeds from ${FIRST_SEED}: whatever is combined, taken apart and split, it is known at each item who asked for the brackets that stand in it`, async () => {
  const operations: Partial<Record<CombineOperation, number>> = {}
  let asked = 0
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
    const world = new CombineWorld(seed, true)
    try {
      await world.run(STEPS, () => checkAsked(world))
      await checkSources(world)
      await checkWords(world)
      asked += [...world.asked.values()].filter(({ size }) => size > 0).length
    } catch (error) {
      throw new Error(`Seed ${seed} failed.`, { cause: error })
    }
    for (const [operation, count] of world.counts)
      operations[operation] = (operations[operation] ?? 0) + count
  }
  console.log({ asked, ...operations })
  expect(asked).toBeGreaterThan(SEEDS / 2)
  expect(operations.combine).toBeGreaterThan(SEEDS)
  expect(operations.takeApart).toBeGreaterThan(SEEDS / 2)
  expect(operations.split).toBeGreaterThan(SEEDS)
}, 600_000)

it('[MG5] a merge that is undone after the combination before it was taken apart brings none of its sources back (seed 5240)', async () => {
  const world = new CombineWorld(5240, true)
  await world.run(STEPS, () => checkSources(world))
})
