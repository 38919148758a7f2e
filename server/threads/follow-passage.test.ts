import { beforeEach, describe, expect, it } from 'vitest'
import { findDraftItem } from '../../shared/draft/draft-item.ts'
import { type Block, blockText } from '../../shared/text/block.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { passageOf } from '../../shared/threads/passage-of.ts'
import type { ThreadPassage } from '../../shared/threads/thread-facts.ts'
import { DRAFT, LEDGER, SimMeeting } from '../draft/testing/sim-meeting.ts'
import { Writer } from '../draft/testing/writer.ts'
import { splitAt } from '../merge/testing/splitting.ts'
import { testMeeting } from '../registry/testing/meeting.ts'
import type { NewThread } from './thread-bodies.ts'
import { threadsOf } from './thread-maps.ts'
import { Threads } from './threads.ts'

const WORDS = 'Train judges and fund many shelters'

let meeting: SimMeeting
const item = 'an-item'
beforeEach(async () => {
  meeting = new SimMeeting()
  const made = { id: item, type: 'recommendation', section: 't1', after: null } as const
  await meeting.settled(meeting.items.create(meeting.sender('ann'), made))
  const ann = await Writer.enter(meeting, 'ann', DRAFT)
  ann.type(0, 0, 0, { insert: WORDS, formats: {} }, item)
  await meeting.clock.advance(50)
})

/** Gives a passage as a browser has it now. */
async function passageOn(words: string): Promise<ThreadPassage> {
  const found = findDraftItem(await meeting.doc(DRAFT), item)
  if (found === null) throw new Error(item)
  const block = renderBlocks(found.text)[0] as Block
  const from = blockText(block).indexOf(words)
  const passage = passageOf(found.text, block, from, from + words.length)
  if (passage === null) throw new Error(words)
  return passage
}

async function split(at: string, of = item, id = 'half'): Promise<void> {
  const found = findDraftItem(await meeting.doc(DRAFT), of)
  if (found === null) throw new Error(of)
  const place = blockText(renderBlocks(found.text)[0] as Block).indexOf(at)
  await splitAt(meeting, of, place, id)
}

/** Opens a thread on the item, as the browser knew it; gives what is kept. */
async function open(passage: ThreadPassage) {
  const registry = {
    facts: () => ({
      meeting: meeting.principal('ann').meeting,
      phase: 'in-session' as const,
      topics: new Map(),
    }),
    member: (_: string, id: string) => meeting.members.get(id) ?? null,
    meeting: () => testMeeting(),
  }
  const threads = new Threads(meeting.commands, registry)
  const { anchor, ...words } = passage
  const { chars, ...ends } = anchor
  const sent = { ...ends, ...(chars !== undefined && { chars: [...chars] }) }
  const subject = { on: 'item', item, passage: { ...words, anchor: sent } } as const
  const thread: NewThread = { id: 'x', subject, internal: false, comment: { id: 'c', parts: ['Why?'] } }
  await meeting.settled(threads.open(meeting.sender('ann'), thread))
  return threadsOf(await meeting.doc(LEDGER)).get('x')?.subject
}

describe('[TH1] a comment that comes after its item was split', () => {
  it('stands on its words in the second half, with the words around them there, also after two splits', async () => {
    const passage = await passageOn('shelters')
    await split('fund')
    await split('many', 'half', 'quarter')
    const quoted = { quote: 'shelters', before: 'many ', after: '' }
    expect(await open(passage)).toMatchObject({ on: 'item', item: 'quarter', passage: quoted })
  })

  it('is found by the ends of its passage where that is of very many pieces', async () => {
    const { anchor, ...told } = await passageOn('many shelters')
    await split('fund')
    const ends = { start: anchor.start, end: anchor.end }
    expect(await open({ ...told, anchor: ends })).toMatchObject({
      item: 'half',
      passage: { quote: 'many shelters' },
    })
  })

  it('stays on the first half where some of its words do', async () => {
    const both = await passageOn('and fund')
    await split('fund')
    expect(await open(both)).toMatchObject({ item, passage: { quote: 'and' } })
  })

  it('quotes nothing where the words were deleted before', async () => {
    const passage = await passageOn('shelters')
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    ben.type(0, WORDS.indexOf(' shelters'), WORDS.length, { insert: '', formats: {} }, item)
    await meeting.clock.advance(50)
    await split('fund')
    expect(await open(passage)).toMatchObject({ item, passage: { quote: '' } })
  })
})
