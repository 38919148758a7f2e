import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { newDeletions } from '../../../server/sync/deletions.ts'
import { Effort } from '../../../server/sync/effort.ts'
import { RefusedUpdate, readIncoming } from '../../../server/sync/incoming.ts'
import { Places } from '../../../server/sync/place.ts'
import { rehearse } from '../../../server/sync/rehearse.ts'
import { inYjsOrder } from '../../../server/sync/succession.ts'
import { ANN, notesRoom } from '../../../server/sync/testing/gated-room.ts'
import { firstItem } from '../../../shared/text/items.ts'
import { Random } from '../random.ts'
import { forgery } from './forgery.ts'
import { forgeNeighbours } from './neighbours.ts'

const SEEDS = 80
const UPDATES = 100

/** Gives the characters of the text as the gate expects them after an update; null where it refuses. */
function played(doc: Y.Doc, update: Uint8Array): string | null {
  const text = doc.getText('text')
  const effort = new Effort()
  try {
    const incoming = readIncoming(doc, update)
    const deleted = newDeletions(doc, incoming, effort)
    const places = new Places(doc, incoming, {
      rootText: (name) => (name === 'text' ? text : null),
      isFlatText: (other) => other === text,
    })
    const ordered = inYjsOrder(doc, incoming)
    for (const struct of ordered) places.ofNew(struct)
    const { shadow } = rehearse(doc, { incoming, ordered, deleted }, effort)
    const chars: string[] = []
    const { start } = shadow.listOf({ kind: 'text', text })
    for (let piece = start; piece !== null; piece = shadow.next(piece))
      for (let clock = piece.clock; clock < piece.end; clock++) chars.push(`${piece.client}:${clock}`)
    return chars.join()
  } catch (error) {
    if (error instanceof RefusedUpdate) return null
    throw error
  }
}

function actual(doc: Y.Doc): string {
  const chars: string[] = []
  for (let item = firstItem(doc.getText('text')); item !== null; item = item.right)
    for (let unit = 0; unit < item.length; unit++) chars.push(`${item.id.client}:${item.id.clock + unit}`)
  return chars.join()
}

it(`[SY2] ${SEEDS} seeds from 1: the gate plays every update as Yjs then integrates it`, () => {
  let compared = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = new Random(seed)
    const room = notesRoom()
    const text = room.doc.getText('text')
    for (let step = 0; step < UPDATES; step++) {
      const update = random.chance(0.7)
        ? forgeNeighbours(random, room.doc)
        : forgery(random, { text, start: { parent: 'text' } })
      const expected = played(room.doc, update)
      try {
        if (room.apply(update, ANN, true) === null) continue
      } catch (error) {
        if (error instanceof RefusedUpdate) continue
        throw error
      }
      compared++
      expect(actual(room.doc), `seed ${seed}, step ${step}`).toBe(expected)
    }
  }
  expect(compared).toBeGreaterThan(1500)
}, 120_000)
