import * as Y from 'yjs'
import type { MeetingId, MemberId, RoomParts } from '../../../shared/ids/ids.ts'
import type { CharId } from '../../../shared/text/block.ts'
import { deleteChars, firstItem } from '../../../shared/text/items.ts'
import { keepFormatting } from '../../../shared/text/keep-formatting.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { RoomDocument } from '../room-document.ts'
import { seedOf } from '../seed.ts'

const PARTS: RoomParts = { meeting: 'm1' as MeetingId, kind: 'notes', topic: 't1' }
const FORMATS = [
  { bold: true },
  { bold: null },
  { italic: true },
  { italic: null },
  { bold: true, italic: null },
  { link: '"a"' },
  { link: '"b"' },
  { link: null },
]

/** Gives a whole number from 0 to below `limit`. */
type Roll = (limit: number) => number

/** What a clean-up did to a text, and to the words of somebody who was offline meanwhile. */
export interface LateFormatting {
  readonly before: number
  readonly after: number
  /** Formats that a second clean-up would take. */
  readonly again: number
  /** Whether everybody reads what they read before, character by character, with formats and block ids. */
  readonly isSame: boolean
  /** Characters that the late one neither typed nor formatted, and that read otherwise than without the clean-up. */
  readonly bled: number
  /** The same of the late one's own. */
  readonly own: number
  readonly converged: boolean
}

class Member {
  readonly id: MemberId
  readonly doc = new Y.Doc()
  readonly #roll: Roll
  /** First and last character of every range that was formatted, and every character typed, since `goOffline`. */
  ranges: [CharId, CharId][] = []
  typedFrom = Number.POSITIVE_INFINITY

  constructor(id: string, client: number, roll: Roll) {
    this.id = id as MemberId
    this.doc.clientID = client
    this.#roll = roll
    keepFormatting(this.doc)
  }

  get text(): Y.Text {
    return this.doc.getText('text')
  }

