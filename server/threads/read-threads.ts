import type * as Y from 'yjs'
import { findDraftItem } from '../../shared/draft/draft-item.ts'
import type { RoomName } from '../../shared/ids/ids.ts'
import { can } from '../../shared/permissions/can.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { MoveMap } from '../../shared/text/moves.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { locatePassages } from '../../shared/threads/locate-passage.ts'
import type { CommentFact, ThreadFact, ThreadRoom, ThreadSubject } from '../../shared/threads/thread-facts.ts'
import { requireRight } from '../draft/current-rights.ts'
import { draftRoom, notesRoom } from '../draft/room-names.ts'
import { readableTopics } from '../merge/notes-reading.ts'
import { readRooms } from '../merge/read-rooms.ts'
import type { Registry } from '../registry/registry.ts'
import type { Rooms } from '../sync/rooms.ts'
import { commentsOf, threadsOf } from './thread-maps.ts'

/** Where a thread's passage stands now: a range of a block. */
interface ReadPlace {
  readonly block: string
  readonly from: number
  readonly to: number
  /** Its own words are gone, and it was found by its quote. */
  readonly byQuote: boolean
}

/** A thread as it is read. */
export interface ReadThread {
  readonly id: string
  readonly room: ThreadRoom
  readonly fact: ThreadFact
  /** The oldest first, stubs of deleted ones among them. */
  readonly comments: readonly { readonly id: string; readonly fact: CommentFact }[]
  /** Null where it is about no passage, or is detached. */
  readonly place: ReadPlace | null
  /** It is about a passage of which nothing is left. */
  readonly detached: boolean
}

type DocOf = (room: RoomName) => Y.Doc
type MovesOf = (room: RoomName) => MoveMap

/** Gives the threads of all rooms that somebody may read, the oldest first. Nothing is written. */
export async function readThreads(
  { registry, rooms }: { readonly registry: Pick<Registry, 'facts' | 'member'>; readonly rooms: Rooms },
  by: MemberPrincipal,
): Promise<ReadThread[]> {
  const rights = requireRight(registry, by, 'read-ledger')
  const { principal, facts } = rights
  const topics = [...readableTopics(rights).keys()]
  const kept: ThreadRoom[] = ['ledger', ...topics.map((topic) => `notes/${topic}` as const)]
  if (can(principal, 'read-drafting', facts)) kept.push('drafting')
  const nameOf = (room: ThreadRoom): RoomName => `m/${by.meeting}/${room}` as RoomName
  const names = [...kept.map(nameOf), draftRoom(by.meeting)]
  return readRooms(rooms, names, (docOf, movesOf) => {
    const threads = kept.flatMap((room) => threadsIn(docOf(nameOf(room)), room))
    const places = placesOf(threads, by, docOf, movesOf, new Set(topics))
    return threads.map((thread) => withPlace(thread, places.get(thread) ?? null)).sort(byTime)
  })
}

type Placeless = Omit<ReadThread, 'place' | 'detached'>

function threadsIn(doc: Y.Doc, room: ThreadRoom): Placeless[] {
  const comments = new Map<string, { id: string; fact: CommentFact }[]>()
  for (const [id, fact] of commentsOf(doc).entries()) {
    const list = comments.get(fact.thread)
    if (list === undefined) comments.set(fact.thread, [{ id, fact }])
    else list.push({ id, fact })
  }
  return [...threadsOf(doc).entries()].map(([id, fact]) => {
    const own = comments.get(id) ?? []
    return { id, room, fact, comments: own.sort(byTime) }
  })
}

type Timed = Pick<ReadThread, 'id'> & { readonly fact: { readonly at: number } }

/** Of one millisecond, everybody sees the same order. */
function byTime(one: Timed, other: Timed): number {
  return one.fact.at - other.fact.at || (one.id < other.id ? -1 : 1)
}

function withPlace(thread: Placeless, place: ReadPlace | null): ReadThread {
  return { ...thread, place, detached: place === null && passageIn(thread.fact.subject) !== null }
}

function passageIn(subject: ThreadSubject) {
  return subject.on === 'meeting' ? null : subject.passage
}

/** Locates the passages of each text together. */
function placesOf(
  threads: readonly Placeless[],
  { meeting }: MemberPrincipal,
  docOf: DocOf,
  movesOf: MovesOf,
  topics: ReadonlySet<string>,
): Map<Placeless, ReadPlace> {
  const byText = new Map<string, Placeless[]>()
  for (const thread of threads) {
    const { subject } = thread.fact
    if (passageIn(subject) === null) continue
    const text = subject.on === 'notes' ? `notes/${subject.topic}` : subject.on === 'item' ? subject.item : ''
    byText.set(text, [...(byText.get(text) ?? []), thread])
  }
  const places = new Map<Placeless, ReadPlace>()
  for (const group of byText.values()) {
    const subject = group[0]?.fact.subject
    const source = subject === undefined ? null : sourceOf(subject)
    if (source !== null) locateGroup(group, source, places)
  }
  return places

  function sourceOf(subject: ThreadSubject): { text: Y.Text; moves: MoveMap } | null {
    if (subject.on === 'notes') {
      // An internal thread on notes is read by those who may read the notes; who may not is not shown where it stands.
      if (!topics.has(subject.topic)) return null
      const room = notesRoom(meeting, subject.topic)
      return { text: docOf(room).getText('text'), moves: movesOf(room) }
    }
    const room = draftRoom(meeting)
    const item = subject.on === 'item' ? findDraftItem(docOf(room), subject.item) : null
    return item === null ? null : { text: item.text, moves: movesOf(room) }
  }
}

function locateGroup(
  group: readonly Placeless[],
  { text, moves }: { text: Y.Text; moves: MoveMap },
  places: Map<Placeless, ReadPlace>,
): void {
  const blocks = renderBlocks(text)
  const passages = group.flatMap(({ fact }) => passageIn(fact.subject) ?? [])
  for (const [index, place] of locatePassages(text, blocks, passages, moves).entries()) {
    const thread = group[index]
    const block = place === null ? undefined : blocks[place.block]
    if (place !== null && thread !== undefined && block !== undefined)
      places.set(thread, { block: block.id, from: place.from, to: place.to, byQuote: place.byQuote })
  }
}
