import type * as Y from 'yjs'
import { SimClock } from '../../../scripts/fuzz/network/sim-clock.ts'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { itemWords, readItems } from '../../../shared/draft/draft-item.ts'
import { type MeetingId, type MemberId, parseRoomName, type RoomName } from '../../../shared/ids/ids.ts'
import type { MemberPrincipal } from '../../../shared/permissions/principal.ts'
import type { MeetingFacts } from '../../../shared/permissions/room-access.ts'
import { Commands } from '../../commands/commands.ts'
import { WatchedJournal } from '../../commands/testing/command-room.ts'
import type { Journal } from '../../journal/journal.ts'
import { copyOf, writeCopy } from '../../ledger/ledger-copy.ts'
import { Combinations } from '../../merge/combinations.ts'
import { Merges } from '../../merge/merges.ts'
import type { Meeting, Member } from '../../registry/registry-shape.ts'
import { testMeeting, testMember } from '../../registry/testing/meeting.ts'
import type { Room } from '../../sync/room.ts'
import { Rooms } from '../../sync/rooms.ts'
import { seedOf } from '../../sync/seed.ts'
import type { BracketRegistry } from '../bracket-facts.ts'
import { DraftItems, type Sender } from '../draft-items.ts'
import { draftingRoom, draftRoom, ledgerRoom, notesRoom } from '../room-names.ts'

const M1 = 'm1' as MeetingId
export const LEDGER = ledgerRoom(M1)
export const DRAFT = draftRoom(M1)
export const DRAFTING = draftingRoom(M1)
export const notesOf = (topic: string): RoomName => notesRoom(M1, topic)

const topic = (number: number, cap: 'named' | 'region') => {
  return {
    number,
    title: `T${number}`,
    shortTitle: null,
    startsAt: null,
    endsAt: null,
    readers: 'all' as const,
    cap,
  }
}

/**
 * Meeting `m1` with topics t2, t1 (in this order on the agenda), its members, and the real rooms and commands over
 * simulated time.
 */
export class SimMeeting {
  readonly clock: SimClock
  readonly journal: Journal
  meeting: Meeting = testMeeting({ topics: { t1: topic(2, 'named'), t2: topic(1, 'region') } })
  readonly members = new Map<string, Member>(
    [
      testMember('eve', { role: 'chair' }),
      testMember('ann'),
      testMember('ben'),
      testMember('paul', { role: 'participant' }),
    ].map((member) => [member.id, member]),
  )
  rooms: Rooms
  commands: Commands
  merges: Merges
  combinations: Combinations
  items: DraftItems
  readonly #registry: BracketRegistry = {
    facts: (): MeetingFacts => {
      const topics = new Map(Object.entries(this.meeting.topics).map(([id, { readers }]) => [id, readers]))
      return { meeting: M1, phase: this.meeting.phase, topics }
    },
    member: (_, id) => this.members.get(id) ?? null,
    meeting: () => this.meeting,
  }
  #keys = 0

  constructor(clock = new SimClock(), journal: Journal = new WatchedJournal()) {
    this.clock = clock
    this.journal = journal
    const parts = this.#start()
    this.rooms = parts.rooms
    this.commands = parts.commands
    this.merges = parts.merges
    this.combinations = parts.combinations
    this.items = parts.items
  }

  /** Changes a topic's settings, as they are from the next load of the ledger on. */
  setTopic(id: string, change: Partial<Meeting['topics'][string]>): void {
    const { topics } = this.meeting
    const found = topics[id]
    if (found !== undefined)
      this.meeting = { ...this.meeting, topics: { ...topics, [id]: { ...found, ...change } } }
  }

  /** All that was only in memory is gone; the same disk is opened again. */
  restart(): void {
    this.rooms.committer.close()
    Object.assign(this, this.#start())
  }

  /** Somebody who sends a command, under a key of its own where none is given. */
  sender(member: string, key = `key-${++this.#keys}`): Sender {
    return { principal: this.principal(member), key }
  }

  principal(id: string): MemberPrincipal {
    const { role, mechanism, topics } = this.members.get(id) as Member
    return { kind: 'member', meeting: M1, member: id as MemberId, role, mechanism, topics }
  }

  /** What noting who asked for brackets leans on. */
  bracketContext(): { readonly commands: Commands; readonly registry: BracketRegistry } {
    return { commands: this.commands, registry: this.#registry }
  }

  /** Lets time go on until a promise is settled. */
  async settled<T>(promise: Promise<T>): Promise<T> {
    let isDone = false
    const note = (): void => {
      isDone = true
    }
    promise.then(note, note)
    for (let round = 0; !isDone && round < 1000; round++) await this.clock.advance(10)
    return promise
  }

  async room(name: RoomName): Promise<Room> {
    const parsed = parseRoomName(name)
    if (parsed === null) throw new Error(name)
    return this.settled(this.rooms.get(parsed.name, parsed.parts))
  }

  async doc(name: RoomName): Promise<Y.Doc> {
    return (await this.room(name)).document.doc
  }

  /** The draft as it is shown, each item as `section: words`. */
  async draft(): Promise<string[]> {
    return (await this.draftItems()).map((item) => `${item.section}: ${itemWords(item)}`)
  }

  async draftItems(): Promise<DraftItem[]> {
    return readItems(await this.doc(DRAFT), ['t2', 't1', 'general'])
  }

  #start(): Pick<SimMeeting, 'rooms' | 'commands' | 'merges' | 'combinations' | 'items'> {
    const { clock, journal } = this
    const rooms = new Rooms(
      journal,
      clock,
      (parts, isNew) => {
        if (parts.kind !== 'ledger') return seedOf(parts, isNew)
        return (doc) => writeCopy(doc, copyOf(this.meeting, [...this.members.values()]))
      },
      () => {},
    )
    const commands = new Commands(rooms, journal, clock)
    const registry = this.#registry
    return {
      rooms,
      commands,
      merges: new Merges({ rooms, commands, registry }),
      combinations: new Combinations({ commands, registry }),
      items: new DraftItems(commands, registry),
    }
  }
}
