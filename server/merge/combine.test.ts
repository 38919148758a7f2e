import { beforeEach, describe, expect, it } from 'vitest'
import type { ItemFact } from '../../shared/meeting/facts.ts'
import { readFullProvenance } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import { readTaken } from '../../shared/merge/read-draft.ts'
import { DRAFT, DRAFTING, LEDGER, notesOf, SimMeeting } from '../draft/testing/sim-meeting.ts'
import { Writer } from '../draft/testing/writer.ts'
import { combineAll, parentsOf, takeApart } from './testing/combining.ts'
import { allOf, mergeAll, newIn, typists } from './testing/merging.ts'
import { splitAt } from './testing/splitting.ts'

const REC = { kind: 'recommendation', speaker: 'm:nld', lead: '1' }
const KNOWN = { a: 'Train judges well', b: 'Teach courts soon', c: 'Fund shelters' }

let meeting: SimMeeting
let ann: Writer
let [a, b, c] = ['', '', '']
beforeEach(async () => {
  meeting = new SimMeeting()
  ann = await Writer.enter(meeting, 'ann', notesOf('t1'))
  for (const [index, [id, words]] of Object.entries(KNOWN).entries()) ann.addLine(index, id, REC, words)
  await meeting.clock.advance(50)
  ;[a = '', b = '', c = ''] = (await mergeAll(meeting, 'ann')).items
})

/** The passages behind each item, by its id. */
async function sources(): Promise<Record<string, string[]>> {
  const all = readFullProvenance(await meeting.doc(LEDGER), await meeting.doc(DRAFTING))
  return Object.fromEntries(
    [...all].map(([id, fact]) => [id, fact.sources.map(({ blocks }) => blocks[0] ?? '')]),
  )
}

async function edit(item: string, insert: string): Promise<void> {
  const ben = await Writer.enter(meeting, 'ben', DRAFT)
  ben.type(0, 0, 0, { insert, formats: {} }, item)
  await meeting.clock.advance(50)
  ben.goOffline()
}

/** Takes a passage's words out of everybody's hands, as the mark "sensitive" does. */
async function withhold(id: 'a' | 'b' | 'c'): Promise<void> {
  const index = ann.blocks().findIndex((block) => block.id === id)
  ann.type(index, 0, KNOWN[id].length, { insert: { t: 'withheld', id: 'w' }, formats: {} })
  await meeting.clock.advance(50)
}

/** Takes all that a plan proposes, also that items leave with their passages. */
async function letGo(): Promise<void> {
  const plan = await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
  const choices = allOf(plan).map((choice) => ({ ...choice, take: true }))
  await meeting.settled(meeting.merges.apply(meeting.sender('eve'), choices))
}

/** Everything that every member is sent of draft and ledger. */
async function sent(): Promise<string> {
  return JSON.stringify([(await meeting.doc(DRAFT)).toJSON(), (await meeting.doc(LEDGER)).toJSON()])
}

