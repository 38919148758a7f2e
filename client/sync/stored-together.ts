import * as Y from 'yjs'

/** What others write is stored together, so long after the first of it, in milliseconds. */
const OTHERS_MS = 500

/**
 * Stores a document's updates: with twenty who type, each letter would else be a write of its own. Invariants:
 * 1. What is written here is stored at once.
 * 2. All that came before an update is stored with it or earlier: nothing stored builds on something that is not.
 */
export class StoredTogether {
  readonly #doc: Y.Doc
  readonly #store: (update: Uint8Array) => void
  readonly #source: unknown
  #waiting: Uint8Array[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #handle = (update: Uint8Array, origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void => {
    if (origin === this.#source) return
    this.#waiting.push(update)
    if (local) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), OTHERS_MS)
  }

  /** `source`: the origin of what comes from the store itself. */
  constructor(doc: Y.Doc, source: unknown, store: (update: Uint8Array) => void) {
    this.#doc = doc
    this.#source = source
    this.#store = store
    doc.on('update', this.#handle)
  }

  /** Stores what waits. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const waiting = this.#waiting
    this.#waiting = []
    const [first] = waiting
    if (first !== undefined) this.#store(waiting.length === 1 ? first : Y.mergeUpdates(waiting))
  }

  /** Takes no more; what waits is stored if `keeps`. */
  stop(keeps: boolean): void {
    this.#doc.off('update', this.#handle)
    if (!keeps) this.#waiting = []
    this.flush()
  }
}
