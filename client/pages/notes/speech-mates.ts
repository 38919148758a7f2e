import { PAUSE_MS } from './speech-turns.ts'

/** Where the reader's caret stands, and who else has theirs there. */
export interface InLine {
  /** Null: nowhere. */
  readonly line: string | null
  readonly others: readonly string[]
  readonly now: number
  /** When the reader did something last. */
  readonly acted: number
}

/** Who is in one line with the reader's caret: told at once when the reader comes, in a pause when they come. */
export class LineMates {
  #line: string | null = null
  #known: ReadonlySet<string> = new Set()

  /** Gives whom to tell of now, and in how many milliseconds to look again; null: not before something changes. */
  look({ line, others, now, acted }: InLine): {
    readonly say: readonly string[]
    readonly again: number | null
  } {
    const isHere = (member: string): boolean => others.includes(member)
    if (line !== this.#line) {
      this.#line = line
      this.#known = new Set(others)
      return { say: line === null ? [] : others, again: null }
    }
    this.#known = new Set([...this.#known].filter(isHere))
    const came = others.filter((member) => !this.#known.has(member))
    const wait = acted + PAUSE_MS - now
    if (came.length === 0 || wait > 0) return { say: [], again: came.length === 0 ? null : wait }
    this.#known = new Set(others)
    return { say: came, again: null }
  }
}
