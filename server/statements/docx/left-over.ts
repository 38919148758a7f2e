import type { LeftOut } from '../../../shared/statements/statement.ts'
import type { XmlElement } from '../parse-xml.ts'
import { textOf } from '../parse-xml.ts'
import { MAX_LEFT_CHARS } from '../statement-limits.ts'

/**
 * Keeps the account of a file's words: each text is either taken or left for a reason. What is neither was missed by
 * the reading, and is told too: no word of a file is lost in silence.
 */
export class LeftOver {
  readonly #accounted = new Set<XmlElement>()
  readonly #left = new Map<LeftOut['what'], { count: number; words: string[] }>()

  /** Takes a text, which is now part of the statement. */
  take(text: XmlElement): void {
    this.#accounted.add(text)
  }

  /** Counts something that has no words, or none of the statement's. */
  count(what: LeftOut['what'], times = 1): void {
    const entry = this.#left.get(what) ?? { count: 0, words: [] }
    entry.count += times
    this.#left.set(what, entry)
  }

  /** Leaves an element with every text inside it. Its words are told where `tells`. */
  leave(what: LeftOut['what'], element: XmlElement, tells: boolean): void {
    const texts = textsIn(element)
    for (const text of texts) this.#accounted.add(text)
    const words = wordsOf(texts)
    this.count(what)
    if (tells && words !== '') this.#left.get(what)?.words.push(words)
  }

  /** Accounts for texts that say once more what was said: another form of the same box. */
  pass(element: XmlElement): void {
    for (const text of textsIn(element)) this.#accounted.add(text)
  }

  /** Leaves whatever of a part nobody has taken or left. */
  leaveRest(part: XmlElement): void {
    const missed = textsIn(part).filter((text) => !this.#accounted.has(text) && textOf(text).trim() !== '')
    if (missed.length === 0) return
    this.count('other', missed.length)
    this.#left.get('other')?.words.push(wordsOf(missed))
  }

  list(): LeftOut[] {
    return [...this.#left].map(([what, { count, words }]) => {
      const all = [...new Set(words)].join(' … ')
      return all === '' ? { what, count } : { what, count, words: shorten(all) }
    })
  }
}

function shorten(words: string): string {
  return words.length > MAX_LEFT_CHARS ? `${words.slice(0, MAX_LEFT_CHARS).trimEnd()}…` : words
}

/** Elements that hold words: of a run, of a formula, of a drawing. */
const TEXTS: ReadonlySet<string> = new Set(['w:t', 'm:t', 'a:t'])

/** Gives every text inside an element, in the order of the file. */
export function textsIn(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  const look = (at: XmlElement): void => {
    if (TEXTS.has(at.name)) found.push(at)
    else for (const child of at.children) if (typeof child !== 'string') look(child)
  }
  look(element)
  return found
}

/** Gives the words of texts as one reads them. */
export function wordsOf(texts: readonly XmlElement[]): string {
  return texts.map(textOf).join('').replace(/\s+/g, ' ').trim()
}
