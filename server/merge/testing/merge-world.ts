import { SimClock } from '../../../scripts/fuzz/network/sim-clock.ts'
import { SimJournal } from '../../../scripts/fuzz/network/sim-journal.ts'
import { Random } from '../../../scripts/fuzz/random.ts'
import { seenChars } from '../../../scripts/fuzz/text/view.ts'
import { findDraftItem } from '../../../shared/draft/draft-item.ts'
import { MinutaError } from '../../../shared/errors/errors.ts'
import type { RoomName } from '../../../shared/ids/ids.ts'
import type { Choice, MergeResult } from '../../../shared/merge/merge-plan.ts'
import { blockLength } from '../../../shared/text/block.ts'
import type { Sender } from '../../draft/draft-items.ts'
import { DRAFT, notesOf, SimMeeting } from '../../draft/testing/sim-meeting.ts'
import { Writer } from '../../draft/testing/writer.ts'
import { allOf, newIn } from './merging.ts'

/** A merge that somebody sent. It is sent again under its key until it is answered. */
export interface SentMerge {
  readonly sender: Sender
  readonly choices: readonly Choice[]
  /** What each passage said when it was chosen. */
  readonly words: ReadonlyMap<string, string>
  result: MergeResult | null
}

const PEOPLE = ['ann', 'ben'] as const
const OPERATIONS = {
  type: 30,
  line: 20,
  erase: 8,
  kind: 4,
  typeInDraft: 14,
  eraseInDraft: 5,
  merge: 12,
  mergeTwice: 3,
  undo: 2,
  move: 4,
  remove: 2,
  restore: 2,
  offline: 4,
  failing: 1,
  crash: 2,
}
export type WorldOperation = keyof typeof OPERATIONS

/** Two people note, merge, edit, move and undo at once, over a disk that fails and a server that dies. */
export class MergeWorld {
  readonly random: Random
  readonly meeting: SimMeeting
  readonly journal: SimJournal
  readonly counts = new Map<WorldOperation, number>()
  readonly merges: SentMerge[] = []
  /** Who typed each character: every character is typed once. */
  readonly authors = new Map<string, string>()
  readonly typedInDraft = new Set<string>()
  readonly erasedInNotes = new Set<string>()
  readonly erasedInDraft = new Set<string>()
  readonly removedByPeople = new Set<string>()
  readonly writers: { readonly writer: Writer; readonly room: RoomName }[] = []
  readonly #clock: SimClock
  #fresh = 0
  #waiting: Promise<unknown>[] = []

  constructor(seed: number) {
    this.random = new Random(seed)
    this.#clock = new SimClock()
    this.journal = new SimJournal(this.#clock, this.random)
    this.meeting = new SimMeeting(this.#clock, this.journal)
  }

  async run(steps: number): Promise<void> {
    for (const name of PEOPLE) {
      for (const room of [notesOf('t1'), notesOf('t2'), DRAFT]) {
        // Which of two letters typed at one place comes first is decided by clientIDs: a seed must give one run.
        const client = 1000 + this.random.int(0, 99) * 10 + this.writers.length
        this.writers.push({ writer: await Writer.enter(this.meeting, name, room, client), room })
      }
    }
    for (let step = 0; step < steps; step++) {
      const operation = this.random.weighted(OPERATIONS)
      this.counts.set(operation, (this.counts.get(operation) ?? 0) + 1)
      await this.#operate(operation)
      // Now and then a pause that is long enough for storage to be opened again.
      await this.#clock.advance(this.random.chance(0.06) ? 1500 : this.random.int(0, 40))
      if (this.random.chance(0.3)) await this.#comeBack()
    }
    await this.#settle()
  }

  async #operate(operation: WorldOperation): Promise<void> {
    const { random, meeting, journal } = this
    if (operation === 'merge' || operation === 'mergeTwice')
      await this.#merge(operation === 'mergeTwice' ? 2 : 1)
    else if (operation === 'undo') this.#undo()
    else if (operation === 'offline') random.pick(this.writers).writer.goOffline()
    else if (operation === 'failing') journal.failing = random.int(1, 2)
    else if (operation === 'crash') {
      if (random.chance(0.7)) journal.crash()
      for (const { writer } of this.writers) writer.goOffline()
      meeting.restart()
    } else if (operation === 'move' || operation === 'remove' || operation === 'restore')
      this.#arrange(operation)
    else this.#write(operation)
  }

  #write(operation: 'type' | 'line' | 'erase' | 'kind' | 'typeInDraft' | 'eraseInDraft'): void {
    const { random } = this
    const inDraft = operation === 'typeInDraft' || operation === 'eraseInDraft'
    const { writer } = random.pick(this.writers.filter(({ room }) => (room === DRAFT) === inDraft))
    const items = inDraft ? itemsIn(writer) : []
    if (inDraft && items.length === 0) return
    const item = inDraft ? random.pick(items) : undefined
    const blocks = writer.blocks(item)
    const line = random.int(0, blocks.length - 1)
    const length = blockLength(blocks[line] as (typeof blocks)[number])
    if (operation === 'type' || operation === 'typeInDraft') {
      const at = random.int(0, length)
      const formats = random.chance(0.2) ? { bold: true } : {}
      writer.type(line, at, at, { insert: this.#freshWords(writer.name, inDraft), formats }, item)
    } else if (operation === 'line') {
      const id = `${writer.name}${this.#fresh}`
      writer.addLine(line, id, this.#attributes(), this.#freshWords(writer.name, false), item)
    } else if (operation === 'kind') writer.mark(line, this.#attributes(), item)
    else if (length > 0) this.#erase(writer, line, length, item)
  }

  #erase(writer: Writer, line: number, length: number, item: string | undefined): void {
    const from = this.random.int(0, length - 1)
    const to = Math.min(length, from + this.random.int(1, 3))
    const before = seenChars(writer.blocks(item)).map(({ char }) => char)
    writer.type(line, from, to, { insert: '', formats: {} }, item)
    const after = new Set(seenChars(writer.blocks(item)).map(({ char }) => char))
    const erased = item === undefined ? this.erasedInNotes : this.erasedInDraft
    for (const char of before) if (!after.has(char)) erased.add(char)
  }

  #attributes(): Record<string, string> {
    const speaker = this.random.pick(['m:fra', 'm:chl'])
    const kind = this.random.chance(0.6) ? 'recommendation' : 'trend'
    return this.random.chance(0.7) ? { speaker, kind, lead: '1' } : { speaker }
  }

  #freshWords(author: string, inDraft: boolean): string {
    const chars = Array.from({ length: this.random.int(1, 4) }, () =>
      String.fromCodePoint(0x4e00 + this.#fresh++),
    )
    for (const char of chars) {
      this.authors.set(char, author)
      if (inDraft) this.typedInDraft.add(char)
    }
    return chars.join('')
  }

  async #merge(times: number): Promise<void> {
    const by = this.random.pick(PEOPLE)
    const planning = this.meeting.merges.plan(this.meeting.principal(by)).catch(toRefusal)
    const plan = await this.meeting.settled(planning)
    if (plan === null) return
    const choices = allOf(plan)
      .filter(() => this.random.chance(0.7))
      .map((choice) => this.#decide(choice))
    if (choices.length === 0) return
    const words = new Map(newIn(plan).map(({ topic, id, words }) => [`${topic}/${id}`, words]))
    // People look before they press; notes go on changing.
    for (let look = this.random.int(0, 3); look > 0; look--) {
      this.#write(this.random.pick(['type', 'erase', 'kind']))
      await this.#clock.advance(this.random.int(0, 30))
    }
    for (let time = 0; time < times; time++) {
      const who = time === 0 ? by : this.random.pick(PEOPLE)
      const merge: SentMerge = { sender: this.meeting.sender(who), choices, words, result: null }
      this.merges.push(merge)
      this.#send(merge)
    }
  }

  /** Now and then the draft is kept as it is, or an item goes with its passage. */
  #decide(choice: Choice): Choice {
    if (choice.item === undefined || this.random.chance(0.7)) return choice
    if (!choice.take) this.removedByPeople.add(choice.item)
    return { ...choice, take: !choice.take }
  }

  #send(merge: SentMerge): void {
    const answered = this.meeting.merges.apply(merge.sender, merge.choices).then(
      (result) => {
        merge.result = result
      },
      (error: unknown) => toRefusal(error),
    )
    this.#waiting.push(answered)
  }

