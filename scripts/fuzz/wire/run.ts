import * as Y from 'yjs'
import { RefusedUpdate } from '../../../server/sync/incoming.ts'
import { Presence, type PresentMember } from '../../../server/sync/presence.ts'
import type { RoomDocument } from '../../../server/sync/room-document.ts'
import type { ForgedPlace } from '../../../server/sync/testing/forge.ts'
import { ANN, draftRoom, notesRoom, SERVER } from '../../../server/sync/testing/gated-room.ts'
import {
  awarenessFrame,
  jsonFrame,
  MESSAGE,
  ProtocolError,
  readClientFrame,
  SYNC,
  syncFrame,
} from '../../../shared/protocol/messages.ts'
import { firstItem, isEnd } from '../../../shared/text/items.ts'
import { keepFormatting } from '../../../shared/text/keep-formatting.ts'
import { flatText } from '../../../shared/text/testing/flat-text.ts'
import { Random } from '../random.ts'
import { forgery } from './forgery.ts'
import { mutate, noise } from './mutate.ts'
import { describeOrder } from './order.ts'

/** What a run did, so that a test can tell that it did something. */
export interface WireResult {
  readonly admitted: number
  readonly refused: Readonly<Record<string, number>>
  readonly framesRead: number
  readonly slowestMs: number
}

/** Inputs after which a room is made anew: what was let in changes what comes next. */
const INPUTS_A_ROOM = 200
const member: PresentMember = { id: 'ann', name: 'Ann', role: 'chair', mechanism: null, colour: 1 }

/**
 * Gives `inputs` seeded broken updates, presences and frames to what reads them. Throws when one ends in another
 * error than a refusal, leaves something pending, or breaks what the gate holds.
 */
export function runWire(seed: number, inputs: number): WireResult {
  const random = new Random(seed)
  const tally = { admitted: 0, refused: {} as Record<string, number>, framesRead: 0, slowestMs: 0 }
  let room = notesRoom()
  let known = updatesFor(room)
  for (let input = 0; input < inputs; input++) {
    if (input % INPUTS_A_ROOM === 0) {
      if (input > 0) checkRoom(room, `seed ${seed}, before input ${input}`)
      room.destroy()
      room = random.chance(0.5) ? notesRoom() : draftRoom()
      known = updatesFor(room)
    }
    const started = performance.now()
    const bytes = draw(random, room, known)
    const where = `seed ${seed}, input ${input}, ${Buffer.from(bytes).toString('hex').slice(0, 600)}`
    tryUpdate(room, bytes, tally, where)
    tryFrame(random, bytes, tally, where)
    tryPresence(random, bytes, where)
    tally.slowestMs = Math.max(tally.slowestMs, performance.now() - started)
  }
  checkRoom(room, `seed ${seed}, at the end`)
  return tally
}

function draw(random: Random, room: RoomDocument, known: readonly Uint8Array[]): Uint8Array {
  const kind = random.next()
  if (kind < 0.1) return noise(random)
  const isDraft = room.doc.share.has('items')
  const start: ForgedPlace = { parent: isDraft ? [SERVER, 2] : 'text' }
  const source = kind < 0.4 ? random.pick(known) : forgery(random, { text: textOf(room.doc), start })
  return random.chance(kind < 0.4 ? 1 : 0.1) ? mutate(random, source, random.pick(known)) : source
}

/** Honest updates for a room, from which the mutants come. */
function updatesFor(room: RoomDocument): Uint8Array[] {
  const { doc } = flatText(['n heading level=2|One *two*', 'o speaker=m:FRA|{break}three'], 40)
  const copy = new Y.Doc()
  copy.clientID = 41
  const updates: Uint8Array[] = [Y.encodeStateAsUpdate(doc as Y.Doc), Y.encodeStateAsUpdate(room.doc)]
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
  copy.on('update', (update: Uint8Array) => updates.push(update))
  const text = textOf(copy)
  text.insert(1, 'typed')
  text.format(2, 2, { bold: true })
  text.delete(1, 2)
  ;(text.toDelta()[0].insert as Y.Map<unknown>).set('type', 'heading')
  updates.push(Y.encodeStateAsUpdate(copy))
  return updates
}

