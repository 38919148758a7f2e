import MiniSearch from 'minisearch'
import { fold } from '../../shared/names/fold.ts'
import type { SearchEntry } from './search-entry.ts'

/** More would not be read. */
const MOST = 60

/** Words this long may have one letter wrong in five. */
const LONG_WORD = 5

interface Indexed {
  readonly id: string
  readonly text: string
  readonly speaker: string
}

/** Finds words in the texts of a meeting, on this device: without accents, hamza or the Arabic article. */
export class SearchIndex {
  readonly #entries = new Map<string, SearchEntry>()
  readonly #order = new Map<string, number>()
  readonly #index = new MiniSearch<Indexed>({
    fields: ['text', 'speaker'],
    tokenize: (text) => fold(text).split(' '),
    processTerm: (term) => formsOf(term),
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length >= LONG_WORD ? 0.2 : false),
      processTerm: (term) => term || null,
    },
  })

  /** `speakerOf` names who speaks in the reader's language, so that their lines are found by it. */
  constructor(entries: readonly SearchEntry[], speakerOf: (speaker: string | null) => string) {
    for (const [index, entry] of entries.entries()) {
      this.#entries.set(entry.id, entry)
      this.#order.set(entry.id, index)
    }
    this.#index.addAll(
      [...this.#entries.values()].map(({ id, text, speaker }) => ({ id, text, speaker: speakerOf(speaker) })),
    )
  }

  /** Gives what holds all of the words, the best first taken, in the order of the meeting. */
  find(words: string): SearchEntry[] {
    const place = (id: string): number => this.#order.get(id) ?? 0
    return this.#index
      .search(words)
      .slice(0, MOST)
      .map(({ id }) => String(id))
      .sort((one, other) => place(one) - place(other))
      .flatMap((id) => this.#entries.get(id) ?? [])
  }
}

/** Arabic writes its article onto the word; people search for the word. */
function formsOf(term: string): string[] | null {
  if (term === '') return null
  const bare = term.replace(/^(و|ب)?ال(?=\S{2})/, '')
  return bare === term ? [term] : [term, bare]
}
