import { beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { bracketsAskedIn } from '../../shared/draft/asked-for-brackets.ts'
import { type DraftItem, findDraftItem, itemWords } from '../../shared/draft/draft-item.ts'
import { anchorRange, charAt, resolveAnchor } from '../../shared/text/anchor.ts'
import { atomsIn } from '../../shared/text/atoms-in.ts'
import { type Block, blockText, type CharId } from '../../shared/text/block.ts'
import { asBracket } from '../../shared/text/brackets.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { passageOf } from '../../shared/threads/passage-of.ts'
import type { ThreadFact } from '../../shared/threads/thread-facts.ts'
import { noteWhoAsked } from '../draft/bracket-facts.ts'
import { DRAFT, DRAFTING, LEDGER, notesOf, SimMeeting } from '../draft/testing/sim-meeting.ts'
import { Writer } from '../draft/testing/writer.ts'
import { combineAll, takeApart } from './testing/combining.ts'
import { mergeAll, typists } from './testing/merging.ts'
import { splitAt } from './testing/splitting.ts'

const REC = { kind: 'recommendation', speaker: 'm:nld', lead: '1' }

let meeting: SimMeeting
let ann: Writer
let item = ''
beforeEach(async () => {
  meeting = new SimMeeting()
  ann = await Writer.enter(meeting, 'ann', notesOf('t1'))
  ann.addLine(0, 'a', REC, 'Train judges and fund many shelters')
  await meeting.clock.advance(50)
  ;[item = ''] = (await mergeAll(meeting, 'ann')).items
})

async function textOf(id: string) {
  const found = findDraftItem(await meeting.doc(DRAFT), id)
  if (found === null) throw new Error(id)
  return found.text
}

async function split(at: string, of = item, id = 'half'): Promise<void> {
  const found = findDraftItem(await meeting.doc(DRAFT), of)
  if (found === null) throw new Error(of)
  const place = blockText(renderBlocks(found.text)[0] as Block).indexOf(at)
  await splitAt(meeting, of, place, id)
}

/** Opens a thread on words of an item's first line, as its command keeps it. */
async function openThread(room: typeof LEDGER, id: string, words: string | null, on = item): Promise<void> {
  const text = await textOf(on)
  const block = renderBlocks(text)[0] as Block
  const from = blockText(block).indexOf(words ?? '')
  const passage = words === null ? null : passageOf(text, block, from, from + words.length)
  const fact: ThreadFact = { subject: { on: 'item', item: on, passage }, at: 1, by: 'ann', resolved: null }
  ;(await meeting.doc(room)).getMap('threads').set(id, fact)
}

/** Gives each thread as `item: words on which it stands`. */
async function threads(room = LEDGER): Promise<Record<string, string>> {
  const { moves } = (await meeting.room(DRAFT)).document
  const all = [...(await meeting.doc(room)).getMap<ThreadFact>('threads').entries()]
  const read = all.map(async ([id, { subject }]) => {
    if (subject.on !== 'item') return [id, subject.on]
    const text = await textOf(subject.item)
    const blocks = renderBlocks(text)
    const place = subject.passage === null ? null : resolveAnchor(text, blocks, subject.passage.anchor, moves)
    const words = place === null ? '-' : blockText(blocks[place.block] as Block).slice(place.from, place.to)
    return [id, `${subject.item === item ? 'first' : subject.item}: ${words}`]
  })
  return Object.fromEntries(await Promise.all(read))
}

describe('[TH1] threads on an item that is split', () => {
  it('go with the words that they are on into the second half, in the ledger and in the drafting room', async () => {
    await openThread(LEDGER, 'begin', 'judges')
    await openThread(LEDGER, 'end', 'many shelters')
    await openThread(LEDGER, 'both', 'and fund many')
    await openThread(LEDGER, 'whole', null)
    await openThread(DRAFTING, 'internal', 'shelters')
    await split('fund')
    expect(await threads()).toEqual({
      begin: 'first: judges',
      end: 'half: many shelters',
      both: 'first: and',
      whole: 'first: -',
    })
    expect(await threads(DRAFTING)).toEqual({ internal: 'half: shelters' })
  })

  it('follow through a second split, and keep what they quoted', async () => {
    await openThread(LEDGER, 'end', 'shelters')
    await split('fund')
    await split('shelters', 'half', 'quarter')
    expect(await threads()).toEqual({ end: 'quarter: shelters' })
    const fact = (await meeting.doc(LEDGER)).getMap<ThreadFact>('threads').get('end')
    expect(fact?.subject).toMatchObject({
      passage: { quote: 'shelters', before: 'Train judges and fund many ' },
    })
  })

  it('stay on words that somebody goes on typing among', async () => {
    await openThread(LEDGER, 'end', 'many shelters')
    await split('fund')
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.type(0, 'fund many'.length, 'fund many'.length, { insert: ' safe', formats: {} }, 'half')
    await meeting.clock.advance(50)
    expect(await threads()).toEqual({ end: 'half: many safe shelters' })
  })
})

describe('[DR1] where an item is split', () => {
  async function splitBefore(words: string, meanwhile: (ben: Writer, at: number) => void): Promise<void> {
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    const [block] = ben.blocks(item) as [Block]
    const at = blockText(block).indexOf(words)
    const before = charAt(block, at) as CharId
    meanwhile(ben, at)
    await meeting.clock.advance(50)
    const what = { item, before, id: 'half' }
    await meeting.settled(meeting.combinations.split(meeting.sender('eve'), what))
  }

  it('goes with the word that begins the second half, whatever is typed before it and behind it meanwhile', async () => {
    await splitBefore('fund', (ben) => {
      ben.type(0, 0, 0, { insert: 'Soon: ', formats: {} }, item)
      const end = blockText(ben.blocks(item)[0] as Block).length
      ben.type(0, end, end, { insert: ' now', formats: {} }, item)
    })
    expect((await meeting.draft()).slice(0, 2)).toEqual([
      't1: Soon: Train judges and',
      't1: fund many shelters now',
    ])
  })

  it('is refused once that character is gone, and while the server has not got it yet', async () => {
    const deleted = splitBefore('fund', (ben, at) => {
      ben.type(0, at, at + 'fund'.length, { insert: 'pay', formats: {} }, item)
    })
    await expect(deleted).rejects.toMatchObject({ code: 'conflict' })
    const early = { item, before: { client: 4_000_000_000, clock: 7 }, id: 'half' }
    const refused = meeting.settled(meeting.combinations.split(meeting.sender('eve'), early))
    await expect(refused).rejects.toMatchObject({ code: 'passage-unknown' })
  })

  it('is refused where the character is in another item', async () => {
    await split('fund')
    const found = findDraftItem(await meeting.doc(DRAFT), 'half')
    const before = charAt(renderBlocks(found?.text as Y.Text)[0] as Block, 5) as CharId
    const refused = meeting.settled(
      meeting.combinations.split(meeting.sender('eve'), { item, before, id: 'other' }),
    )
    await expect(refused).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('[TX15] the characters of the second half', () => {
  it('are known to be those that were: an anchor made before the split finds them, also from disk', async () => {
    const before = renderBlocks(await textOf(item))[0] as Block
    const from = blockText(before).indexOf('many')
    const anchor = anchorRange(before, from, from + 4)
    if (anchor === null) throw new Error('No anchor.')
    await split('fund')
    for (const load of [() => {}, () => meeting.restart()]) {
      load()
      const { moves } = (await meeting.room(DRAFT)).document
      const text = await textOf('half')
      const place = resolveAnchor(text, renderBlocks(text), anchor, moves)
      expect(place).toEqual({ block: 0, from: 5, to: 9 })
      expect(await typists(meeting)).toEqual(['ann:Train judges and', 'ann:fund many shelters'])
    }
  })
})

describe('[AD2] who asked for brackets', () => {
  /** Sets brackets before some words of an item. */
  async function bracket(id: string, before: string, on = item, side = 'open'): Promise<void> {
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    const at = blockText(ben.blocks(on)[0] as Block).indexOf(before)
    ben.type(0, at, at, { insert: { t: 'bracket', side, id }, formats: {} }, on)
    await meeting.clock.advance(50)
  }

  async function note(on: string, bracketId: string, asks = true): Promise<void> {
    const place = { item: on, bracket: bracketId }
    const who = { mechanism: 'nld', asks }
    await meeting.settled(noteWhoAsked(meeting.bracketContext(), meeting.sender('ann'), place, who))
  }

  /** The brackets of each item that is shown: `+`: somebody asked for them. */
  async function asked(): Promise<string[]> {
    const facts = bracketsAskedIn(await meeting.doc(DRAFTING))
    return (await meeting.draftItems()).map(({ text }) => {
      const ids = new Set(atomsIn(text).flatMap((atom) => asBracket(atom)?.id ?? []))
      return [...ids].map((id) => (facts.has(id) ? `${id}+` : id)).join(' ')
    })
  }

  it('goes with the brackets into the second half; of a pair that is cut it is known in both', async () => {
    await bracket('moved', 'many')
    await bracket('stays', 'judges')
    await bracket('cut', 'and')
    await bracket('cut', 'shelters', item, 'close')
    for (const id of ['moved', 'stays', 'cut']) await note(item, id)
    await split('fund')
    expect((await asked()).slice(0, 2)).toEqual(['stays+ cut+', 'moved+ cut+'])
    await note('half', 'cut', false)
    expect((await asked()).slice(0, 2)).toEqual(['stays+ cut', 'moved+ cut'])
  })

  it('what is noted while recommendations are combined is known where the brackets stand once they are taken apart', async () => {
    await split('fund')
    await bracket('mine', 'judges')
    await bracket('b', 'many', 'half')
    await bracket('c', 'many', 'half')
    await note('half', 'b')
    const words = 'Train \uFFFCjudges and fund \uFFFC\uFFFCmany shelters'
    const { merge } = await combineAll(meeting, [item, 'half'], { words })
    expect((await asked())[0]).toBe('mine b+ c')
    await note(item, 'mine')
    await note(item, 'b', false)
    await note(item, 'c')
    await takeApart(meeting, merge)
    expect((await asked()).slice(0, 2)).toEqual(['mine+', 'b c+'])
  })

  it('a split that is undone has who asked in either half meanwhile', async () => {
    await bracket('first', 'judges')
    await bracket('second', 'many')
    await note(item, 'first')
    const words = itemWords(findDraftItem(await meeting.doc(DRAFT), item) as DraftItem)
    await split('fund')
    await note(item, 'first', false)
    await note('half', 'second')
    await combineAll(meeting, [item, 'half'], { words })
    expect((await asked())[0]).toBe('first second+')
  })

  it('is noted also by whoever has not heard that the brackets stand in another item by now', async () => {
    await bracket('b', 'many')
    await split('fund')
    await note(item, 'b')
    expect((await asked()).slice(0, 2)).toEqual(['', 'b+'])
    await expect(note(item, 'none')).rejects.toMatchObject({ code: 'passage-unknown' })
  })
})
