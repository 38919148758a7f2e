import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RoomName } from '../../shared/ids/ids.ts'
import { LARGE_STATE_BYTES, MAX_RUSH_MS, RUSH_MS } from '../../shared/limits/sync-limits.ts'
import { readClientFrame } from '../../shared/protocol/messages.ts'
import type { StoredRoom } from '../journal/journal.ts'
import { Preview } from './preview.ts'
import { StillClock } from './testing/still-clock.ts'

const room = 'm/m1/notes/t1' as RoomName

/** A stored room with a snapshot of so many characters and two entries behind it. */
function storedRoom(chars: number): { stored: StoredRoom; text: string } {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'x'.repeat(chars))
  const state = Y.encodeStateAsUpdate(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('text').insert(0, 'one ')
  doc.getText('text').delete(4, 1)
  const tail = updates.map((update, index) => {
    return { room, seq: index + 2, at: 5, member: null, cause: 'typed' as const, update }
  })
  const facts = { bindings: [], delegations: [], moves: [] }
  return {
    stored: { epoch: 1, seq: 3, snapshot: { seq: 1, state }, tail, ...facts },
    text: doc.getText('text').toString(),
  }
}

function read(frames: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const frame of frames) {
    const parsed = readClientFrame(frame)
    if (parsed.kind === 'update') Y.applyUpdate(doc, parsed.update)
  }
  return doc.getText('text').toString()
}

/** Lets promises settle. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('[JR1] a large room', () => {
  it('is shown to all who open it before it is in memory, as it is stored', async () => {
    const clock = new StillClock()
    const preview = new Preview(clock)
    const { stored, text } = storedRoom(LARGE_STATE_BYTES)
    const seen: string[] = []
    preview.show((frames) => seen.push(read(frames)))
    const offered = preview.offer(stored)
    preview.show((frames) => seen.push(read(frames)))
    expect(seen).toEqual([text, text])
    clock.advance(RUSH_MS)
    await offered
  })

  it('is read into memory when the rush is over, and not much later while it goes on', async () => {
    const clock = new StillClock()
    const preview = new Preview(clock)
    let isOver = false
    void preview.offer(storedRoom(LARGE_STATE_BYTES).stored).then(() => {
      isOver = true
    })
    for (let passed = 0; passed < MAX_RUSH_MS - RUSH_MS; passed += RUSH_MS - 5) {
      preview.show(() => {})
      clock.advance(RUSH_MS - 5)
      await settled()
      expect(isOver).toBe(false)
    }
    for (let passed = 0; passed <= 2 * RUSH_MS; passed += RUSH_MS - 5) {
      preview.show(() => {})
      clock.advance(RUSH_MS - 5)
      await settled()
    }
    expect(isOver).toBe(true)
  })
})

it('a small room is not worth it', async () => {
  const preview = new Preview(new StillClock())
  let shown = 0
  preview.show(() => {
    shown++
  })
  await preview.offer(storedRoom(10).stored)
  expect(shown).toBe(0)
})
