import { beforeEach, describe, expect, it } from 'vitest'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import type { Choice, MergeResult } from '../../shared/merge/merge-plan.ts'
import { readTaken } from '../../shared/merge/read-draft.ts'
import { anchorRange, resolveAnchor } from '../../shared/text/anchor.ts'
import type { Atom } from '../../shared/text/atom.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { DRAFT, DRAFTING, LEDGER, notesOf, SimMeeting } from '../draft/testing/sim-meeting.ts'
import { Writer } from '../draft/testing/writer.ts'
import { allOf, mergeAll, typists } from './testing/merging.ts'

const REC = { kind: 'recommendation', speaker: 'm:nld', lead: '1' }

let meeting: SimMeeting
let ann: Writer
let editor: Writer
let item: string

beforeEach(async () => {
  meeting = new SimMeeting()
  ann = await Writer.enter(meeting, 'ann', notesOf('t1'))
  ann.addLine(0, 'a', REC, 'States should train judges.')
  await written()
  item = (await mergeAll(meeting, 'eve')).items[0] as string
  editor = await Writer.enter(meeting, 'ben', DRAFT)
})

const written = () => meeting.clock.advance(50)

/** Replaces words of the note line, or of the item. */
async function replace(writer: Writer, old: string, insert: string): Promise<void> {
  const at = writer === editor ? item : undefined
  const blocks = writer.blocks(at)
  const index = blocks.findIndex(({ inlines }) => inlines.some((inline) => 'text' in inline))
  const line = blocks[index]!
  const words = line.inlines.map((inline) => ('text' in inline ? inline.text : '\uFFFC')).join('')
  const from = words.indexOf(old)
  expect(from).toBeGreaterThanOrEqual(0)
  // What ends both is left alone, as a person at a keyboard would.
  const kept = insert.endsWith(old) ? old.length : 0
  const piece = { insert: insert.slice(0, insert.length - kept), formats: {} }
  writer.type(index, from, from + old.length - kept, piece, at)
  await written()
}

async function choices(): Promise<Choice[]> {
  return allOf(await meeting.settled(meeting.merges.plan(meeting.principal('eve'))))
}

async function kinds(): Promise<string[]> {
  const { proposals } = await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
  return proposals.map(({ change }) => change)
}

function apply(chosen: readonly Choice[], by = 'eve'): Promise<MergeResult> {
  return meeting.settled(meeting.merges.apply(meeting.sender(by), chosen))
}

const undo = (merge: number) => meeting.settled(meeting.merges.undo(meeting.sender('eve'), merge))

const taken = async () => readTaken(await meeting.doc(DRAFTING)).get(item)

const source = async () => readFacts(await meeting.doc(LEDGER), 'provenance').get(item)?.sources[0]

describe('[MG1] an update', () => {
  it('gives the item the new wording: what is new is by who typed it in the notes, what stays is not touched', async () => {
    const before = renderBlocks((await meeting.draftItems())[0]!.text)
    const anchor = anchorRange(before[0]!, 'States should '.length, 'States should train'.length)!
    await replace(ann, 'judges', 'judges and police')
    expect(await kinds()).toEqual(['update'])
    expect(await apply(await choices())).toEqual({ merge: 2, items: [], changed: [item], again: [] })
    expect(await meeting.draft()).toEqual(['t1: States should train judges and police.'])
    expect(await typists(meeting)).toEqual(['ann:States should train judges and police.'])
    const { text } = (await meeting.draftItems())[0]!
    const { document } = await meeting.room(DRAFT)
    expect(resolveAnchor(text, renderBlocks(text), anchor, document.moves)).toEqual({
      block: 0,
      from: 14,
      to: 19,
    })
    expect(await kinds()).toEqual([])
    expect(await taken()).toEqual({ 't1/a': 'States should train judges and police.' })
    expect((await source())?.merge).toBe(2)
  })

  it('of lines, added and taken away, is an update of the lines of the item', async () => {
    ann.addLine(1, 'b', { speaker: 'm:nld' }, 'And police.')
    await written()
    await apply(await choices())
    expect(await meeting.draft()).toEqual(['t1: States should train judges.\nAnd police.'])
    await replace(ann, 'States should train judges.', 'All States.')
    await apply(await choices())
    expect(await meeting.draft()).toEqual(['t1: All States.\nAnd police.'])
  })

  it('is not proposed again once the draft was kept as it is; a later change is', async () => {
    await replace(ann, 'judges', 'police')
    const [choice] = await choices()
    expect(await apply([{ ...choice!, take: false }])).toMatchObject({ merge: 2, changed: [item] })
    expect(await meeting.draft()).toEqual(['t1: States should train judges.'])
    expect(await kinds()).toEqual([])
    await replace(ann, 'States', 'All States')
    expect(await kinds()).toEqual(['three-way'])
    await apply(await choices())
    expect(await meeting.draft()).toEqual(['t1: All States should train judges.'])
  })
})

