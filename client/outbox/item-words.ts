import { nanoid } from 'nanoid'
import { isOn, type Keeper, keep, letGo, readKept } from './kept-words.ts'
import { PerKeeper } from './per-keeper.ts'

interface KeptWords {
  readonly text: string
  /** When they were begun, by this device's clock, in milliseconds since 1970. */
  readonly at: number
}

/** What words stand on beside the browser's storage; tests give their own. */
export interface WordsPorts {
  now(): number
  newId(): string
  /** Calls back once no other tab has words of this name in its hands; gives the way to hand them on. */
  claim(name: string, granted: () => void): () => void
}

/**
 * Words that were typed for items of the draft before these were there (DR1), on this device until they are in them.
 * Invariants:
 * 1. The words of an item are changed, and brought into it, by one tab alone: the one that has claimed them.
 * 2. Words are let go of in the turn in which they are taken.
 */
export class ItemWords {
  readonly #keeper: Keeper
  readonly #ports: WordsPorts
  readonly #listeners = new Set<() => void>()
  /** Words that this device could not keep: they are on this page alone. */
  readonly #unkept = new Set<string>()
  readonly #claims = new Map<string, { isMine: boolean; handOn: () => void }>()
  /** Items that this page shows a field for: nobody brings their words but who types there. */
  readonly #held = new Map<string, number>()
  #words: ReadonlyMap<string, KeptWords>
  #isClosed = false
  /** The id of the next new item, whose words are in this tab's hands already. */
  #next: string | null = null

  constructor(keeper: Keeper, ports: WordsPorts) {
    this.#keeper = keeper
    this.#ports = ports
    this.#words = this.#read()
  }

  /** All of them, by item; a new map at each change. */
  readonly all = (): ReadonlyMap<string, KeptWords> => this.#words

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether words are on this page alone, since this device could not keep them. */
  get cannotKeep(): boolean {
    return this.#unkept.size > 0
  }

  /** Claims the words of the next new item: a browser takes a moment for it, and other tabs hear of items at once. */
  prepare(): void {
    if (this.#next !== null) return
    this.#next = this.#ports.newId()
    this.#claim(this.#next, true)
  }

  /** Gives the id of a new item, whose words are in this tab's hands. */
  newItem(): string {
    this.prepare()
    const item = this.#next ?? ''
    this.#next = null
    this.prepare()
    return item
  }

  /** Asks for the words of an item, which another tab may have in its hands. */
  claim(item: string): void {
    this.#claim(item, false)
  }

  #claim(item: string, isNew: boolean): void {
    if (this.#claims.has(item) || this.#isClosed) return
    const claim = { isMine: isNew, handOn: (): void => undefined }
    this.#claims.set(item, claim)
    const { member, meeting } = this.#keeper
    claim.handOn = this.#ports.claim(`${member}:${meeting}:${item}`, () => {
      claim.isMine = true
      // As the other tab has left them.
      this.readAgain()
    })
  }

  /** Whether this tab alone has the words of an item in its hands. */
  isMine(item: string): boolean {
    return this.#claims.get(item)?.isMine === true
  }

  /** Claims the words of an item for a field of this page, until the returned function is called. */
  hold(item: string): () => void {
    this.#held.set(item, (this.#held.get(item) ?? 0) + 1)
    this.claim(item)
    return () => {
      const others = (this.#held.get(item) ?? 1) - 1
      if (others > 0) this.#held.set(item, others)
      else this.#held.delete(item)
      // Nothing is left that somebody would have to bring.
      if (others === 0 && !this.#words.has(item)) this.#handOn(item)
      this.#changed(this.#words)
    }
  }

  /** Whether the words of an item are to be brought into it by this page, from outside a field. */
  mayBring(item: string): boolean {
    return this.isMine(item) && !this.#held.has(item)
  }

  /** Keeps what stands in an item's field. */
  set(item: string, text: string): void {
    const words = { text, at: this.#words.get(item)?.at ?? this.#ports.now() }
    if (text === '') letGo('item', this.#keeper, item)
    if (text === '' || (!this.#isClosed && keep('item', this.#keeper, item, words))) this.#unkept.delete(item)
    else this.#unkept.add(item)
    const next = new Map(this.#words)
    if (text === '') next.delete(item)
    else next.set(item, words)
    this.#changed(next)
  }

  /** Gives the words of an item away, and keeps them no longer. */
  take(item: string): string {
    const text = this.#words.get(item)?.text ?? ''
    this.set(item, '')
    if (!this.#held.has(item)) this.#handOn(item)
    return text
  }

  /** Another tab changed what this device keeps. */
  readonly readAgain = (): void => {
    const mine = [...this.#words].filter(([item]) => this.#unkept.has(item))
    this.#changed(new Map([...this.#read(), ...mine]))
  }

  /** Lets everything go: its writer has signed out, here or in another tab. */
  readonly forget = (): void => {
    for (const item of this.#words.keys()) letGo('item', this.#keeper, item)
    this.#unkept.clear()
    this.#changed(new Map())
  }

  /** Keeps nothing more on this device. */
  close(): void {
    this.#isClosed = true
    this.forget()
    for (const item of [...this.#claims.keys()]) this.#handOn(item)
    this.#listeners.clear()
  }

  #handOn(item: string): void {
    this.#claims.get(item)?.handOn()
    this.#claims.delete(item)
  }

  #read(): ReadonlyMap<string, KeptWords> {
    return new Map(
      [...readKept('item', this.#keeper)].flatMap(([item, value]) => {
        const { text, at } = (value ?? {}) as Partial<KeptWords>
        return typeof text === 'string' && typeof at === 'number' ? [[item, { text, at }] as const] : []
      }),
    )
  }

  #changed(words: ReadonlyMap<string, KeptWords>): void {
    this.#words = words
    for (const listener of [...this.#listeners]) listener()
  }
}

const ofPage = new PerKeeper((keeper) => {
  const made = new ItemWords(keeper, { now: Date.now, newId: () => nanoid(), claim: claimLock })
  window.addEventListener('storage', ({ key }) => {
    if (isOn('item', keeper, key)) made.readAgain()
  })
  return made
})

/** Gives a member's words for items that are not there yet, in a meeting: one for the page. */
export function itemWordsOf(keeper: Keeper): ItemWords {
  return ofPage.of(keeper)
}

/** Forgets the words of a member, who signs out. */
export function forgetItemWords(member: string): void {
  ofPage.close(member)
}

/** The browser hands a lock on when its tab closes. It knows none where a page is not served safely. */
function claimLock(name: string, granted: () => void): () => void {
  let handOn = (): void => undefined
  const held = new Promise<void>((resolve) => {
    handOn = resolve
  })
  const giveUp = new AbortController()
  const { locks } = navigator as { readonly locks?: LockManager }
  if (locks === undefined) {
    queueMicrotask(() => {
      if (!giveUp.signal.aborted) granted()
    })
    return () => giveUp.abort()
  }
  const options = { signal: giveUp.signal }
  locks
    .request(`minuta.item:${name}`, options, () => {
      granted()
      return held
    })
    .catch(() => undefined)
  return () => {
    giveUp.abort()
    handOn()
  }
}
