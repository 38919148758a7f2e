import type { Advice } from '../../../shared/draft/advice/advice.ts'
import type { DraftDesk } from './draft-desk.ts'

/** Advice on words of an item, as they read when it was given. */
export interface GivenAdvice {
  readonly advice: Advice
  readonly words: string
}

const NONE: readonly GivenAdvice[] = []

/** Holds the advice on each item of one document, for rows and panel to follow. Words that rest are read elsewhere. */
export class AdviceStore {
  readonly #listeners = new Set<() => void>()
  #byItem: ReadonlyMap<string, readonly GivenAdvice[]> = new Map()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same list as long as the advice is the same. */
  of(item: string): readonly GivenAdvice[] {
    return this.#byItem.get(item) ?? NONE
  }

  /** All advice, by item. */
  readonly all = (): ReadonlyMap<string, readonly GivenAdvice[]> => this.#byItem

  set(next: ReadonlyMap<string, readonly GivenAdvice[]>): void {
    this.#byItem = new Map([...next].map(([item, given]) => [item, kept(this.of(item), given)]))
    for (const listener of [...this.#listeners]) listener()
  }
}

const stores = new WeakMap<DraftDesk, AdviceStore>()

/** Gives the advice that is kept beside a document: gone with it. */
export function adviceStoreOf(desk: DraftDesk): AdviceStore {
  const store = stores.get(desk) ?? new AdviceStore()
  stores.set(desk, store)
  return store
}

function kept(before: readonly GivenAdvice[], now: readonly GivenAdvice[]): readonly GivenAdvice[] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