describe('[MG1] a passage and its item, both edited', () => {
  it('in different places, come together: each word under whoever typed it', async () => {
    await replace(editor, ' judges', ', in time, judges')
    await replace(ann, 'judges', 'judges and police')
    expect(await kinds()).toEqual(['three-way'])
    await apply(await choices())
    expect(await meeting.draft()).toEqual(['t1: States should train, in time, judges and police.'])
    expect(await typists(meeting)).toEqual(['ann:States should train|ben:, in time,|ann: judges and police.'])
  })

  it('in one place, wait for a person; other words than either are whoever’s who chose them', async () => {
    await replace(editor, 'judges', 'clinic')
    await replace(ann, 'judges', 'police')
    expect(await kinds()).toEqual(['conflict'])
    const [{ words: _, ...open }] = (await choices()) as [Choice]
    expect(await apply([open])).toMatchObject({ merge: null, again: [{ item, why: 'changed' }] })
    expect(await meeting.draft()).toEqual(['t1: States should train clinic.'])
    await apply([{ ...open, words: 'States should train clinic, staff and police.' }])
    expect(await meeting.draft()).toEqual(['t1: States should train clinic, staff and police.'])
    expect(await typists(meeting)).toEqual([
      'ann:States should train |ben:clinic|eve:, staff and |ann:police.',
    ])
  })
})

describe('[MG3] choices about items', () => {
  it('by two people at once are carried out once', async () => {
    await replace(ann, 'judges', 'judges and police')
    const chosen = await choices()
    const [one, other] = await Promise.all([apply(chosen, 'eve'), apply(chosen, 'ann')])
    expect(one.changed).toEqual([item])
    expect(other).toEqual({
      merge: null,
      items: [],
      changed: [],
      again: [{ topic: 't1', passage: 'a', item, why: 'gone' }],
    })
    expect(await meeting.draft()).toEqual(['t1: States should train judges and police.'])
  })

  it('come back where somebody has edited the item meanwhile, and nothing is overwritten', async () => {
    await replace(ann, 'judges', 'police')
    const chosen = await choices()
    await replace(editor, 'judges', 'clinic')
    expect(await apply(chosen)).toMatchObject({ merge: null, again: [{ item, why: 'changed' }] })
    expect(await meeting.draft()).toEqual(['t1: States should train clinic.'])
  })
})

describe('[MG1] a passage that is no recommendation any more', () => {
  beforeEach(async () => {
    ann.mark(1, { ...REC, kind: 'trend' })
    await written()
    expect(await kinds()).toEqual(['withdrawn'])
  })

  it('leaves its item where a person keeps it, and is not proposed again', async () => {
    await apply(await choices())
    expect(await meeting.draft()).toEqual(['t1: States should train judges.'])
    expect(await kinds()).toEqual([])
    expect(await undo(2)).toEqual({ removed: [], restored: [item], kept: [] })
    expect(await kinds()).toEqual(['withdrawn'])
  })

  it('takes its item out of the draft where a person says so; undoing brings it back', async () => {
    const [choice] = await choices()
    await apply([{ ...choice!, take: true }])
    expect(await meeting.draft()).toEqual([])
    expect(await undo(2)).toEqual({ removed: [], restored: [item], kept: [] })
    expect(await meeting.draft()).toEqual(['t1: States should train judges.'])
  })
})

it('[MG1] another speaker is told, and taken without touching a word', async () => {
  ann.mark(1, { ...REC, speaker: 'm:fra' })
  await written()
  expect(await kinds()).toEqual(['attribution'])
  await apply(await choices())
  expect((await source())?.speaker).toBe('m:fra')
  expect(await kinds()).toEqual([])
  expect(await typists(meeting)).toEqual(['ann:States should train judges.'])
  await undo(2)
  expect((await source())?.speaker).toBe('m:nld')
})

describe('[MG2] undoing a merge that changed items', () => {
  it('gives words and sources back as they were, each word under its author', async () => {
    await replace(editor, ' judges', ', in time, judges')
    await replace(ann, 'States should train judges.', 'Wholly other words.')
    const [choice] = await choices()
    await apply([{ ...choice!, words: 'Wholly other words.' }])
    expect(await undo(2)).toEqual({ removed: [], restored: [item], kept: [] })
    expect(await meeting.draft()).toEqual(['t1: States should train, in time, judges.'])
    expect(await typists(meeting)).toEqual(['ann:States should train|ben:, in time,|ann: judges.'])
    expect((await source())?.merge).toBe(1)
    expect(await taken()).toEqual({ 't1/a': 'States should train judges.' })
    expect(await kinds()).toEqual(['conflict'])
  })

  it('keeps what somebody has edited since, elsewhere in the item', async () => {
    await replace(ann, 'judges', 'police')
    await apply(await choices())
    await replace(editor, 'States', 'All States')
    expect(await undo(2)).toMatchObject({ restored: [item] })
    expect(await meeting.draft()).toEqual(['t1: All States should train judges.'])
  })

  it('leaves an item alone that was edited in the same place since, or that a later merge has changed', async () => {
    await replace(ann, 'judges', 'police')
    await apply(await choices())
    await replace(editor, 'police', 'clinic')
    expect(await undo(2)).toEqual({ removed: [], restored: [], kept: [item] })
    expect(await meeting.draft()).toEqual(['t1: States should train clinic.'])
    await replace(ann, 'States', 'All States')
    await apply(await choices())
    await replace(ann, 'All', 'The')
    await apply(await choices())
    expect(await undo(3)).toEqual({ removed: [], restored: [], kept: [item] })
    expect(await undo(1)).toEqual({ removed: [], restored: [], kept: [item] })
    expect(await meeting.draft()).toEqual(['t1: The States should train clinic.'])
  })
})

