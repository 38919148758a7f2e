import { expect, it } from 'vitest'
import { SimClock } from '../../scripts/fuzz/network/sim-clock.ts'
import { SimJournal } from '../../scripts/fuzz/network/sim-journal.ts'
import { Random } from '../../scripts/fuzz/random.ts'
import { readDraftingSources } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import type { Choice } from '../../shared/merge/merge-plan.ts'
import { WatchedJournal } from '../commands/testing/command-room.ts'
import type { Sender } from '../draft/draft-items.ts'
import { DRAFT, DRAFTING, LEDGER, notesOf, SimMeeting } from '../draft/testing/sim-meeting.ts'
import { Writer } from '../draft/testing/writer.ts'
import { allOf, typists } from './testing/merging.ts'

const SEED = 20130527
const EXPECTED = ['ann:Ratify |ben:soon', 'ann:Train judges']

interface Ready {
  readonly meeting: SimMeeting
  readonly sender: Sender
  readonly choices: readonly Choice[]
}

/** Two passages of two typists in notes that are not everybody's, and everything chosen. */
async function ready(meeting: SimMeeting): Promise<Ready> {
  meeting.setTopic('t1', { readers: 'drafting' })
  const ann = await Writer.enter(meeting, 'ann', notesOf('t1'))
  ann.addLine(0, 'a', { kind: 'recommendation' }, 'Ratify ')
  ann.addLine(1, 'b', { kind: 'recommendation' }, 'Train judges')
  await meeting.clock.advance(100)
  const ben = await Writer.enter(meeting, 'ben', notesOf('t1'))
  ben.type(1, 7, 7, { insert: 'soon', formats: {} })
  await meeting.clock.advance(100)
  ann.goOffline()
  ben.goOffline()
  const plan = await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
  return { meeting, sender: meeting.sender('eve'), choices: allOf(plan) }
}

/** What stands of the merge, in each of the places where it leaves something. */
async function standing(meeting: SimMeeting): Promise<number[]> {
  const ledger = await meeting.doc(LEDGER)
  const items = (await meeting.doc(DRAFT)).getMap('items').size
  const { delegations } = (await meeting.room(DRAFT)).document.authorship()
  return [
    items,
    readFacts(ledger, 'provenance').size,
    readDraftingSources(await meeting.doc(DRAFTING)).size,
    readFacts(ledger, 'itemFacts').size,
    readFacts(ledger, 'merges').size * 2,
    delegations.length,
  ]
}

/** Six disks of different speed, cut at each millisecond in which one of them may be writing. */
function cuts(): [seed: number, ms: number][] {
  return [0, 1, 2, 3, 4, 5].flatMap((disk) =>
    Array.from({ length: 20 }, (_, ms): [number, number] => [SEED + disk, ms]),
  )
}

const ALL = [2, 2, 2, 2, 2, 2]
const NOTHING = [0, 0, 0, 0, 0, 0]

async function sentAgain({ meeting, sender, choices }: Ready): Promise<void> {
  const result = await meeting.settled(meeting.merges.apply(sender, choices))
  expect(result).toMatchObject({ merge: 1, again: [] })
  expect((await meeting.draftItems()).map(({ id }) => id)).toEqual(result.items)
  expect(await typists(meeting)).toEqual(EXPECTED)
  expect(await standing(meeting)).toEqual(ALL)
}

it(`[JR7] the power cut at any millisecond of a merge leaves all of it or nothing; sent again it stands once (seed ${SEED})`, async () => {
  const seen = { nothing: 0, all: 0 }
  for (const [seed, ms] of cuts()) {
    const clock = new SimClock()
    const journal = new SimJournal(clock, new Random(seed))
    const merge = await ready(new SimMeeting(clock, journal))
    const { meeting, sender, choices } = merge
    meeting.restart()
    const running = meeting.merges.apply(sender, choices).catch(() => null)
    await clock.advance(ms)
    journal.crash()
    meeting.restart()
    await clock.advance(50)
    const stands = await standing(meeting)
    expect([NOTHING, ALL], `seed ${seed}, cut after ${ms} ms`).toContainEqual(stands)
    seen[stands[0] === 0 ? 'nothing' : 'all']++
    await sentAgain(merge)
    await meeting.settled(running)
  }
  // The cuts fell on both sides of the one write.
  expect(seen.nothing).toBeGreaterThan(10)
  expect(seen.all).toBeGreaterThan(10)
}, 60_000)

it.each([
  ['before anything was written', 'before'],
  ['after everything was written', 'after'],
] as const)(
  '[SY7] a write that fails %s refuses the merge; sent again it stands once',
  async (_, failing) => {
    const journal = new WatchedJournal()
    const merge = await ready(new SimMeeting(new SimClock(), journal))
    const { meeting, sender, choices } = merge
    journal.failing = failing
    await expect(meeting.settled(meeting.merges.apply(sender, choices))).rejects.toMatchObject({
      code: 'storage',
    })
    journal.failing = 'never'
    await meeting.clock.advance(5000)
    expect(await standing(meeting)).toEqual(failing === 'before' ? NOTHING : ALL)
    await sentAgain(merge)
  },
)

it(`[JR7] the power cut at any millisecond of an undo leaves the merge whole or undone; sent again it is undone (seed ${SEED})`, async () => {
  const seen = { merged: 0, undone: 0 }
  for (const [seed, ms] of cuts()) {
    const clock = new SimClock()
    const journal = new SimJournal(clock, new Random(seed))
    const { meeting, sender, choices } = await ready(new SimMeeting(clock, journal))
    const { items } = await meeting.settled(meeting.merges.apply(sender, choices))
    meeting.restart()
    const undoing = meeting.sender('eve')
    const running = meeting.merges.undo(undoing, 1).catch(() => null)
    await clock.advance(ms)
    journal.crash()
    meeting.restart()
    await clock.advance(50)
    const isUndone = readFacts(await meeting.doc(LEDGER), 'merges').get('1')?.undone !== null
    expect((await meeting.draftItems()).length).toBe(isUndone ? 0 : 2)
    expect(readFacts(await meeting.doc(LEDGER), 'provenance').size).toBe(isUndone ? 0 : 2)
    expect(readDraftingSources(await meeting.doc(DRAFTING)).size).toBe(isUndone ? 0 : 2)
    seen[isUndone ? 'undone' : 'merged']++
    expect(await meeting.settled(meeting.merges.undo(undoing, 1))).toEqual({
      removed: items,
      restored: [],
      kept: [],
    })
    expect(await meeting.draft()).toEqual([])
    await meeting.settled(running)
  }
  expect(seen.merged).toBeGreaterThan(10)
  expect(seen.undone).toBeGreaterThan(10)
}, 60_000)