  #undo(): void {
    const made = this.merges.filter(({ result }) => result?.merge != null)
    if (made.length === 0) return
    const merge = this.random.pick(made).result?.merge as number
    const sender = this.meeting.sender(this.random.pick(PEOPLE))
    this.#waiting.push(this.meeting.merges.undo(sender, merge).catch(toRefusal))
  }

  #arrange(operation: 'move' | 'remove' | 'restore'): void {
    const { random, meeting } = this
    const { writer } = random.pick(this.writers.filter(({ room }) => room === DRAFT))
    const items = itemsIn(writer)
    if (items.length === 0) return
    const id = random.pick(items)
    const sender = meeting.sender(random.pick(PEOPLE))
    if (operation === 'move') {
      const after = random.chance(0.3) ? null : random.pick(items)
      if (after === id) return
      const place = { section: random.pick(['t1', 't2', 'general']), after }
      this.#waiting.push(meeting.items.move(sender, id, place).catch(toRefusal))
    } else {
      if (operation === 'remove') this.removedByPeople.add(id)
      this.#waiting.push(meeting.items[operation](sender, id).catch(toRefusal))
    }
  }

  async #comeBack(): Promise<void> {
    for (const { writer, room } of this.writers) {
      if (writer.isOnline || this.meeting.rooms.committer.trouble !== null) continue
      await writer.goOnline(this.meeting, room).catch(toRefusal)
    }
    const open = this.merges.find(({ result }) => result === null)
    if (open !== undefined && this.random.chance(0.5)) this.#send(open)
  }

  /** Storage is well, everybody is online, every merge is answered. */
  async #settle(): Promise<void> {
    this.journal.failing = 0
    await this.#clock.advance(20_000)
    for (let round = 0; round < 5; round++) {
      await this.#comeBack()
      for (const merge of this.merges) if (merge.result === null) this.#send(merge)
      await this.#clock.advance(5000)
    }
    await this.meeting.settled(Promise.all(this.#waiting))
  }
}

/** Gives the items that a writer knows, in an order that doesn't hang on their ids, which are random. */
function itemsIn({ doc }: Writer): string[] {
  const ids = [...doc.getMap('items').keys()]
  const placeOf = (id: string): string => {
    const item = findDraftItem(doc, id)
    return `${item?.section}/${item?.rank}`
  }
  return ids.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
}

/** A refusal on purpose is part of the play; anything else is a fault. */
function toRefusal(error: unknown): null {
  const isOurs = error instanceof MinutaError && ['storage', 'conflict', 'not-found'].includes(error.code)
  const isStorage = error instanceof Error && ['JournalError', 'RoomStopped'].includes(error.name)
  if (!isOurs && !isStorage) throw error
  return null
}
