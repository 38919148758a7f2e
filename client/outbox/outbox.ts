import { ApiError } from '../api/api-error.ts'
import { AnswerJudge, type Circumstances, type Verdict } from './answer-judge.ts'
import type { Entry, Refusal, Ways } from './entry.ts'
import { splitEntries } from './split-entries.ts'

/** What an outbox stands on; tests give their own. */
export interface OutboxPorts<Wish> extends Circumstances {
  waysOf(wish: Wish): Ways
  /** Gives a wish as it is without a thing that is not made after all; null: it goes with it. */
  without(wish: Wish, gone: Wish): Wish | null
  /** Gives what this device keeps, also of earlier pages and other tabs. */
  read(): readonly Entry<Wish>[]
  /** Keeps an entry; false where this device cannot. */
  keep(entry: Entry<Wish>): boolean
  letGo(entry: string): void
  /** Asks the server, until `signal` says that the question is given up. */
  send(wish: Wish, key: string, signal: AbortSignal): Promise<unknown>
  /** Whether the browser itself says that it has no network: then no question leaves this device. */
  isCut(): boolean
  newId(): string
  after(ms: number, run: () => void): () => void
}

/** Hears what the server answered to a wish that it has carried out. */
export type AnswerListener<Wish> = (wish: Wish, answer: unknown) => void

/** From a first failure to later ones: somebody who waits for the connection sees it come back soon. */
const FIRST_PAUSE_MS = 2000
const LONGEST_PAUSE_MS = 30_000
/** Longer than a dead socket passes for a live one: within it a room that is online has told all it knows. */
const TOLD_WITHIN_MS = 30_000

/**
 * Wishes on their way to the server (TH3, DR1). Invariants:
 * 1. Entries go in the order in which they were wished, one at a time; what is of the same thing as a refused entry, or
 *    builds on it, waits behind it.
 * 2. An entry is kept on this device until the server has answered that it is done, or its writer lets it go. After it
 *    was closed or has forgotten, nothing is.
 * 3. No answer is no refusal: the same question goes again under the same key.
 * 4. What was sent is among the entries until its room has told it.
 * 5. What may have reached the server is never taken out as if it had not been wished.
 */
export class Outbox<Wish> {
  readonly #ports: OutboxPorts<Wish>
  readonly #listeners = new Set<() => void>()
  readonly #answerListeners = new Set<AnswerListener<Wish>>()
  readonly #judge: AnswerJudge
  #entries: readonly Entry<Wish>[]
  #isSending = false
  #pauseMs = FIRST_PAUSE_MS
  #stopWaiting: (() => void) | null = null
  /** Entries that this device could not keep: they are on this page alone. */
  readonly #unkept = new Set<string>()
  #isClosed = false
  /** The entry whose answer is waited for; `wasCut`: there was no network when it was asked for. */
  #asked: { readonly id: string; readonly wasCut: boolean; readonly giveUp: AbortController } | null = null

  constructor(ports: OutboxPorts<Wish>) {
    this.#ports = ports
    this.#judge = new AnswerJudge(ports)
    this.#entries = inOrder(ports.read())
  }

  /** Everything on its way, and what was sent and not told yet; a new list at each change. */
  readonly entries = (): readonly Entry<Wish>[] => this.#entries

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly onAnswer = (listener: AnswerListener<Wish>): (() => void) => {
    this.#answerListeners.add(listener)
    return () => this.#answerListeners.delete(listener)
  }

  /** Whether something that waits is on this page alone, since this device could not keep it. */
  get cannotKeep(): boolean {
    return this.#entries.some(({ id, isSent }) => !isSent && this.#unkept.has(id))
  }

