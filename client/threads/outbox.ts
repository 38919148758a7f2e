import { ApiError } from '../api/api-error.ts'
import type { Entry, Wish } from './wish.ts'

/** What an outbox stands on; tests give their own. */
export interface OutboxPorts {
  /** Gives what this device keeps, also of earlier pages and other tabs. */
  read(): readonly Entry[]
  /** Keeps an entry; false where this device cannot. */
  keep(entry: Entry): boolean
  letGo(entry: string): void
  send(wish: Wish, key: string): Promise<void>
  now(): number
  newId(): string
  after(ms: number, run: () => void): () => void
}

/** From a first failure to later ones: somebody who waits for the connection sees it come back soon. */
const FIRST_PAUSE_MS = 2000
const LONGEST_PAUSE_MS = 30_000
/** How long a room may take to tell what the server has said already. */
const TOLD_WITHIN_MS = 5000

/** Over a minute: after that the words are not on their way, they were not taken. */
const EARLY_TRIES = 7

/**
 * Wishes on their way to the server (TH3). Invariants:
 * 1. Entries go in the order in which they were wished, one at a time; what follows a refused entry of the same thread
 *    waits behind it.
 * 2. An entry is kept on this device until the server has answered that it is done, or its writer lets it go.
 * 3. No answer is no refusal: the same question goes again under the same key.
 */
export class Outbox {
  readonly #ports: OutboxPorts
  readonly #listeners = new Set<() => void>()
  readonly #early = new Map<string, number>()
  #entries: readonly Entry[]
  #isSending = false
  #pauseMs = FIRST_PAUSE_MS
  #stopWaiting: (() => void) | null = null
  /** Entries that this device could not keep: they are on this page alone. */
  readonly #unkept = new Set<string>()
  #isClosed = false

  constructor(ports: OutboxPorts) {
    this.#ports = ports
    this.#entries = inOrder(ports.read())
  }

  /** Everything on its way, and what was sent a moment ago; a new list at each change. */
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
      each.id === id || (entry.wish.does === 'open' && each.wish.thread === entry.wish.thread)
    for (const each of this.#entries.filter(goes)) this.#ports.letGo(each.id)
    this.#set(this.#entries.filter((each) => !goes(each)))
    this.poke()
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

  close(): void {
    this.#isClosed = true
    this.#stopWaiting?.()
    this.#listeners.clear()
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      for (let next = this.#next(); next !== null && !this.#isClosed; next = this.#next()) {
        if (!(await this.#sendOne(next))) break
      }
    } finally {
      this.#isSending = false
    }
  }

  /** Whether others may follow now. */
  async #sendOne(entry: Entry): Promise<boolean> {
    try {
      await this.#ports.send(entry.wish, entry.key)
    } catch (error) {
      if (error instanceof ApiError && (comesBack(error) || this.#isEarly(error, entry))) {
        this.#wait()
        return false
      }
      const refused = refusalOf(error)
      this.#replace(entry.id, { ...entry, refused })
      return true
    }
    this.#pauseMs = FIRST_PAUSE_MS
    this.#ports.letGo(entry.id)
    this.#set(this.#entries.map((each) => (each.id === entry.id ? { ...each, isSent: true } : each)))
    this.#ports.after(TOLD_WITHIN_MS, () => this.#set(this.#entries.filter(({ id }) => id !== entry.id)))
    return true
  }

  /** The words that a passage stands on travel by another way, and may arrive a little later. */
  #isEarly({ code }: ApiError, { id }: Entry): boolean {
    const tries = (this.#early.get(id) ?? 0) + 1
    this.#early.set(id, tries)
    return code === 'passage-unknown' && tries <= EARLY_TRIES
  }

  #next(): Entry | null {
    const stuck = new Set<string>()
    for (const { wish, refused, isSent, ...entry } of this.#entries) {
      if (isSent) continue
      if (refused !== null) stuck.add(wish.thread)
      else if (!stuck.has(wish.thread)) return { ...entry, wish, refused, isSent }
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
    if (this.#ports.keep(entry)) this.#unkept.delete(entry.id)
    else this.#unkept.add(entry.id)
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries
    for (const listener of [...this.#listeners]) listener()
  }
}

/** No answer, or one that the next try may not get: too many questions, a sign-in that ended, a server in trouble. */
function comesBack({ status }: ApiError): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500
}

function refusalOf(error: unknown): Entry['refused'] {
  if (error instanceof ApiError) return { code: error.code, message: error.message, hint: error.hint }
  return { code: 'internal', message: String(error), hint: '' }
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((one, other) => one.at - other.at)
}