function tryUpdate(
  room: RoomDocument,
  bytes: Uint8Array,
  tally: { admitted: number; refused: Record<string, number> },
  where: string,
): void {
  try {
    if (room.apply(bytes, ANN, true) !== null) tally.admitted++
  } catch (error) {
    if (!(error instanceof RefusedUpdate)) throw new Error(where, { cause: error })
    tally.refused[error.refusal] = (tally.refused[error.refusal] ?? 0) + 1
  }
  const { pendingStructs, pendingDs } = room.doc.store
  if (pendingStructs !== null || pendingDs !== null) throw new Error(`Something is pending: ${where}`)
}

function tryFrame(random: Random, bytes: Uint8Array, tally: { framesRead: number }, where: string): void {
  const frames = [
    bytes,
    syncFrame(SYNC.update, bytes),
    awarenessFrame(bytes),
    jsonFrame(MESSAGE.hello, { protocol: 1, schema: 1, epoch: null, clientID: random.int(0, 9) }),
  ]
  const frame = random.pick(frames)
  try {
    readClientFrame(random.chance(0.7) ? mutate(random, frame, bytes) : frame)
    tally.framesRead++
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw new Error(where, { cause: error })
  }
}

const PRESENCE = Uint8Array.of(2, 7, 1, 7, 123, 34, 97, 34, 58, 49, 125, 8, 3, 2, 123, 125)

function tryPresence(random: Random, bytes: Uint8Array, where: string): void {
  const presence = new Presence()
  try {
    presence.take({}, member, mutate(random, PRESENCE, bytes), () => true)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw new Error(where, { cause: error })
  }
  const news = presence.takeChanges()
  if (news === null) return
  readClientFrame(news.whole)
  readClientFrame(news.brief)
}

/** What the gate let in left every block, and only the room's roots, and can be stored and read back. */
function checkRoom(room: RoomDocument, where: string): void {
  const isDraft = room.doc.share.has('items')
  if ([...room.doc.share.keys()].join() !== (isDraft ? 'items' : 'text'))
    throw new Error(`A new root: ${where}`)
  if (isDraft && [...room.doc.getMap('items').keys()].join() !== 'i1,i2')
    throw new Error(`Another item: ${where}`)
  const text = textOf(room.doc)
  const ids: unknown[] = []
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted && isEnd(item)) throw new Error(`An end is deleted: ${where}`)
    if (item.content instanceof Y.ContentType) {
      ids.push((item.content.type as Y.Map<unknown>).get('id'))
      if (item.deleted) throw new Error(`A marker is deleted: ${where}`)
    }
  }
  if (ids.some((id) => typeof id !== 'string')) throw new Error(`A block has no id: ${where}`)
  for (const id of isDraft ? ['p'] : ['a', 'b'])
    if (!ids.includes(id)) throw new Error(`Block ${id} is gone: ${where}`)
  const state = Y.encodeStateAsUpdate(room.doc)
  const read = new Y.Doc()
  keepFormatting(read)
  Y.applyUpdate(read, state)
  if (Buffer.compare(Y.encodeStateVector(read), Y.encodeStateVector(room.doc)) !== 0)
    throw new Error(`It is not read as it was written: ${where}`)
  if (describeOrder(textOf(read)) !== describeOrder(text)) throw new Error(`Other text is read: ${where}`)
}

/** The text that a room or a copy of one is about. */
function textOf(doc: Y.Doc): Y.Text {
  const isDraft = doc.share.has('items')
  const text = isDraft
    ? (doc.getMap('items').get('i1') as Y.Map<unknown> | undefined)?.get('text')
    : doc.getText('text')
  if (!(text instanceof Y.Text)) throw new Error('The room has no text.')
  return text
}
