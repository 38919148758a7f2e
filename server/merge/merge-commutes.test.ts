import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GENERAL_SECTION } from '../../shared/draft/draft-item.ts'
import type { MergeResult } from '../../shared/merge/merge-plan.ts'
import { shown } from '../../shared/text/testing/flat-text.ts'
import { DRAFT, notesOf, SimMeeting } from '../draft/testing/sim-meeting.ts'
import { Writer } from '../draft/testing/writer.ts'
import { allOf, typists } from './testing/merging.ts'

const SEED = 20130528

type Typing =
  | { readonly do: 'type'; readonly line: number; readonly at: number; readonly words: string }
  | { readonly do: 'erase'; readonly line: number; readonly at: number }
  | { readonly do: 'line'; readonly line: number; readonly words: string; readonly kind: string }
  | { readonly do: 'kind'; readonly line: number; readonly kind: string }

const kind = fc.constantFrom('recommendation', 'trend', '')
const words = fc.constantFrom('more ', 'des mots ', 'كلمات ')
const typing: fc.Arbitrary<Typing> = fc.oneof(
  fc.record({ do: fc.constant('type' as const), line: fc.nat(9), at: fc.nat(30), words }),
  fc.record({ do: fc.constant('erase' as const), line: fc.nat(9), at: fc.nat(30) }),
  fc.record({ do: fc.constant('line' as const), line: fc.nat(9), words, kind }),
  fc.record({ do: fc.constant('kind' as const), line: fc.nat(9), kind }),
)

/** Types in a text: the notes, or an item of the draft. */
function perform(writer: Writer, steps: readonly Typing[], item?: string): void {
  for (const [index, step] of steps.entries()) {
    const blocks = writer.blocks(item)
    const line = step.line % blocks.length
    const length =
      blocks[line]?.inlines.reduce((sum, each) => sum + ('text' in each ? each.text.length : 1), 0) ?? 0
    if (step.do === 'line') {
      const attributes = step.kind === '' ? {} : { kind: step.kind }
      writer.addLine(line, `new${index}`, attributes, step.words, item)
    } else if (step.do === 'kind') writer.mark(line, step.kind === '' ? {} : { kind: step.kind }, item)
    else if (step.do === 'type') {
      const at = step.at % (length + 1)
      writer.type(line, at, at, { insert: step.words, formats: {} }, item)
    } else if (length > 0) {
      const at = step.at % length
      writer.type(line, at, at + 1, { insert: '', formats: {} }, item)
    }
  }
}

interface Outcome {
  readonly notes: string[]
  readonly result: MergeResult
  /** Words of each new item with who typed them, by the passage that it comes from. */
  readonly merged: ReadonlyMap<string, string>
  /** The item that stood before, with who typed it. */
  readonly standing: string | undefined
}

/** Makes the same meeting twice over; in one, the merge comes before what Ben typed offline arrives, in the other after. */
async function world(
  inNotes: readonly Typing[],
  inDraft: readonly Typing[],
  mergesFirst: boolean,
): Promise<Outcome> {
  const meeting = new SimMeeting()
  const ann = await Writer.enter(meeting, 'ann', notesOf('t1'))
  for (const [index, id] of ['a', 'b', 'c', 'd'].entries())
    ann.addLine(index, id, { kind: index === 2 ? 'trend' : 'recommendation', lead: '1' }, `Words of ${id}.`)
  const item = { id: 'old', type: 'paragraph', section: GENERAL_SECTION, after: null } as const
  await meeting.settled(meeting.items.create(meeting.sender('eve'), item))
  const benInNotes = await Writer.enter(meeting, 'ben', notesOf('t1'))
  const benInDraft = await Writer.enter(meeting, 'ben', DRAFT)
  await meeting.clock.advance(100)
  const choices = allOf(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
  for (const writer of [benInNotes, benInDraft]) writer.goOffline()
  perform(benInNotes, inNotes)
  perform(benInDraft, inDraft, 'old')
  const merge = () => meeting.settled(meeting.merges.apply(meeting.sender('eve'), choices))
  const arrive = async () => {
    await benInNotes.goOnline(meeting, notesOf('t1'))
    await benInDraft.goOnline(meeting, DRAFT)
    await meeting.clock.advance(100)
  }
  let result: MergeResult
  if (mergesFirst) {
    result = await merge()
    await arrive()
  } else {
    await arrive()
    result = await merge()
  }
  expect([...benInNotes.refusals, ...benInDraft.refusals]).toEqual([])
  const again = new Set(result.again.map(({ passage }) => passage))
  const taken = choices.filter(({ passage }) => !again.has(passage))
  const told = await typists(meeting)
  const ids = (await meeting.draftItems()).map(({ id }) => id)
  const merged = new Map(
    taken.map(({ passage }, index) => [passage, told[ids.indexOf(result.items[index] as string)] as string]),
  )
  const notes = shown((await meeting.doc(notesOf('t1'))).getText('text'))
  // The line that the server seeded is called by chance.
  return {
    notes: notes.map((line) => line.replace(/^[\w-]{21}/, 'ID')),
    result,
    merged,
    standing: told[ids.indexOf('old')],
  }
}

it(`[MG3] a merge commutes with typing in notes and draft; only what changed comes back (seed ${SEED})`, async () => {
  const seen = { taken: 0, again: 0 }
  const steps = fc.array(typing, { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(steps, steps, async (inNotes, inDraft) => {
      const first = await world(inNotes, inDraft, true)
      const last = await world(inNotes, inDraft, false)
      expect(first.notes).toEqual(last.notes)
      expect(first.standing).toEqual(last.standing)
      expect(first.result.again).toEqual([])
      expect([...first.merged]).toEqual(['a', 'b', 'd'].map((id) => [id, `ann:Words of ${id}.`]))
      // What Ben did not touch was taken just the same; what he changed came back.
      for (const [passage, told] of last.merged) expect(told).toBe(first.merged.get(passage))
      expect(last.merged.size + last.result.again.length).toBe(3)
      seen.taken += last.merged.size
      seen.again += last.result.again.length
    }),
    { seed: SEED, numRuns: 80 },
  )
  expect(seen.taken).toBeGreaterThan(60)
  expect(seen.again).toBeGreaterThan(20)
}, 60_000)
