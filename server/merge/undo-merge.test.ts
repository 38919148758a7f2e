import { beforeEach, describe, expect, it } from 'vitest'
import { readDraftingSources } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import { DRAFT, DRAFTING, LEDGER, notesOf, SimMeeting } from '../draft/testing/sim-meeting.ts'
import { Writer } from '../draft/testing/writer.ts'
import { mergeAll, newIn } from './testing/merging.ts'

const REC = { kind: 'recommendation', speaker: 'm:nld', lead: '1' }

let meeting: SimMeeting
let items: readonly string[]
beforeEach(async () => {
  meeting = new SimMeeting()
  const ann = await Writer.enter(meeting, 'ann', notesOf('t1'))
  for (const [index, id] of ['a', 'b', 'c'].entries()) ann.addLine(index, id, REC, `Words of ${id}`)
  await meeting.clock.advance(50)
  items = (await mergeAll(meeting, 'ann')).items
})

function undo(merge = 1, by = 'eve') {
  return meeting.settled(meeting.merges.undo(meeting.sender(by), merge))
}

async function proposed(): Promise<string[]> {
  const plan = await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
  return newIn(plan).map(({ words }) => words)
}

describe('[MG2] undoing a merge', () => {
  it('takes its items out of the draft, and their passages are new again', async () => {
    expect(await undo()).toEqual({ removed: items, restored: [], kept: [] })
    expect(await meeting.draft()).toEqual([])
    expect(await proposed()).toEqual(['Words of a', 'Words of b', 'Words of c'])
    const ledger = await meeting.doc(LEDGER)
    expect(readFacts(ledger, 'provenance').size).toBe(0)
    expect(readFacts(ledger, 'merges').get('1')?.undone).toEqual({ at: expect.any(Number), by: 'eve' })
  })

  it('takes what the ledger withholds out of the drafting room too, and of an item that stays leaves it', async () => {
    const ben = await Writer.enter(meeting, 'ben', notesOf('t2'))
    ben.addLine(0, 'd', REC, 'Words of d')
    ben.addLine(1, 'e', REC, 'Words of e')
    await meeting.clock.advance(50)
    const capped = (await mergeAll(meeting, 'ann')).items
    const editor = await Writer.enter(meeting, 'ben', DRAFT)
    editor.type(0, 0, 0, { insert: 'More ', formats: {} }, capped[1])
    await meeting.clock.advance(50)
    expect(await undo(2)).toEqual({ removed: [capped[0]], restored: [], kept: [capped[1]] })
    expect([...readDraftingSources(await meeting.doc(DRAFTING)).keys()]).toEqual([capped[1]])
    expect(await proposed()).toEqual(['Words of d'])
  })

  it('keeps an item that somebody has edited since, with its source, and says so', async () => {
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.type(0, 0, 0, { insert: 'More ', formats: {} }, items[1])
    await meeting.clock.advance(50)
    expect(await undo()).toEqual({ removed: [items[0], items[2]], restored: [], kept: [items[1]] })
    expect(await meeting.draft()).toEqual(['t1: More Words of b'])
    expect(await proposed()).toEqual(['Words of a', 'Words of c'])
  })

  it('takes out an item that was moved and not edited', async () => {
    const place = { section: 't2', after: null }
    await meeting.settled(meeting.items.move(meeting.sender('ann'), items[0] as string, place))
    expect((await undo()).kept).toEqual([])
  })

  it('keeps an item on which the chair has decided', async () => {
    await (await meeting.room(LEDGER)).write('command', (doc) => {
      doc.getMap('itemFacts').set(items[0] as string, { status: 'agreed' })
    })
    expect((await undo()).kept).toEqual([items[0]])
    expect(await meeting.draft()).toEqual(['t1: Words of a'])
  })

  it('loses no words that arrive late: the item comes back with them', async () => {
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.goOffline()
    ben.type(0, 0, 0, { insert: 'Late ', formats: {} }, items[0])
    await undo()
    await ben.goOnline(meeting, DRAFT)
    await meeting.clock.advance(50)
    expect(await meeting.draft()).toEqual(['t1: Late Words of a'])
  })

  it('twice finds nothing more to do', async () => {
    const [first, second] = await Promise.all([undo(1, 'eve'), undo(1, 'ann')])
    expect(first.removed).toEqual(items)
    expect(second).toEqual({ removed: [], restored: [], kept: [] })
    expect(readFacts(await meeting.doc(LEDGER), 'merges').get('1')?.undone?.by).toBe('eve')
  })

  it('leaves other merges alone, and the passages can be merged again', async () => {
    await undo()
    const second = await mergeAll(meeting, 'ben')
    expect(second).toMatchObject({ merge: 2, again: [] })
    expect(await undo(1)).toEqual({ removed: [], restored: [], kept: [] })
    expect(await meeting.draft()).toEqual(['t1: Words of a', 't1: Words of b', 't1: Words of c'])
  })

  it('that never was is refused', async () => {
    await expect(undo(7)).rejects.toMatchObject({ code: 'not-found' })
  })
})
