import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type ItemType, readItems } from '../../shared/draft/draft-item.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { raw } from '../../shared/text/testing/flat-text.ts'
import type { WatchedJournal } from '../commands/testing/command-room.ts'
import { DRAFT, LEDGER, SimMeeting } from './testing/sim-meeting.ts'
import { Writer } from './testing/writer.ts'

let meeting: SimMeeting
beforeEach(() => {
  meeting = new SimMeeting()
})

function create(id: string, section = 't1', after: string | null = null, type: ItemType = 'paragraph') {
  return meeting.settled(meeting.items.create(meeting.sender('ann'), { id, type, section, after }))
}

function move(id: string, section: string, after: string | null, by = 'ann') {
  return meeting.settled(meeting.items.move(meeting.sender(by), id, { section, after }))
}

async function order(): Promise<string[]> {
  return (await meeting.draftItems()).map(({ id, section }) => `${section}/${id}`)
}

describe('[DR1] creating an item', () => {
  it('makes one empty line under the server’s clientID, seeded in the command’s own batch', async () => {
    expect(await create('a', 't1', null, 'recommendation')).toEqual({ id: 'a' })
    const [item] = await meeting.draftItems()
    expect(item).toMatchObject({ id: 'a', type: 'recommendation', section: 't1' })
    expect(raw(item?.text as Y.Text)).toEqual([expect.stringMatching(/^[\w-]{21}\|$/)])
    const { document } = await meeting.room(DRAFT)
    for (const { marker } of renderBlocks(item?.text as Y.Text))
      expect(document.typistOf(marker?.client ?? 0)).toBeNull()
    expect((meeting.journal as WatchedJournal).batches.filter(({ facts }) => facts.commands)).toHaveLength(1)
  })

  it('notes a recommendation as proposed, and nothing of headings and paragraphs', async () => {
    await create('a', 't1', null, 'recommendation')
    await create('b', 't1', null, 'heading')
    expect([...readFacts(await meeting.doc(LEDGER), 'itemFacts')]).toEqual([['a', { status: 'proposed' }]])
  })

  it('puts it first, or straight after another one', async () => {
    await create('a')
    await create('b')
    await create('c', 't1', 'b')
    await create('d', 'general')
    expect(await order()).toEqual(['t1/b', 't1/c', 't1/a', 'general/d'])
  })

  it('refuses an id that is taken, also by an item that was removed', async () => {
    await create('a')
    await meeting.settled(meeting.items.remove(meeting.sender('ann'), 'a'))
    await expect(create('a')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('sent twice under one key makes it once', async () => {
    const sender = meeting.sender('ann')
    const item = { id: 'a', type: 'paragraph', section: 't1', after: null } as const
    const both = [meeting.items.create(sender, item), meeting.items.create(sender, item)]
    expect(await meeting.settled(Promise.all(both))).toEqual([{ id: 'a' }, { id: 'a' }])
    expect(await order()).toEqual(['t1/a'])
  })
})

describe('[DR1] moving an item', () => {
  it('changes rank and section, and touches no text', async () => {
    for (const id of ['c', 'b', 'a']) await create(id)
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.type(0, 0, 0, { insert: 'Words', formats: {} }, 'a')
    await meeting.clock.advance(100)
    const before = raw((await meeting.draftItems())[0]?.text as Y.Text)
    const state = Y.encodeStateVector(await meeting.doc(DRAFT))
    await move('a', 't2', null)
    expect(await order()).toEqual(['t2/a', 't1/b', 't1/c'])
    const doc = await meeting.doc(DRAFT)
    expect(raw(readItems(doc, ['t2'])[0]?.text as Y.Text)).toEqual(before)
    const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, state))
    // One value each for rank and section; the two before them are deleted.
    expect(structs.reduce((sum, { length }) => sum + length, 0)).toBe(2)
    expect([...ds.clients.values()].flat().reduce((sum, { len }) => sum + len, 0)).toBe(2)
  })

  it('of two moves at once both hold', async () => {
    for (const id of ['d', 'c', 'b', 'a']) await create(id)
    await Promise.all([move('a', 't1', 'c'), move('d', 't1', null, 'ben')])
    expect(await order()).toEqual(['t1/d', 't1/b', 't1/c', 't1/a'])
  })

  it('of two moves at once to one place the later one stands nearer', async () => {
    for (const id of ['c', 'b', 'a']) await create(id)
    await Promise.all([move('b', 't1', null), move('c', 't1', null, 'ben')])
    expect(await order()).toEqual(['t1/c', 't1/b', 't1/a'])
  })

  it('after an item that somebody else has moved to another section goes to the end of its own', async () => {
    for (const id of ['c', 'b', 'a']) await create(id)
    await Promise.all([move('b', 't2', null), move('a', 't1', 'b', 'ben')])
    expect(await order()).toEqual(['t2/b', 't1/c', 't1/a'])
  })

  it('keeps others’ words that were typed meanwhile', async () => {
    for (const id of ['b', 'a']) await create(id)
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.goOffline()
    ben.type(0, 0, 0, { insert: 'Typed offline', formats: {} }, 'a')
    await move('a', 't2', null)
    await ben.goOnline(meeting, DRAFT)
    await meeting.clock.advance(100)
    expect(await meeting.draft()).toEqual(['t2: Typed offline', 't1: '])
    expect(ben.refusals).toEqual([])
  })
})

describe('[DR1] removing an item', () => {
  it('takes it out of what is shown; restoring puts it back where it stood', async () => {
    for (const id of ['c', 'b', 'a']) await create(id)
    await meeting.settled(meeting.items.remove(meeting.sender('ann'), 'b'))
    expect(await order()).toEqual(['t1/a', 't1/c'])
    await meeting.settled(meeting.items.restore(meeting.sender('ben'), 'b'))
    expect(await order()).toEqual(['t1/a', 't1/b', 't1/c'])
  })

  it('keeps its place among others that are moved meanwhile', async () => {
    for (const id of ['c', 'b', 'a']) await create(id)
    await meeting.settled(meeting.items.remove(meeting.sender('ann'), 'b'))
    await move('c', 't1', 'a')
    await meeting.settled(meeting.items.restore(meeting.sender('ann'), 'b'))
    expect(await order()).toEqual(['t1/a', 't1/c', 't1/b'])
  })

  it('lets it come back when words arrive in it, and can be done again', async () => {
    await create('a')
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.goOffline()
    ben.type(0, 0, 0, { insert: 'Late', formats: {} }, 'a')
    await meeting.settled(meeting.items.remove(meeting.sender('ann'), 'a'))
    expect(await meeting.draft()).toEqual([])
    await ben.goOnline(meeting, DRAFT)
    await meeting.clock.advance(100)
    expect(await meeting.draft()).toEqual(['t1: Late'])
    await meeting.settled(meeting.items.remove(meeting.sender('ann'), 'a'))
    expect(await meeting.draft()).toEqual([])
  })

  it('or restoring twice changes nothing more', async () => {
    await create('a')
    for (const step of ['remove', 'remove', 'restore', 'restore'] as const)
      expect(await meeting.settled(meeting.items[step](meeting.sender('ann'), 'a'))).toEqual({})
    expect(await order()).toEqual(['t1/a'])
  })
})

describe('a command on items is refused', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    ['with an unknown section', () => create('x', 't9'), 'not-found'],
    ['with an unknown item to stand after', () => create('x', 't1', 'nobody'), 'not-found'],
    ['for an unknown item', () => move('nobody', 't1', null), 'not-found'],
    [
      'for an unknown item',
      () => meeting.settled(meeting.items.remove(meeting.sender('ann'), 'x')),
      'not-found',
    ],
    [
      'for an unknown item',
      () => meeting.settled(meeting.items.restore(meeting.sender('ann'), 'x')),
      'not-found',
    ],
    ['for a move after itself', () => move('a', 't1', 'a'), 'bad-request'],
    ['for a move to an unknown section', () => move('a', 't9', null), 'not-found'],
    ['from a participant', () => move('a', 't1', null, 'paul'), 'forbidden'],
  ])('%s', async (_, act, code) => {
    await create('a')
    await expect(act()).rejects.toMatchObject({ code })
    expect(await order()).toEqual(['t1/a'])
  })

  it('when the draft is closed, or its sender has lost the role while it waited', async () => {
    await create('a')
    const waiting = [move('a', 't2', null), move('a', 't2', null, 'ben')]
    meeting.members.set('ann', { ...meeting.members.get('ann')!, role: 'observer' })
    await expect(waiting[0]).rejects.toMatchObject({ code: 'forbidden' })
    await waiting[1]
    meeting.meeting = { ...meeting.meeting, phase: 'adopted' }
    await expect(move('a', 't1', null, 'eve')).rejects.toMatchObject({ code: 'forbidden' })
  })
})

