/** What a mark of record asks of the page, which says it to the reader. `lines`: ids of the lines that it is about. */
export type MarkAsk =
  /** Whether these lines are to be kept for the drafting group. */
  | { readonly what: 'withhold'; readonly lines: readonly string[] }
  /** What a withheld passage holds. */
  | { readonly what: 'open'; readonly id: string }
  /** Whether these lines, placed on record, may be changed again. */
  | { readonly what: 'unlock'; readonly lines: readonly string[] }
  /** How much is told of who spoke, for a line's intervention. */
  | { readonly what: 'level'; readonly line: string }
  /** In which language these lines are. */
  | { readonly what: 'language'; readonly lines: readonly string[] }
  /** Nothing: it tells that lines were placed on record, that their wording is locked, what became of a gloss. */
  | { readonly what: 'placed' | 'locked' | 'glossed' | 'unglossed' }

/** Where marks of record ask the page: it listens while it stands. */
export class MarkAsks {
  readonly #listeners = new Set<(ask: MarkAsk) => void>()
  /** The page's part of it comes after the text: what was asked last before that is not lost. */
  #unheard: MarkAsk | null = null

  /** Calls back for each ask, until the function that it gives is called. */
  listen(listener: (ask: MarkAsk) => void): () => void {
    this.#listeners.add(listener)
    const unheard = this.#unheard
    this.#unheard = null
    if (unheard !== null) listener(unheard)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  ask(ask: MarkAsk): void {
    if (this.#listeners.size === 0) this.#unheard = ask
    for (const listener of [...this.#listeners]) listener(ask)
  }
}
