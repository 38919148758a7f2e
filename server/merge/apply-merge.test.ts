import { beforeEach, describe, expect, it } from 'vitest'
import { readDraftingSources } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import { readTaken } from '../../shared/merge/read-draft.ts'
import { shown } from '../../shared/text/testing/flat-text.ts'
import type { WatchedJournal } from '../commands/testing/command-room.ts'
import { DRAFT, DRAFTING, LEDGER, notesOf, SimMeeting } from '../draft/testing/sim-meeting.ts'
import { Writer } from '../draft/testing/writer.ts'
import { allOf, mergeAll, newIn, typists } from './testing/merging.ts'

const REC = { kind: 'recommendation', speaker: 'm:nld' }

let meeting: SimMeeting
let ann: Writer
let ben: Writer
beforeEach(async () => {
  meeting = new SimMeeting()
  ann = await Writer.enter(meeting, 'ann', notesOf('t1'))
  ben = await Writer.enter(meeting, 'ben', notesOf('t2'))
  await meeting.clock.advance(50)
})

function batches(): WatchedJournal['batches'] {
  return (meeting.journal as WatchedJournal).batches
}

async function written(): Promise<void> {
  await meeting.clock.advance(100)
}

describe('[MG1] a merge', () => {
  it('makes an item of each passage taken, under its topic, after what stands there, in the order of the notes', async () => {
    await meeting.settled(
      meeting.items.create(meeting.sender('eve'), { id: 'old', type: 'heading', section: 't1', after: null }),
    )
    ann.addLine(0, 'a', REC, 'Ratify the treaty.')
    ann.addLine(1, 'b', { ...REC, lead: '1' }, 'Train judges.')
    ben.addLine(0, 'c', REC, 'Collect data.')
    await written()
    const result = await mergeAll(meeting, 'eve')
    expect(await meeting.draft()).toEqual([
      't2: Collect data.',
      't1: ',
      't1: Ratify the treaty.',
      't1: Train judges.',
    ])
    const shownIds = (await meeting.draftItems()).map(({ id }) => id).filter((id) => id !== 'old')
    expect(result).toEqual({ merge: 1, items: shownIds, changed: [], again: [] })
  })

  it('[MG5] keeps where each item comes from, as proposed, and what it did, in one batch with the words', async () => {
    ann.addLine(0, 'a', { ...REC, lead: '1', attribution: 'country' }, 'Ratify')
    ann.addLine(1, 'b', { speaker: 'm:nld' }, 'the treaty.')
    ben.addLine(0, 'c', REC, 'Collect data.')
    await written()
    const plan = await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
    const before = batches().length
    const { items } = await meeting.settled(meeting.merges.apply(meeting.sender('eve'), allOf(plan)))
    const ledger = await meeting.doc(LEDGER)
    const [c, a] = newIn(plan)
    expect(items.map((id) => readFacts(ledger, 'provenance').get(id)?.sources)).toEqual([
      [{ topic: 't2', blocks: [], hash: null, speaker: null, attribution: 'region', merge: 1 }],
      [
        {
          topic: 't1',
          blocks: ['a', 'b'],
          hash: a?.hash,
          speaker: 'm:nld',
          attribution: 'country',
          merge: 1,
        },
      ],
    ])
    expect([...readDraftingSources(await meeting.doc(DRAFTING))]).toEqual([
      [
        items[0],
        {
          sources: [
            {
              topic: 't2',
              blocks: ['c'],
              hash: c?.hash,
              speaker: 'm:nld',
              attribution: 'region',
              merge: 1,
            },
          ],
        },
      ],
    ])
    expect(items.map((id) => readFacts(ledger, 'itemFacts').get(id))).toEqual([
      { status: 'proposed' },
      { status: 'proposed' },
    ])
    expect([...readFacts(ledger, 'merges')]).toEqual([
      ['1', { at: expect.any(Number), by: 'eve', items, undone: null }],
    ])
    expect(batches().slice(before)).toHaveLength(1)
    expect(
      batches()
        .at(-1)
        ?.entries.map(({ room }) => room),
    ).toEqual([DRAFT, DRAFTING, LEDGER])
  })

  it('[MG5] of topics that everybody may read tells the drafting room no sources, only the words as they were taken', async () => {
    ann.addLine(0, 'a', REC, 'Ratify')
    await written()
    const { items } = await mergeAll(meeting, 'eve')
    const drafting = await meeting.doc(DRAFTING)
    expect(readDraftingSources(drafting).size).toBe(0)
    expect([...readTaken(drafting)]).toEqual([[items[0], { 't1/a': 'Ratify' }]])
    expect(JSON.stringify((await meeting.doc(LEDGER)).toJSON())).not.toContain('Ratify')
  })

  it.each([
    ['readers', { readers: 'members' }],
    ['cap', { cap: 'none' }],
  ] as const)('[MG3] of a topic with other %s is proposed once and merged once', async (_, change) => {
    meeting.setTopic('t1', change)
    meeting.restart()
    ann = await Writer.enter(meeting, 'ann', notesOf('t1'))
    ann.addLine(0, 'a', { ...REC, speaker: 'guest:Ms Roe' }, 'Ratify')
    await written()
    const choices = allOf(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
    await meeting.settled(meeting.merges.apply(meeting.sender('eve'), choices))
    expect(JSON.stringify((await meeting.doc(LEDGER)).toJSON())).not.toMatch(/Roe|"a"/)
    const plan = await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
    expect(plan).toEqual({ proposals: [], unchanged: 1, withheld: 0 })
    const again = await meeting.settled(meeting.merges.apply(meeting.sender('ann'), choices))
    expect(again).toEqual({
      merge: null,
      items: [],
      changed: [],
      again: [{ topic: 't1', passage: 'a', why: 'merged' }],
    })
  })

  it('lets text arrive under whoever typed it, frames under the server, by who merged', async () => {
    ann.addLine(0, 'a', REC, 'Ratify the treaty.')
    await written()
    const other = await Writer.enter(meeting, 'ben', notesOf('t1'))
    other.type(1, 7, 7, { insert: 'soon ', formats: {} })
    await written()
    await mergeAll(meeting, 'eve')
    expect(await typists(meeting)).toEqual(['ann:Ratify |ben:soon |ann:the treaty.'])
    const { document } = await meeting.room(DRAFT)
    expect(document.authorship().delegations.map(({ author, via }) => [author, via])).toEqual([
      ['ann', 'merge:eve'],
      ['ben', 'merge:eve'],
    ])
    meeting.restart()
    expect(await typists(meeting)).toEqual(['ann:Ratify |ben:soon |ann:the treaty.'])
  })

  it('follows text that was cut and pasted in the notes to whoever typed it', async () => {
    ann.addLine(0, 'a', REC, 'Ratify the treaty.')
    await written()
    const other = await Writer.enter(meeting, 'ben', notesOf('t1'))
    other.type(1, 6, 17, { insert: '', formats: {} })
    await written()
    other.addLine(1, 'z', REC, ' the treaty')
    await written()
    await mergeAll(meeting, 'eve')
    expect(await typists(meeting)).toEqual(['ann:Ratify.', 'ann: the treaty'])
  })

  it('brings formats and atoms, new ids for the lines, and leaves behind what is the notes’ alone', async () => {
    ann.addLine(0, 'a', { ...REC, lead: '1', attribution: 'none', lang: 'fr' }, 'Ratifier ')
    ann.type(1, 9, 9, { insert: 'vite', formats: { bold: true } })
    ann.type(1, 13, 13, { insert: { t: 'mention', of: 'mechanism', id: 'nld' }, formats: {} })
    ann.addLine(1, 'b', { speaker: 'm:nld', type: 'bullet', depth: 1 }, 'point')
    ann.addLine(2, 'blank', { speaker: 'm:nld' }, ' ')
    await written()
    await mergeAll(meeting, 'eve')
    const [item] = await meeting.draftItems()
    expect(shown(item!.text).map((line) => line.replace(/^[\w-]{21}/, 'ID'))).toEqual([
      'ID lang=fr|Ratifier *vite*{mention of=mechanism id=nld}',
      'ID depth=1 bullet|point',
    ])
  })

  it('takes another wording where one is chosen: new words are of who merges', async () => {
    ann.addLine(0, 'a', REC, 'Ratify the treaty.')
    await written()
    const plan = await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
    const choices = allOf(plan).map((choice) => ({ ...choice, words: 'Ratify this treaty\nat once.' }))
    await meeting.settled(meeting.merges.apply(meeting.sender('eve'), choices))
    expect(await typists(meeting)).toEqual(['ann:Ratify |eve:this|ann: treaty / eve:at once|ann:.'])
  })

  it('is a new one each time, with a number of its own', async () => {
    ann.addLine(0, 'a', REC, 'One')
    await written()
    await mergeAll(meeting, 'eve')
    ann.addLine(1, 'b', { ...REC, lead: '1' }, 'Two')
    await written()
    expect((await mergeAll(meeting, 'ann')).merge).toBe(2)
    expect(await meeting.draft()).toEqual(['t1: One', 't1: Two'])
  })
})

describe('[MG3] choices', () => {
  it('whose passage changed since, is gone or was merged come back; the others are taken', async () => {
    for (const [index, id] of ['a', 'b', 'c', 'd'].entries())
      ann.addLine(index, id, { ...REC, lead: '1' }, `Words of ${id}`)
    await written()
    const choices = allOf(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
    await meeting.settled(meeting.merges.apply(meeting.sender('ben'), [choices[2]!]))
    ann.type(1, 0, 5, { insert: 'Other', formats: {} })
    ann.mark(2, { ...REC, kind: 'trend', lead: '1' })
    await written()
    const result = await meeting.settled(meeting.merges.apply(meeting.sender('eve'), choices))
    expect(result).toEqual({
      merge: 2,
      items: [expect.any(String)],
      changed: [],
      again: [
        { topic: 't1', passage: 'a', why: 'changed' },
        { topic: 't1', passage: 'b', why: 'gone' },
        { topic: 't1', passage: 'c', why: 'merged' },
      ],
    })
    expect(await meeting.draft()).toEqual(['t1: Words of c', 't1: Words of d'])
  })

  it('of which none still stands write nothing', async () => {
    ann.addLine(0, 'a', REC, 'One')
    await written()
    const choices = allOf(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
    const hash = 'of other words'
    const result = await meeting.settled(
      meeting.merges.apply(meeting.sender('eve'), [{ ...choices[0]!, hash }]),
    )
    expect(result).toEqual({
      merge: null,
      items: [],
      changed: [],
      again: [{ topic: 't1', passage: 'a', why: 'changed' }],
    })
    expect(batches().at(-1)?.entries).toEqual([])
    expect(readFacts(await meeting.doc(LEDGER), 'merges').size).toBe(0)
  })

  it('sent by two people at once make each item once', async () => {
    ann.addLine(0, 'a', REC, 'One')
    ben.addLine(0, 'b', REC, 'Two')
    await written()
    const choices = allOf(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
    const [first, second] = await meeting.settled(
      Promise.all(['eve', 'ben'].map((by) => meeting.merges.apply(meeting.sender(by), choices))),
    )
    expect(first).toMatchObject({ merge: 1, again: [] })
    expect(second).toMatchObject({ merge: null, items: [] })
    expect(second?.again.map(({ why }) => why)).toEqual(['merged', 'merged'])
    expect(await meeting.draft()).toEqual(['t2: Two', 't1: One'])
  })

  it('[JR7] sent twice under one key get one answer', async () => {
    ann.addLine(0, 'a', REC, 'One')
    await written()
    const choices = allOf(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
    const sender = meeting.sender('eve')
    const results = await meeting.settled(
      Promise.all([meeting.merges.apply(sender, choices), meeting.merges.apply(sender, choices)]),
    )
    expect(results[0]).toEqual(results[1])
    expect(await meeting.draft()).toEqual(['t1: One'])
  })

  it('with a wording of no words are refused, and nothing is written', async () => {
    ann.addLine(0, 'a', REC, 'One')
    await written()
    const choices = allOf(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
    const wordless = choices.map((choice) => ({ ...choice, words: '\uFFFC' }))
    await expect(
      meeting.settled(meeting.merges.apply(meeting.sender('eve'), wordless)),
    ).rejects.toMatchObject({
      code: 'bad-request',
    })
    expect(await meeting.draft()).toEqual([])
  })
})

describe('a plan', () => {
  it('[MG2] writes nothing, not even that it was made', async () => {
    ann.addLine(0, 'a', REC, 'One')
    await written()
    await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
    const before = batches().length
    await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
    expect(batches()).toHaveLength(before)
    expect(await meeting.draft()).toEqual([])
  })

  it('[SY1] waits for what is on its way to the disk', async () => {
    await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
    const journal = meeting.journal as WatchedJournal
    let release = (): void => {}
    journal.gate = new Promise((resolve) => {
      release = resolve
    })
    ann.addLine(0, 'a', REC, 'One')
    await written()
    let proposed = -1
    const planned = meeting.merges.plan(meeting.principal('eve')).then(({ proposals }) => {
      proposed = proposals.length
    })
    await written()
    expect(proposed).toBe(-1)
    release()
    await meeting.settled(planned)
    expect(proposed).toBe(1)
  })

  it('leaves typing free once it is made', async () => {
    await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
    ann.addLine(0, 'a', REC, 'One')
    await written()
    expect((await meeting.settled(meeting.merges.plan(meeting.principal('eve')))).proposals).toHaveLength(1)
  })
})

describe('rights', () => {
  it.each([
    ['a participant', 'paul', 'in-session'],
    ['a rapporteur once the draft is adopted', 'ann', 'adopted'],
    ['a chair in silence', 'eve', 'silence'],
  ] as const)('%s plans, merges and undoes nothing', async (_, by, phase) => {
    ann.addLine(0, 'a', REC, 'One')
    await written()
    const choices = allOf(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
    meeting.meeting = { ...meeting.meeting, phase }
    await expect(meeting.settled(meeting.merges.plan(meeting.principal(by)))).rejects.toMatchObject({
      code: 'forbidden',
    })
    const merging = meeting.merges.apply(meeting.sender(by), choices)
    await expect(meeting.settled(merging)).rejects.toMatchObject({ code: 'forbidden' })
    const undoing = meeting.merges.undo(meeting.sender(by), 1)
    await expect(meeting.settled(undoing)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await meeting.draft()).toEqual([])
  })

  it('are those of the moment in which the merge is carried out', async () => {
    ann.addLine(0, 'a', REC, 'One')
    await written()
    const choices = allOf(await meeting.settled(meeting.merges.plan(meeting.principal('ben'))))
    const merging = meeting.merges.apply(meeting.sender('ben'), choices)
    meeting.members.set('ben', { ...meeting.members.get('ben')!, role: 'observer' })
    await expect(meeting.settled(merging)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await meeting.draft()).toEqual([])
  })

  it('a topic that is not there is none of the plan, and a choice of it comes back', async () => {
    const choice = { topic: 't9', passage: 'a', hash: 'h', take: true } as const
    const result = await meeting.settled(meeting.merges.apply(meeting.sender('eve'), [choice]))
    expect(result).toEqual({
      merge: null,
      items: [],
      changed: [],
      again: [{ topic: 't9', passage: 'a', why: 'gone' }],
    })
  })
})

it('words of the notes stand in no fact: not in the ledger, nor beside a command’s key', async () => {
  ann.addLine(0, 'a', REC, 'Secretword')
  await written()
  await mergeAll(meeting, 'eve')
  const facts = JSON.stringify(batches().map(({ facts }) => facts))
  expect(facts).not.toContain('Secretword')
  expect(JSON.stringify((await meeting.doc(LEDGER)).toJSON())).not.toContain('Secretword')
})