const SEED = 20130526

describe(`properties (seed ${SEED})`, () => {
  it('[DR1] any moves, two at a time, leave each item once, where its last move put it, with its words', async () => {
    const step = fc.tuple(fc.nat(7), fc.constantFrom('t1', 't2', 'general'), fc.nat(8), fc.boolean())
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        meeting = new SimMeeting()
        const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
        for (const id of ids) await create(id)
        const writer = await Writer.enter(meeting, 'ben', DRAFT)
        for (const id of ids) writer.type(0, 0, 0, { insert: `Words of ${id}`, formats: {} }, id)
        await meeting.clock.advance(50)
        const sections = new Map(ids.map((id) => [id, 't1']))
        let running: Promise<unknown>[] = []
        for (const [which, section, afterIndex, waits] of steps) {
          const id = ids[which] as string
          const after = ids[afterIndex] ?? null
          if (after === id) continue
          sections.set(id, section)
          running.push(move(id, section, after, waits ? 'ann' : 'eve'))
          if (!waits) continue
          await Promise.all(running)
          running = []
        }
        await Promise.all(running)
        const items = await meeting.draftItems()
        expect(items.map(({ id }) => id).sort()).toEqual(ids)
        for (const { id, section, text } of items) {
          expect(section).toBe(sections.get(id))
          expect(text.toString()).toContain(`Words of ${id}`)
        }
        expect(new Set(items.map(({ section, rank }) => `${section}/${rank}`)).size).toBe(ids.length)
      }),
      { seed: SEED, numRuns: 25 },
    )
  }, 60_000)
})
