import { beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { ItemType } from '../../shared/draft/draft-item.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import type { MeetingFacts } from '../../shared/permissions/room-access.ts'
import { raw } from '../../shared/text/testing/flat-text.ts'
import { setAlternative } from './alternatives.ts'
import { changeType } from './item-type.ts'
import { DRAFT, LEDGER, SimMeeting } from './testing/sim-meeting.ts'
import { Writer } from './testing/writer.ts'

let meeting: SimMeeting
beforeEach(() => {
  meeting = new SimMeeting()
})

function context() {
  const { commands } = meeting
  const registry = {
    facts: (): MeetingFacts => {
      const { meeting: id } = meeting.principal('ann')
      return { meeting: id, phase: meeting.meeting.phase, topics: new Map([['t1', 'all'] as const]) }
    },
    member: (_: string, id: string) => meeting.members.get(id) ?? null,
  }
  return { commands, registry }
}

function create(id: string, type: ItemType = 'recommendation', after: string | null = null) {
  return meeting.settled(meeting.items.create(meeting.sender('ann'), { id, type, section: 't1', after }))
}

function change(id: string, type: ItemType, by = 'ann') {
  return meeting.settled(changeType(context(), meeting.sender(by), id, type))
}

async function shown(): Promise<string[]> {
  return (await meeting.draftItems()).map(({ id, type, section }) => `${section}/${id} ${type}`)
}

describe('[DR1] changing the type of an item', () => {
  it('touches neither its words nor its place', async () => {
    await create('b')
    await create('a')
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.type(0, 0, 0, { insert: 'In short', formats: {} }, 'a')
    await meeting.clock.advance(100)
    const before = raw((await meeting.draftItems())[0]?.text as Y.Text)
    await change('a', 'heading')
    expect(await shown()).toEqual(['t1/a heading', 't1/b recommendation'])
    expect(raw((await meeting.draftItems())[0]?.text as Y.Text)).toEqual(before)
  })

  it('keeps words that somebody typed meanwhile', async () => {
    await create('a')
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.goOffline()
    ben.type(0, 0, 0, { insert: 'Typed offline', formats: {} }, 'a')
    await change('a', 'paragraph')
    await ben.goOnline(meeting, DRAFT)
    await meeting.clock.advance(100)
    expect(await meeting.draft()).toEqual(['t1: Typed offline'])
    expect(await shown()).toEqual(['t1/a paragraph'])
  })

  it('makes a recommendation proposed, and keeps the status that it had before', async () => {
    await create('a', 'paragraph')
    await change('a', 'recommendation')
    await create('b')
    await change('b', 'heading')
    expect([...readFacts(await meeting.doc(LEDGER), 'itemFacts')]).toEqual([
      ['a', { status: 'proposed' }],
      ['b', { status: 'proposed' }],
    ])
  })

  it('into what it is already changes nothing; of two changes at once the later one holds', async () => {
    await create('a')
    await change('a', 'recommendation')
    await Promise.all([change('a', 'heading'), change('a', 'paragraph', 'ben')])
    expect(await shown()).toEqual(['t1/a paragraph'])
  })
})

describe('a change of type is refused', () => {
  it.each([
    ['for an unknown item', 'nobody', 'ann', 'not-found'],
    ['from a participant', 'a', 'paul', 'forbidden'],
  ])('%s', async (_, id, by, code) => {
    await create('a')
    await expect(change(id, 'heading', by)).rejects.toMatchObject({ code })
    expect(await shown()).toEqual(['t1/a recommendation'])
  })

  it('while there are alternatives, for each of the versions', async () => {
    await create('a')
    await create('b')
    await meeting.settled(setAlternative(context(), meeting.sender('ann'), 'b', 'a'))
    await expect(change('a', 'heading')).rejects.toMatchObject({ code: 'conflict' })
    await expect(change('b', 'paragraph')).rejects.toMatchObject({ code: 'conflict' })
  })
})
