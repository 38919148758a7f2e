import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Random } from '../../scripts/fuzz/random.ts'
import { parseRoomName, type RoomName, type RoomParts } from '../../shared/ids/ids.ts'
import { IDLE_ROOM_MS } from '../../shared/limits/sync-limits.ts'
import { firstItem } from '../../shared/text/items.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { MemoryJournal } from '../journal/testing/memory-journal.ts'
import { cleanUpOf, MIN_SUPERFLUOUS, superfluousFormats } from './clean-formats.ts'
import { Rooms } from './rooms.ts'
import { seedOf } from './seed.ts'
import { lateFormatting } from './testing/late-formatter.ts'
import { StillClock } from './testing/still-clock.ts'

const SEEDS = 100

const { name: NOTES, parts: PARTS } = parseRoomName('m/m1/notes/t1') as { name: RoomName; parts: RoomParts }

/** Leaves the formats of so many bold words, and of the plain ones between them, that are gone. */
function leaveFormats(text: Y.Text, words: number): void {
  for (let word = 0; word < words; word++) {
    text.insert(text.length - 1, 'x', { bold: true })
    text.insert(text.length - 1, 'y', { bold: null })
  }
  text.doc?.transact((transaction) => {
    for (let item = firstItem(text); item !== null; item = item.right)
      if (item.content instanceof Y.ContentString) item.delete(transaction)
  })
}

describe('[TX11] the clean-up of formats', () => {
  it(`changes nothing that is read, is done once, and replicas converge with one who was offline (${SEEDS} seeds from 1)`, () => {
    const sum = { before: 0, after: 0, bled: 0 }
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = new Random(seed)
      const result = lateFormatting((limit) => random.int(0, limit - 1), superfluousFormats)
      expect([seed, result]).toEqual([seed, { ...result, isSame: true, again: 0, converged: true }])
      sum.before += result.before
      sum.after += result.after
      sum.bled += result.bled
    }
    // Real work was done; and what came late reached others' characters in few places, though half of it was formats.
    expect(sum.after).toBeLessThan(0.7 * sum.before)
    expect(sum.bled).toBeLessThan(SEEDS / 5)
  }, 120_000)

  it('of a room that was left is one entry of the server’s own, then the room is unloaded', async () => {
    const clock = new StillClock()
    const journal = new MemoryJournal()
    const rooms = new Rooms(journal, clock, seedOf, () => {})
    const room = await rooms.get(NOTES, PARTS)
    await room.write('command', (doc) => leaveFormats(doc.getText('text'), MIN_SUPERFLUOUS))
    const read = JSON.stringify(renderBlocks(room.document.doc.getText('text')))
    clock.advance(IDLE_ROOM_MS)
    await room.hold()
    room.release()
    expect((await journal.history(NOTES, 2)).map(({ seq, cause, member }) => [seq, cause, member])).toEqual([
      [3, 'clean-up', null],
    ])
    expect(rooms.size).toBe(1)
    clock.advance(IDLE_ROOM_MS)
    expect(rooms.size).toBe(0)
    const again = await rooms.get(NOTES, PARTS)
    const text = again.document.doc.getText('text')
    expect([JSON.stringify(renderBlocks(text)), superfluousFormats(text).length]).toEqual([read, 0])
    clock.advance(IDLE_ROOM_MS)
    expect([rooms.size, (await journal.read(NOTES))?.seq]).toEqual([0, 3])
  })

  it('reaches every text of a draft, and leaves alone what is little or none of its own', () => {
    const doc = new Y.Doc()
    const texts = ['a', 'b'].map((id) => {
      const text = new Y.Text()
      doc.getMap('items').set(id, new Y.Map([['text', text]]))
      text.insertEmbed(0, new Y.Map())
      text.insertEmbed(1, { t: 'end' })
      return text
    })
    for (const text of texts) leaveFormats(text, MIN_SUPERFLUOUS / 5)
    const count = () => texts.map((text) => superfluousFormats(text).length)
    expect(cleanUpOf('m/m1/ledger' as RoomName, doc)).toBeNull()
    expect(cleanUpOf(NOTES, doc)).toBeNull()
    const before = count()
    expect(cleanUpOf('m/m1/draft' as RoomName, doc)).toBeNull()
    expect(count()).toEqual(before)
    for (const text of texts) leaveFormats(text, MIN_SUPERFLUOUS)
    cleanUpOf('m/m1/draft' as RoomName, doc)?.()
    expect(count()).toEqual([0, 0])
  })
})