  sync(room: RoomDocument): void {
    room.apply(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(room.doc)), this.id, true)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(this.doc)), 'server')
  }

  goOffline(): void {
    this.ranges = []
    this.typedFrom = Y.getState(this.doc.store, this.doc.clientID)
  }

  /** Types, deletes or formats somewhere between the marker and the end of the only block. */
  edit(): void {
    const inner = this.text.length - 2
    const from = this.#roll(inner + 1)
    const length = Math.min(1 + this.#roll(6), inner - from)
    const what = this.#roll(10)
    if (inner === 0 || what < 3) this.#type(1 + from)
    else if (length === 0) return
    else if (what < 6) this.#delete(1 + from, length)
    else this.#format(1 + from, length)
  }

  #type(index: number): void {
    const words = 'abcdefgh'.slice(0, 1 + this.#roll(4))
    if (this.#roll(2) === 0) this.text.insert(index, words)
    else this.text.insert(index, words, this.#formats())
  }

  #delete(index: number, length: number): void {
    const chars = visibleChars(this.text).slice(index, index + length)
    this.doc.transact((transaction) => {
      for (const at of chars) deleteChars(transaction, this.text, at, 1)
    })
  }

  #format(index: number, length: number): void {
    const chars = visibleChars(this.text).slice(index, index + length)
    this.ranges.push([chars[0] as CharId, chars.at(-1) as CharId])
    this.text.format(index, length, this.#formats())
  }

  /** A copy: Yjs writes into what it is given. */
  #formats(): object {
    return { ...FORMATS[this.#roll(FORMATS.length)] }
  }
}

/**
 * Three people type, delete and format; one goes offline and goes on; the room is cleaned up; the late one comes back.
 * Throws when the gate refuses what came late.
 */
export function lateFormatting(roll: Roll, find: (text: Y.Text) => readonly Y.Item[]): LateFormatting {
  const room = new RoomDocument(PARTS, null)
  room.doc.clientID = 1
  keepSeed(room)
  const [ann, ben, late] = [
    new Member('ann', 10, roll),
    new Member('ben', 20, roll),
    new Member('carl', 30, roll),
  ]
  const everybody = [ann, ben, late]
  for (const member of everybody) member.sync(room)
  for (let step = 0; step < 60; step++) act(everybody[roll(3)] as Member, room, roll)
  late.sync(room)
  late.goOffline()
  for (let step = 0; step < 60; step++) {
    const member = everybody[roll(3)] as Member
    if (member === late) late.edit()
    else act(member, room, roll)
  }
  ann.sync(room)
  ben.sync(room)

  const text = room.doc.getText('text')
  const [shown, before] = [read(text), countFormats(text)]
  const without = new Y.Doc()
  keepFormatting(without)
  Y.applyUpdate(without, Y.encodeStateAsUpdate(room.doc))
  room.change((_, transaction) => {
    for (const item of find(text)) item.delete(transaction)
  })
  const isSame = JSON.stringify(read(text)) === JSON.stringify(shown)
  const [after, again] = [countFormats(text), find(text).length]

  Y.applyUpdate(without, Y.encodeStateAsUpdate(late.doc))
  late.sync(room)
  const [own, bled] = differences(without.getText('text'), text, late)
  for (const member of [ann, ben, late]) member.sync(room)
  const states = [room.doc, ...everybody.map(({ doc }) => doc)].map((doc) =>
    JSON.stringify(read(doc.getText('text'))),
  )
  return { before, after, again, isSame, bled, own, converged: new Set(states).size === 1 }
}

function keepSeed(room: RoomDocument): void {
  const seed = seedOf(PARTS, true)
  if (seed !== null) room.change(seed)
}

function act(member: Member, room: RoomDocument, roll: Roll): void {
  if (roll(3) === 0) member.sync(room)
  else member.edit()
}

function read(text: Y.Text): object {
  return renderBlocks(text).map((block) => ({ ...block, inlines: formatsByChar(text) }))
}

/** Every visible character with its formats, in order. */
function formatsByChar(text: Y.Text): [key: string, formats: string][] {
  return renderBlocks(text).flatMap(({ inlines }) =>
    inlines.flatMap((inline) => {
      const units = 'text' in inline ? [...inline.text] : ['']
      const formats = JSON.stringify(Object.entries(inline.formats).sort())
      return units.map((unit, index): [string, string] => [
        `${inline.at.client}:${inline.at.clock + index} ${unit}`,
        formats,
      ])
    }),
  )
}

/** Characters that read otherwise in one text than in another: the late member's, and others'. */
function differences(one: Y.Text, other: Y.Text, late: Member): [own: number, bled: number] {
  const others = formatsByChar(other)
  const touched = touchedBy(one, late)
  let [own, bled] = [0, 0]
  formatsByChar(one).forEach(([key, formats], index) => {
    const [otherKey, otherFormats] = others[index] ?? ['', '']
    if (key === otherKey && formats === otherFormats) return
    if (key === otherKey && touched.has(key.split(' ')[0] ?? '')) own++
    else bled++
  })
  return [own, bled]
}

function touchedBy(text: Y.Text, late: Member): Set<string> {
  const order: CharId[] = []
  for (let item = firstItem(text); item !== null; item = item.right)
    for (let unit = 0; unit < item.length; unit++)
      order.push({ client: item.id.client, clock: item.id.clock + unit })
  const keys = order.map(({ client, clock }) => `${client}:${clock}`)
  const typed = order.filter(({ client, clock }) => client === late.doc.clientID && clock >= late.typedFrom)
  const touched = new Set(typed.map(({ client, clock }) => `${client}:${clock}`))
  for (const [first, last] of late.ranges) {
    const [from, to] = [first, last].map(({ client, clock }) => keys.indexOf(`${client}:${clock}`))
    for (const key of keys.slice(from, (to ?? -1) + 1)) touched.add(key)
  }
  return touched
}

function visibleChars(text: Y.Text): CharId[] {
  const chars: CharId[] = []
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let unit = 0; unit < item.length; unit++)
      chars.push({ client: item.id.client, clock: item.id.clock + unit })
  }
  return chars
}

function countFormats(text: Y.Text): number {
  let count = 0
  for (let item = firstItem(text); item !== null; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentFormat) count++
  return count
}
