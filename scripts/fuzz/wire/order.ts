import * as Y from 'yjs'
import { RefusedUpdate } from '../../../server/sync/incoming.ts'
import { ANN, BOB, notesRoom } from '../../../server/sync/testing/gated-room.ts'
import type { MemberId } from '../../../shared/ids/ids.ts'
import { firstItem } from '../../../shared/text/items.ts'
import { Random } from '../random.ts'
import { author, copyOf, receive, write } from './authors.ts'
import { forgeNeighbours } from './neighbours.ts'

const CAY = 'cay' as MemberId
/** Orders in which everything is delivered anew at the end. */
const DELIVERIES = 6

/** What a run did, so that a test can tell that it did something. */
export interface OrderResult {
  readonly honest: number
  readonly forged: number
  readonly refused: number
}

/**
 * Lets two honest authors, often late, and a forger write into one room. Throws when the gate refuses the honest, or
 * when the order of the text or of an attribute's values depends on the order in which updates come.
 */
export function runOrder(seed: number, steps: number): OrderResult {
  const random = new Random(seed)
  const room = notesRoom()
  const start = Y.encodeStateAsUpdate(room.doc)
  const authors = [author(BOB, random.int(3, 60), start), author(CAY, random.int(61, 90), start)]
  const admitted: Uint8Array[] = [start]
  const tally = { honest: 0, forged: 0, refused: 0 }
  const hand = (update: Uint8Array, from: MemberId): boolean => {
    const applied = room.apply(update, from, true)
    if (applied === null) return false
    admitted.push(applied.update)
    for (const { member, inbox } of authors) if (member !== from) inbox.push(applied.update)
    return true
  }
  for (let step = 0; step < steps; step++) {
    const who = random.pick(authors)
    const where = `seed ${seed}, step ${step}`
    if (random.chance(0.4)) write(random, who)
    if (random.chance(0.3)) receive(who, random.int(1, 8))
    if (random.chance(0.3)) {
      for (const update of who.outbox.splice(0, random.int(1, 5)))
        if (attempt(() => hand(update, who.member), `${where}: an honest update is refused`)) tally.honest++
    }
    try {
      if (hand(forgeNeighbours(random, room.doc), ANN)) tally.forged++
    } catch (error) {
      if (!(error instanceof RefusedUpdate)) throw new Error(where, { cause: error })
      tally.refused++
    }
  }
  for (const who of authors) {
    for (const update of who.outbox.splice(0))
      attempt(() => hand(update, who.member), `seed ${seed}, at the end: an honest update is refused`)
  }
  for (const who of authors) receive(who, Number.POSITIVE_INFINITY)
  const expected = describeOrder(room.doc.getText('text'))
  const docs = authors.map(({ doc }) => doc)
  docs.push(copyOf(Y.encodeStateAsUpdate(room.doc)))
  for (let delivery = 0; delivery < DELIVERIES; delivery++) docs.push(deliver(random, admitted))
  for (const [index, doc] of docs.entries()) {
    if (describeOrder(doc.getText('text')) !== expected)
      throw new Error(
        `seed ${seed}: copy ${index} differs\n${describeOrder(doc.getText('text'))}\n${expected}`,
      )
  }
  return tally
}

function attempt<T>(act: () => T, what: string): T {
  try {
    return act()
  } catch (error) {
    throw new Error(what, { cause: error })
  }
}

/** Gives a copy to which everything came in an order of its own, each update when all it builds on was there. */
function deliver(random: Random, updates: readonly Uint8Array[]): Y.Doc {
  const doc = copyOf()
  const waiting = updates.map((update) => ({ update, ...Y.decodeUpdate(update) }))
  // A late one mostly stays late.
  let lane = 0
  while (waiting.length > 0) {
    if (random.chance(0.2)) lane = random.int(0, waiting.length - 1)
    for (lane %= waiting.length; !isReady(doc, waiting[lane] as (typeof waiting)[number]); )
      lane = (lane + 1) % waiting.length
    Y.applyUpdate(doc, (waiting.splice(lane, 1)[0] as (typeof waiting)[number]).update)
  }
  return doc
}

function isReady(doc: Y.Doc, { structs, ds }: ReturnType<typeof Y.decodeUpdate>): boolean {
  const ends = new Map<number, number>()
  const reached = (client: number): number => ends.get(client) ?? Y.getState(doc.store, client)
  for (const { id, length } of structs) {
    if (id.clock > reached(id.client)) return false
    ends.set(id.client, Math.max(reached(id.client), id.clock + length))
  }
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const parent: unknown = struct.parent
    for (const at of [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null])
      if (at !== null && at.clock >= reached(at.client)) return false
  }
  return [...ds.clients].every(([client, ranges]) =>
    ranges.every(({ clock, len }) => clock + len <= reached(client)),
  )
}

/** Writes down a text in its order, with what is deleted, and all values that its blocks' attributes ever had. */
export function describeOrder(text: Y.Text): string {
  const all: string[] = []
  for (let item = firstItem(text); item !== null; item = item.right) {
    all.push(describeItem(item))
    if (!(item.content instanceof Y.ContentType)) continue
    const entries = [...item.content.type._map].sort(([one], [other]) => (one < other ? -1 : 1))
    for (const [key, last] of entries) {
      const values: string[] = []
      for (let value: Y.Item | null = last; value !== null; value = value.left)
        values.unshift(describeItem(value))
      all.push(key, ...values)
    }
  }
  return all.join(' ')
}

function describeItem({ id, length, deleted }: Y.Item): string {
  const sign = deleted ? '-' : '+'
  return Array.from({ length }, (_, unit) => `${id.client}:${id.clock + unit}${sign}`).join(' ')
}
