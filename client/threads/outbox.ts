import { ApiError } from '../api/api-error.ts'
import { AnswerJudge, type Circumstances, type Verdict } from './answer-judge.ts'
import { isTold } from './is-told.ts'
import type { ShownThread } from './thread.ts'
import { type Entry, roomOf, threadKey, type Wish } from './wish.ts'

/** What an outbox stands on; tests give their own. */
export interface OutboxPorts extends Circumstances {
  /** Gives what this device keeps, also of earlier pages and other tabs. */
  read(): readonly Entry[]
  /** Keeps an entry; false where this device cannot. */
  keep(entry: Entry): boolean
  letGo(entry: string): void
  send(wish: Wish, key: string): Promise<void>
  newId(): string
  after(ms: number, run: () => void): () => void
}

/** From a first failure to later ones: somebody who waits for the connection sees it come back soon. */
const FIRST_PAUSE_MS = 2000
const LONGEST_PAUSE_MS = 30_000
/** Longer than a dead socket passes for a live one: within it a room that is online has told all it knows. */
const TOLD_WITHIN_MS = 30_000

/**
 * Wishes on their way to the server (TH3). Invariants:
 * 1. Entries go in the order in which they were wished, one at a time; what follows a refused entry of the same thread
 *    waits behind it.
 * 2. An entry is kept on this device until the server has answered that it is done, or its writer lets it go. After it
 *    was closed or has forgotten, nothing is.
 * 3. No answer is no refusal: the same question goes again under the same key.
 * 4. What was sent is among the entries until its room has told it.
 */
export class Outbox {
  readonly #ports: OutboxPorts
  readonly #listeners = new Set<() => void>()
  readonly #judge: AnswerJudge
  #entries: readonly Entry[]
  #isSending = false
  #pauseMs = FIRST_PAUSE_MS
  #stopWaiting: (() => void) | null = null
  /** Entries that this device could not keep: they are on this page alone. */
  readonly #unkept = new Set<string>()
  #isClosed = false

  constructor(ports: OutboxPorts) {
    this.#ports = ports
    this.#judge = new AnswerJudge(ports)
    this.#entries = inOrder(ports.read())
  }

  /** Everything on its way, and what was sent and not told yet; a new list at each change. */
  readonly entries = (): readonly Entry[] => this.#entries

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether something that waits is on this page alone, since this device could not keep it. */
  get cannotKeep(): boolean {
    return this.#entries.some(({ id, isSent }) => !isSent && this.#unkept.has(id))
  }

