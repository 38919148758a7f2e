import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { RoomDocument } from '../../../server/sync/room-document.ts'
import { type MemberId, parseRoomName, type RoomParts } from '../../../shared/ids/ids.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { runSeed } from './run.ts'
import { describeBlocks } from './view.ts'

const FIRST_SEED = 1
const SEEDS = 150
const parts = parseRoomName('m/m1/notes/t1')?.parts as RoomParts

it(`[SY2] every update of ${SEEDS} seeds from ${FIRST_SEED}, undo included, passes the gate`, () => {
  let updates = 0
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
    const mirror = new Y.Doc()
    let document: RoomDocument | null = null
    const { faults } = runSeed(seed, {
      watch: (start) => {
        Y.applyUpdate(mirror, start)
        const empty = { epoch: 1, seq: 1, tail: [], bindings: [], delegations: [], moves: [] }
        document = new RoomDocument(parts, { ...empty, snapshot: { seq: 1, state: start } })
        return (from, update) => {
          updates++
          Y.applyUpdate(mirror, update)
          // It throws what the gate refuses.
          document?.apply(update, from as MemberId, true)
        }
      },
    })
    expect(faults).toEqual([])
    const gated = (document as RoomDocument | null)?.doc.getText('text') as Y.Text
    expect(describeBlocks(renderBlocks(gated))).toBe(describeBlocks(renderBlocks(mirror.getText('text'))))
  }
  console.log(`${updates} updates passed`)
  expect(updates).toBeGreaterThan(3000)
}, 120_000)