describe('[MG2] what nobody asked for', () => {
  it('an atom is not another one that reads alike: the item names whom its passage names', async () => {
    const mention = (id: string): Atom => ({ t: 'mention', of: 'mechanism', id, label: id })
    ann.type(1, 0, 0, { insert: mention('fra'), formats: {} })
    ann.type(1, 1, 1, { insert: mention('chl'), formats: {} })
    await written()
    await apply(await choices())
    ann.type(1, 0, 1, { insert: '', formats: {} })
    await written()
    expect(await kinds()).toEqual(['update'])
    await apply(await choices())
    const atoms = renderBlocks((await meeting.draftItems())[0]!.text)[0]!.inlines.flatMap((inline) =>
      'atom' in inline ? [inline.atom] : [],
    )
    expect(atoms).toEqual([mention('chl')])
  })

  it('undoing does not bring back an item that somebody removed', async () => {
    await replace(ann, 'judges', 'police')
    await apply(await choices())
    await meeting.settled(meeting.items.remove(meeting.sender('ben'), item))
    expect(await undo(2)).toEqual({ removed: [], restored: [], kept: [item] })
    expect(await meeting.draft()).toEqual([])
  })

  it('undoing touches no item on which the chair has decided', async () => {
    await replace(ann, 'judges', 'police')
    await apply(await choices())
    const ledger = await meeting.room(LEDGER)
    ledger.document.change((doc) => {
      doc.getMap('itemFacts').set(item, { status: 'adopted' })
    })
    expect(await undo(2)).toEqual({ removed: [], restored: [], kept: [item] })
    expect(await meeting.draft()).toEqual(['t1: States should train police.'])
  })

  it('an earlier merge is not undone over what a later one decided', async () => {
    await replace(ann, 'judges', 'police')
    const [choice] = await choices()
    await apply([{ ...choice!, take: false }])
    expect(await undo(1)).toEqual({ removed: [], restored: [], kept: [item] })
    expect(await meeting.draft()).toEqual(['t1: States should train judges.'])
  })

  it('undoing tells no more of who spoke than is told now', async () => {
    await replace(ann, 'judges', 'police')
    ann.mark(1, { ...REC, attribution: 'none' })
    await written()
    await apply(await choices())
    expect(await source()).toMatchObject({ attribution: 'none', speaker: null })
    await undo(2)
    expect(await source()).toMatchObject({ attribution: 'none', speaker: null })
  })

  it('words of nothing that can be read empty no item', async () => {
    await replace(ann, 'judges', 'police')
    const [choice] = await choices()
    expect(await apply([{ ...choice!, words: '\uFFFC\uFFFC' }])).toMatchObject({ merge: null })
    expect(await meeting.draft()).toEqual(['t1: States should train judges.'])
  })

  it('a recommendation that was let go of and is one again is new again', async () => {
    ann.mark(1, { ...REC, kind: 'trend' })
    await written()
    const [choice] = await choices()
    await apply([{ ...choice!, take: true }])
    ann.mark(1, REC)
    await written()
    expect(await kinds()).toEqual(['new'])
    await apply(await choices())
    expect(await undo(2)).toEqual({ removed: [], restored: [], kept: [item] })
    expect(await meeting.draft()).toEqual(['t1: States should train judges.'])
  })

  it('what was withheld since leaves the draft with its words, and no undo brings them back', async () => {
    const stub: Atom = { t: 'withheld', id: 'w' }
    ann.type(1, 0, 'States should train judges.'.length, { insert: stub, formats: {} })
    await written()
    expect(await kinds()).toEqual(['withdrawn'])
    const [choice] = await choices()
    await apply([{ ...choice!, take: true }])
    const { document } = await meeting.room(DRAFT)
    expect(JSON.stringify(document.doc.getMap('items').toJSON())).not.toContain('judges')
    await undo(2)
    expect(await meeting.draft()).toEqual([])
    expect(JSON.stringify((await meeting.doc(DRAFTING)).getMap('mergeRecords').toJSON())).not.toContain(
      'judges',
    )
  })
})