  /** Takes a wish and sends it as soon as its turn comes. */
  add(wish: Wish): void {
    const last = this.#entries.at(-1)?.at ?? 0
    // Two wishes of one millisecond keep their order.
    const at = Math.max(this.#ports.now(), last + 1)
    const entry: Entry = {
      id: this.#ports.newId(),
      key: this.#ports.newId(),
      at,
      wish,
      refused: null,
      isSent: false,
    }
    this.#keep(entry)
    this.#set([...this.#entries, entry])
    this.poke()
  }

  /** Asks for a refused wish again. */
  again(id: string): void {
    const entry = this.#entries.find((each) => each.id === id)
    if (entry === undefined || entry.refused === null) return
    this.#judge.startAgain(id)
    // Under the old key the server would only repeat its answer.
    const next = { ...entry, key: this.#ports.newId(), refused: null }
    this.#keep(next)
    this.#set(this.#entries.map((each) => (each.id === id ? next : each)))
    this.poke()
  }

  /** Gives a wish up, and with the opening of a thread all that was to go into it. */
  letGo(id: string): void {
    const entry = this.#entries.find((each) => each.id === id)
    if (entry === undefined) return
    const goes = (each: Entry): boolean =>
      each.id === id || (entry.wish.does === 'open' && keyOf(each.wish) === keyOf(entry.wish))
    for (const each of this.#entries.filter(goes)) this.#ports.letGo(each.id)
    this.#set(this.#entries.filter((each) => !goes(each)))
    this.poke()
  }

  /** A room has told how its threads stand. */
  readonly told = (threads: readonly ShownThread[]): void => {
    const left = this.#entries.filter(({ isSent, wish }) => !isSent || !isTold(wish, threads))
    if (left.length < this.#entries.length) this.#set(left)
  }

  /** The connection may be back: what waits is tried at once. */
  readonly poke = (): void => {
    this.#stopWaiting?.()
    this.#stopWaiting = null
    void this.#sendAll()
  }

  /** Another tab changed what this device keeps. */
  readonly readAgain = (): void => {
    const kept = this.#ports.read()
    const known = new Map(this.#entries.map((entry) => [entry.id, entry]))
    const mine = this.#entries.filter(({ id, isSent }) => isSent || this.#unkept.has(id))
    const waiting = kept.filter(({ id }) => known.get(id)?.isSent !== true)
    this.#set(inOrder([...mine, ...waiting]))
    this.poke()
  }

  /** Lets everything go: its writer has signed out, here or in another tab. */
  readonly forget = (): void => {
    for (const { id } of this.#entries) this.#ports.letGo(id)
    this.#unkept.clear()
    this.#set([])
  }

  close(): void {
    this.#isClosed = true
    this.#stopWaiting?.()
    this.forget()
    this.#listeners.clear()
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    const aside = new Set<string>()
    try {
      for (let next = this.#next(aside); next !== null && !this.#isClosed; next = this.#next(aside)) {
        const verdict = await this.#sendOne(next)
        if (verdict === 'aside') aside.add(keyOf(next.wish))
        if (verdict === 'later') break
      }
      if (this.#next(new Set()) !== null) this.#wait()
    } finally {
      this.#isSending = false
    }
  }

  async #sendOne(entry: Entry): Promise<Verdict> {
    try {
      await this.#ports.send(entry.wish, entry.key)
    } catch (error) {
      const verdict = this.#judge.judge(error, entry)
      if (verdict === 'refused') this.#replace(entry.id, { ...entry, refused: refusalOf(error) })
      if (verdict !== 'done') return verdict
    }
    this.#pauseMs = FIRST_PAUSE_MS
    this.#judge.startAgain(entry.id)
    this.#ports.letGo(entry.id)
    this.#set(this.#entries.map((each) => (each.id === entry.id ? { ...each, isSent: true } : each)))
    // A comment is known by its id. A change may be changed again before anybody looks, and is then never seen as it was.
    if (entry.wish.does !== 'open' && entry.wish.does !== 'reply') this.#dropOnceTold(entry)
    return 'done'
  }

  #dropOnceTold(entry: Entry): void {
    this.#ports.after(TOLD_WITHIN_MS, () => {
      if (!this.#entries.some(({ id }) => id === entry.id)) return
      const link = this.#ports.linkOf(roomOf(entry.wish))
      if (link?.isOnline === true && this.#ports.now() - link.since >= TOLD_WITHIN_MS)
        this.#set(this.#entries.filter(({ id }) => id !== entry.id))
      else this.#dropOnceTold(entry)
    })
  }

  /** `aside`: threads that wait for the next time. */
  #next(aside: ReadonlySet<string>): Entry | null {
    const stuck = new Set(aside)
    for (const entry of this.#entries) {
      if (entry.isSent) continue
      const thread = keyOf(entry.wish)
      if (entry.refused !== null) stuck.add(thread)
      else if (!stuck.has(thread)) return entry
    }
    return null
  }

  #wait(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = this.#ports.after(this.#pauseMs, this.poke)
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2)
  }

  #replace(id: string, next: Entry): void {
    // Let go while the answer was on its way: nothing comes back.
    if (!this.#entries.some((each) => each.id === id)) return
    this.#keep(next)
    this.#set(this.#entries.map((each) => (each.id === id ? next : each)))
  }

  #keep(entry: Entry): void {
    if (!this.#isClosed && this.#ports.keep(entry)) this.#unkept.delete(entry.id)
    else this.#unkept.add(entry.id)
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries
    for (const listener of [...this.#listeners]) listener()
  }
}

function keyOf(wish: Wish): string {
  return threadKey(roomOf(wish), wish.thread)
}

function refusalOf(error: unknown): Entry['refused'] {
  if (error instanceof ApiError) return { code: error.code, message: error.message, hint: error.hint }
  return { code: 'internal', message: String(error), hint: '' }
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((one, other) => one.at - other.at)
}