  /** Takes a wish and sends it as soon as its turn comes; gives its entry's id. */
  add(wish: Wish, id: string = this.#ports.newId()): string {
    const last = this.#entries.at(-1)?.at ?? 0
    // Two wishes of one millisecond keep their order.
    const at = Math.max(this.#ports.now(), last + 1)
    const key = this.#ports.newId()
    const entry: Entry<Wish> = { id, key, at, wish, refused: null, isTried: false, isSent: false }
    this.#keep(entry)
    this.#set([...this.#entries, entry])
    this.poke()
    return id
  }

  /** Takes a wish out as if there had never been one; false: it may have reached the server, or is known no more. */
  takeOut(id: string): boolean {
    // Another tab may have tried it.
    const kept = this.#ports.read().find((each) => each.id === id)
    const entry = kept ?? this.#entries.find((each) => each.id === id && this.#unkept.has(id))
    if (entry === undefined || entry.isTried) return false
    const asked = this.#asked?.id === id ? this.#asked : null
    if (asked !== null && !(asked.wasCut && this.#ports.isCut())) return false
    asked?.giveUp.abort()
    this.letGo(id)
    return true
  }

  /** Asks for a refused wish again. */
  again(id: string): void {
    const entry = this.#entries.find((each) => each.id === id)
    if (entry === undefined || entry.refused === null) return
    this.#judge.startAgain(id)
    // Under the old key the server would only repeat its answer.
    const next: Entry<Wish> = { ...entry, key: this.#ports.newId(), refused: null }
    this.#keep(next)
    this.#set(this.#entries.map((each) => (each.id === id ? next : each)))
    this.poke()
  }

  /** Gives a wish up, and with one that makes a thing all that was to happen to this. */
  letGo(id: string): void {
    const entry = this.#entries.find((each) => each.id === id)
    if (entry === undefined) return
    const left = this.#entries.flatMap((each) => this.#withoutEntry(each, entry))
    const kept = new Set(left.map((each) => each.id))
    for (const each of this.#entries) if (!kept.has(each.id)) this.#ports.letGo(each.id)
    this.#set(left)
    this.poke()
  }

  /** A room has told something: what was sent and is told needs not be shown by itself any more. */
  readonly told = (isTold: (entry: Entry<Wish>) => boolean): void => {
    const left = this.#entries.filter((entry) => !entry.isSent || !isTold(entry))
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
    this.#answerListeners.clear()
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    const aside = new Set<string>()
    try {
      for (let next = this.#next(aside); next !== null && !this.#isClosed; next = this.#next(aside)) {
        const verdict = await this.#sendOne(next)
        if (verdict === 'aside') aside.add(this.#waysOf(next).of)
        if (verdict === 'later') break
      }
      if (this.#next() !== null) this.#wait()
    } finally {
      this.#isSending = false
    }
  }

  async #sendOne(entry: Entry<Wish>): Promise<Verdict> {
    if (this.#isGone(entry)) {
      this.#set(this.#entries.filter(({ id }) => id !== entry.id))
      return 'done'
    }
    const wasCut = this.#ports.isCut()
    const tried = { ...entry, isTried: true }
    // Said before, since the page may be closed before there is an answer. Without a change nothing is written: other
    // tabs hear of each writing, and try as well.
    if (!entry.isTried && !wasCut) this.#replace(tried)
    const giveUp = new AbortController()
    this.#asked = { id: entry.id, wasCut, giveUp }
    let answer: unknown
    try {
      answer = await this.#ports.send(entry.wish, entry.key, giveUp.signal)
    } catch (error) {
      const verdict = this.#judge.judge(error, entry.id, this.#waysOf(entry))
      if (verdict === 'refused') this.#replace({ ...tried, refused: refusalOf(error) })
      else if (!entry.isTried && wasCut && !this.#ports.isCut()) this.#replace(tried)
      if (verdict !== 'done') return verdict
    } finally {
      this.#asked = null
    }
    this.#pauseMs = FIRST_PAUSE_MS
    this.#judge.startAgain(entry.id)
    this.#ports.letGo(entry.id)
    this.#set(this.#entries.map((each) => (each.id === entry.id ? { ...tried, isSent: true } : each)))
    // What was made is known by its id. A change may be changed again before anybody looks, and is then never seen as it
    // was.
    if (this.#waysOf(entry).makes === null) this.#dropOnceTold(entry)
    for (const listener of [...this.#answerListeners]) listener(entry.wish, answer)
    return 'done'
  }

  /** Another tab has sent it or let it go, and this one has not heard of it yet. */
  #isGone({ id }: Entry<Wish>): boolean {
    return !this.#unkept.has(id) && !this.#ports.read().some((kept) => kept.id === id)
  }

  #dropOnceTold(entry: Entry<Wish>): void {
    this.#ports.after(TOLD_WITHIN_MS, () => {
      if (!this.#entries.some(({ id }) => id === entry.id)) return
      const link = this.#ports.linkOf(this.#waysOf(entry).room)
      if (link?.isOnline === true && this.#ports.now() - link.since >= TOLD_WITHIN_MS)
        this.#set(this.#entries.filter(({ id }) => id !== entry.id))
      else this.#dropOnceTold(entry)
    })
  }

  /** `aside`: things that wait for the next time. */
  #next(aside: ReadonlySet<string> = new Set()): Entry<Wish> | null {
    return splitEntries(this.#entries, this.#ports.waysOf, aside).waiting[0] ?? null
  }

  #withoutEntry(each: Entry<Wish>, gone: Entry<Wish>): Entry<Wish>[] {
    if (each.id === gone.id) return []
    const wish = this.#waysOf(gone).makes === 'thing' ? this.#ports.without(each.wish, gone.wish) : each.wish
    if (wish === null || wish === each.wish) return wish === null ? [] : [each]
    const next = { ...each, wish }
    this.#keep(next)
    return [next]
  }

  #waysOf({ wish }: Entry<Wish>): Ways {
    return this.#ports.waysOf(wish)
  }

  #wait(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = this.#ports.after(this.#pauseMs, this.poke)
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2)
  }

  #replace(next: Entry<Wish>): void {
    // Let go while the answer was on its way: nothing comes back.
    if (!this.#entries.some(({ id }) => id === next.id)) return
    this.#keep(next)
    this.#set(this.#entries.map((each) => (each.id === next.id ? next : each)))
  }

  #keep(entry: Entry<Wish>): void {
    if (!this.#isClosed && this.#ports.keep(entry)) this.#unkept.delete(entry.id)
    else this.#unkept.add(entry.id)
  }

  #set(entries: readonly Entry<Wish>[]): void {
    this.#entries = entries
    for (const listener of [...this.#listeners]) listener()
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof ApiError) return { code: error.code, message: error.message, hint: error.hint }
  return { code: 'internal', message: String(error), hint: '' }
}

function inOrder<Wish>(entries: readonly Entry<Wish>[]): readonly Entry<Wish>[] {
  return [...entries].sort((one, other) => one.at - other.at)
}