async function proposed() {
  return newIn(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
}

describe('[MG4] combining', () => {
  it('keeps the first item, with all sources and the words of all as they were taken', async () => {
    const result = await combineAll(meeting, [a, b])
    expect(result).toEqual({ merge: 2, item: a, again: [] })
    expect(await meeting.draft()).toEqual(['t1: Train judges well', 't1: Fund shelters'])
    expect(await sources()).toEqual({ [a]: ['a', 'b'], [c]: ['c'] })
    expect(readTaken(await meeting.doc(DRAFTING)).get(a)).toEqual({
      't1/a': 'Train judges well',
      't1/b': 'Teach courts soon',
    })
    expect(await proposed()).toEqual([])
    const merge = readFacts(await meeting.doc(LEDGER), 'merges').get('2')
    expect(merge).toMatchObject({ items: [], changed: [a, b], combined: a, undone: null })
  })

  it('gives one wording out of both and more: each word stays its typist’s', async () => {
    await edit(b, 'First, ')
    await combineAll(meeting, [a, b], { words: 'Train judges well; first, Teach courts' })
    expect((await typists(meeting))[0]).toBe('ann:Train judges well|eve:; first|ben:, |ann:Teach courts')
  })

  it('leaves words their typist’s wherever they are put', async () => {
    await combineAll(meeting, [a, b], { words: 'Teach courts soon; judges well: Train' })
    expect((await typists(meeting))[0]).toBe('ann:Teach courts soon|eve:; |ann:judges well|eve:: |ann:Train')
  })

  it('takes a new recommendation of the notes into an item', async () => {
    ann.addLine(3, 'd', REC, 'Instruct magistrates')
    await meeting.clock.advance(50)
    const [{ topic, id: passage, hash }] = (await proposed()) as [Awaited<ReturnType<typeof proposed>>[0]]
    const result = await combineAll(meeting, [a], {
      parents: [{ topic, passage, hash }],
      words: 'Instruct magistrates',
    })
    expect(await sources()).toMatchObject({ [a]: ['a', 'd'] })
    expect((await typists(meeting))[0]).toBe('ann:Instruct magistrates')
    expect(await proposed()).toEqual([])
    expect(await takeApart(meeting, result.merge)).toEqual({
      item: a,
      back: [],
      keepsWords: false,
      twin: null,
    })
    expect((await proposed()).map(({ id }) => id)).toEqual(['d'])
    expect((await typists(meeting))[0]).toBe('ann:Train judges well')
    expect(await sources()).toMatchObject({ [a]: ['a'] })
  })

  it('makes one item of two new recommendations; undone, both are new again', async () => {
    ann.addLine(3, 'd', REC, 'Instruct magistrates')
    ann.addLine(4, 'e', REC, 'Coach judges')
    await meeting.clock.advance(50)
    const parents = (await proposed()).map(({ topic, id: passage, hash }) => ({ topic, passage, hash }))
    const { item, merge } = await combineAll(meeting, [], { parents, words: 'Instruct and Coach judges' })
    expect(await sources()).toMatchObject({ [item ?? '']: ['d', 'e'] })
    const undone = await meeting.settled(meeting.merges.undo(meeting.sender('eve'), merge ?? 0))
    expect(undone).toEqual({ removed: [item], restored: [], kept: [] })
    expect((await proposed()).map(({ id }) => id)).toEqual(['d', 'e'])
  })

  it('[MG3] does nothing where one has changed, has gone or was taken meanwhile, and says which', async () => {
    const seen = await parentsOf(meeting, [a, b])
    await edit(b, 'More ')
    const send = () =>
      meeting.settled(
        meeting.combinations.combine(meeting.sender('eve'), { parents: seen, evenDecided: false }),
      )
    expect(await send()).toEqual({ merge: null, item: null, again: [{ parent: 1, why: 'changed' }] })
    await meeting.settled(meeting.items.remove(meeting.sender('eve'), b))
    expect((await send()).again).toEqual([{ parent: 1, why: 'gone' }])
    const taken = await combineAll(meeting, [a], { parents: [{ topic: 't1', passage: 'b', hash: 'x' }] })
    expect(taken.again).toEqual([{ parent: 1, why: 'merged' }])
    expect(readFacts(await meeting.doc(LEDGER), 'merges').size).toBe(1)
  })

  it('[MG3] two at once, or one key twice, combine once', async () => {
    const combining = { parents: await parentsOf(meeting, [a, b]), evenDecided: false }
    const sender = meeting.sender('eve')
    const results = await meeting.settled(
      Promise.all([
        meeting.combinations.combine(sender, combining),
        meeting.combinations.combine(meeting.sender('ben'), combining),
        meeting.combinations.combine(sender, combining),
      ]),
    )
    expect(results.map(({ merge }) => merge)).toEqual([2, null, 2])
    expect(results[1]?.again).toEqual([{ parent: 1, why: 'gone' }])
  })

  it('leaves what is adopted alone, and what the chair has decided on unless somebody says so', async () => {
    const ledger = await meeting.doc(LEDGER)
    const statuses = ledger.getMap<ItemFact>('itemFacts')
    statuses.set(b, { status: 'agreed' })
    expect((await combineAll(meeting, [a, b])).again).toEqual([{ parent: 1, why: 'decided' }])
    statuses.set(a, { status: 'adopted' })
    const again = [{ parent: 0, why: 'adopted' }]
    expect((await combineAll(meeting, [a, b], { evenDecided: true })).again).toEqual(again)
    statuses.set(a, { status: 'proposed' })
    expect((await combineAll(meeting, [a, b], { evenDecided: true })).again).toEqual([])
  })

  it('refuses an item with itself, passages before items, and whoever may not merge', async () => {
    await expect(combineAll(meeting, [a, a])).rejects.toMatchObject({ code: 'bad-request' })
    const parents = [{ topic: 't1', passage: 'x', hash: 'x' }, ...(await parentsOf(meeting, [a]))]
    const refused = combineAll(meeting, [], { parents })
    await expect(refused).rejects.toMatchObject({ code: 'bad-request' })
    const body = { parents: await parentsOf(meeting, [a, b]), evenDecided: false }
    const paul = meeting.settled(meeting.combinations.combine(meeting.sender('paul'), body))
    await expect(paul).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('[MG4] taking apart', () => {
  it('brings all back with their words and sources, also after other merges, and keeps later edits', async () => {
    const before = await sources()
    const { merge } = await combineAll(meeting, [a, b], { words: 'Train judges well, Teach courts soon' })
    await edit(a, 'States: ')
    ann.addLine(3, 'd', REC, 'Later')
    await meeting.clock.advance(50)
    const [d = ''] = (await mergeAll(meeting, 'ann')).items
    expect(await takeApart(meeting, merge)).toEqual({ item: a, back: [b], keepsWords: false, twin: null })
    expect(await meeting.draft()).toEqual([
      't1: States: Train judges well',
      't1: Teach courts soon',
      't1: Fund shelters',
      't1: Later',
    ])
    expect(await sources()).toEqual({ ...before, [d]: ['d'] })
    expect(await takeApart(meeting, merge)).toEqual({ item: a, back: [], keepsWords: false, twin: null })
  })

  it('leaves the words that somebody has changed in the same places, and brings its own back beside them', async () => {
    const { merge } = await combineAll(meeting, [a, b], { words: 'Prepare courts' })
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.type(0, 0, 'Prepare courts'.length, { insert: 'Equip benches', formats: {} }, a)
    await meeting.clock.advance(50)
    const { back, ...told } = await takeApart(meeting, merge)
    expect([told, back[0]]).toEqual([{ item: a, keepsWords: true, twin: back[1] }, b])
    expect((await typists(meeting)).slice(0, 3)).toEqual([
      'ben:Equip benches',
      'ann:Train judges well',
      'ann:Teach courts soon',
    ])
    expect(await sources()).toEqual({ [a]: ['a'], [back[1] ?? '']: ['a'], [b]: ['b'], [c]: ['c'] })
  })

  it('[DR1] an item into which words came late is back at once, and gets its sources when it is taken apart', async () => {
    const { merge } = await combineAll(meeting, [a, b])
    await edit(b, 'Late: ')
    expect((await meeting.draft()).slice(0, 2)).toEqual([
      't1: Train judges well',
      't1: Late: Teach courts soon',
    ])
    expect(await sources()).toEqual({ [a]: ['a', 'b'], [c]: ['c'] })
    await takeApart(meeting, merge)
    expect(await meeting.draft()).toHaveLength(3)
    expect(await sources()).toEqual({ [a]: ['a'], [b]: ['b'], [c]: ['c'] })
  })

  it('brings no words back that were withheld since and let go, and nobody is sent them meanwhile', async () => {
    const { merge } = await combineAll(meeting, [a, b])
    await withhold('b')
    await letGo()
    expect(await sent()).not.toContain('Teach')
    expect(await sources()).toEqual({ [a]: ['a'], [c]: ['c'] })
    expect(await takeApart(meeting, merge)).toMatchObject({ item: a, back: [] })
    expect(await sent()).not.toContain('Teach')
    expect(await meeting.draft()).toEqual(['t1: Train judges well', 't1: Fund shelters'])
    expect(await sources()).toEqual({ [a]: ['a'], [c]: ['c'] })
  })

  it('makes what else stood behind an item whose words are withheld new again', async () => {
    await combineAll(meeting, [b, c], { words: 'Teach courts soon' })
    const { merge } = await combineAll(meeting, [a, b])
    await withhold('b')
    await letGo()
    expect(await sources()).toEqual({ [a]: ['a', 'c'] })
    expect(await takeApart(meeting, merge)).toMatchObject({ back: [] })
    expect(await sources()).toEqual({ [a]: ['a'] })
    expect((await proposed()).map(({ id }) => id)).toEqual(['c'])
    expect(await sent()).not.toContain('Teach')
  })

  it('an item that late words brought back keeps them, and is proposed to be let go of', async () => {
    await combineAll(meeting, [a, b])
    await edit(b, 'Late ')
    await withhold('b')
    await letGo()
    expect(await meeting.draft()).toContain('t1: Late Teach courts soon')
    expect(await sources()).toMatchObject({ [b]: ['b'] })
    const { proposals } = await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
    expect(proposals).toMatchObject([{ change: 'withdrawn', why: 'withheld', item: { id: b } }])
  })

  it('undoing brings no withheld words back into an item that others stand behind', async () => {
    await combineAll(meeting, [a, b], { words: 'Teach courts soon' })
    await edit(a, 'First ')
    const { merge } = await combineAll(meeting, [a, c], { words: 'Fund shelters' })
    await withhold('b')
    await letGo()
    await meeting.settled(meeting.merges.undo(meeting.sender('eve'), merge ?? 0))
    expect(JSON.stringify(await meeting.draft())).not.toContain('Teach')
  })

  it('is how an item comes back that left for a combination: it can’t be restored beside it', async () => {
    await combineAll(meeting, [a, b])
    const restored = meeting.settled(meeting.items.restore(meeting.sender('eve'), b))
    await expect(restored).rejects.toMatchObject({ code: 'conflict' })
    await meeting.settled(meeting.items.remove(meeting.sender('eve'), c))
    await meeting.settled(meeting.items.restore(meeting.sender('eve'), c))
    expect(await meeting.draft()).toEqual(['t1: Train judges well', 't1: Fund shelters'])
  })

  it('leaves an item out of the draft that somebody has removed since', async () => {
    const { merge } = await combineAll(meeting, [a, b], { words: 'Teach courts soon' })
    await meeting.settled(meeting.items.remove(meeting.sender('eve'), a))
    expect(await takeApart(meeting, merge)).toMatchObject({ back: [b], twin: null })
    expect(await meeting.draft()).toEqual(['t1: Teach courts soon', 't1: Fund shelters'])
  })

  it('goes from the last combination to the first', async () => {
    const before = await sources()
    const first = await combineAll(meeting, [a, b])
    const second = await combineAll(meeting, [c, a], { words: 'Fund shelters and Train judges well' })
    expect(await sources()).toEqual({ [c]: ['c', 'a', 'b'] })
    await expect(takeApart(meeting, first.merge)).rejects.toMatchObject({ code: 'conflict' })
    await takeApart(meeting, second.merge)
    expect(await sources()).toEqual({ [a]: ['a', 'b'], [c]: ['c'] })
    await takeApart(meeting, first.merge)
    expect(await sources()).toEqual(before)
    expect((await meeting.draft()).map((line) => line.slice(4))).toEqual(Object.values(KNOWN))
  })

  it('is what undoing does; a merge before it that made the items leaves them', async () => {
    const { merge } = await combineAll(meeting, [a, b], { words: 'Train courts' })
    const first = await meeting.settled(meeting.merges.undo(meeting.sender('eve'), 1))
    expect(first).toEqual({ removed: [c], restored: [], kept: [a, b] })
    const second = await meeting.settled(meeting.merges.undo(meeting.sender('eve'), merge ?? 0))
    expect(second).toEqual({ removed: [], restored: [a, b], kept: [] })
    expect(await meeting.draft()).toEqual(['t1: Train judges well', 't1: Teach courts soon'])
  })
})

describe('[DR1] splitting an item', () => {
  it('makes the second half an item after it, its words their typists’, both with all sources', async () => {
    await edit(a, 'Soon ')
    await splitAt(meeting, a, 'Soon Train '.length)
    expect(await typists(meeting)).toEqual([
      'ben:Soon |ann:Train',
      'ann:judges well',
      'ann:Teach courts soon',
      'ann:Fund shelters',
    ])
    expect(await sources()).toMatchObject({ [a]: ['a'], half: ['a'] })
    expect(await proposed()).toEqual([])
  })

  it('is taken back by combining both in the words that were', async () => {
    await splitAt(meeting, a, 'Train '.length)
    const { merge } = await combineAll(meeting, [a, 'half'], { words: 'Train judges well' })
    expect((await typists(meeting))[0]).toBe('ann:Train|eve: |ann:judges well')
    expect(await sources()).toMatchObject({ [a]: ['a'] })
    await takeApart(meeting, merge)
    expect((await meeting.draft()).slice(0, 2)).toEqual(['t1: Train', 't1: judges well'])
    expect(await sources()).toMatchObject({ [a]: ['a'], half: ['a'] })
  })

  it('refuses a half without words and an id that is taken', async () => {
    await expect(splitAt(meeting, a, 0)).rejects.toMatchObject({ code: 'bad-request' })
    await expect(splitAt(meeting, a, 4, b)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('[MG4] two that look alike and stay two', () => {
  it('are remembered by their hashes, and refer to each other until it is taken back', async () => {
    const [one, other] = await parentsOf(meeting, [a, b])
    const hashes = [one?.hash ?? '', other?.hash ?? ''] as [string, string]
    const items = [a, b] as [string, string]
    const decide = (decision: 'keep-both' | null) =>
      meeting.settled(meeting.combinations.decidePair(meeting.sender('eve'), { decision, hashes, items }))
    await decide('keep-both')
    expect((await meeting.doc(DRAFTING)).getMap('alikePairs').size).toBe(1)
    expect([...readFacts(await meeting.doc(LEDGER), 'seeAlso').keys()]).toEqual([[a, b].sort().join('/')])
    await decide(null)
    expect((await meeting.doc(DRAFTING)).getMap('alikePairs').size).toBe(0)
    expect(readFacts(await meeting.doc(LEDGER), 'seeAlso').size).toBe(0)
  })
})
