import { childOf, childrenOf, type XmlElement } from '../parse-xml.ts'
import { type ListPlace, numberOf, valOf } from './docx-styles.ts'
import { numberWords } from './number-words.ts'

/** How paragraphs of one level of a list are numbered. */
interface Level {
  readonly format: string
  /** Such as `%1.` or `(%2)`. */
  readonly pattern: string
  readonly start: number
}

/** One `w:num`: a use of a numbering, whose count all its uses share. */
interface List {
  readonly counter: string
  readonly levels: readonly Level[]
  /** Levels at which this use begins anew. */
  readonly restarts: ReadonlyMap<number, number>
}

/** What stands before a paragraph of a list. */
export type ListSign = { readonly is: 'bullet' } | { readonly is: 'number'; readonly words: string }

const LEVELS = 9

/** Counts the paragraphs of a document's lists as Word does, from its first paragraph to its last. */
export class Numbering {
  readonly #lists = new Map<string, List>()
  readonly #counts = new Map<string, number[]>()
  readonly #restarted = new Set<string>()

  constructor(part: XmlElement | null) {
    const kinds = new Map<string, readonly Level[]>()
    for (const kind of childrenOf(part ?? undefined, 'w:abstractNum'))
      kinds.set(kind.attributes['w:abstractNumId'] ?? '', levelsOf(childrenOf(kind, 'w:lvl')))
    for (const list of childrenOf(part ?? undefined, 'w:num')) {
      const counter = valOf(childOf(list, 'w:abstractNumId')) ?? ''
      const levels = [...(kinds.get(counter) ?? [])]
      const restarts = new Map<number, number>()
      for (const override of childrenOf(list, 'w:lvlOverride')) {
        const at = Number(override.attributes['w:ilvl'])
        const own = levelsOf(childrenOf(override, 'w:lvl'))[at]
        if (own !== undefined) levels[at] = own
        const start = numberOf(childOf(override, 'w:startOverride'))
        if (start !== undefined) restarts.set(at, start)
      }
      this.#lists.set(list.attributes['w:numId'] ?? '', { counter, levels, restarts })
    }
  }

  /** Gives the sign of the next paragraph at a place; null: none stands there. */
  next({ list: id, level: wanted }: ListPlace): ListSign | null {
    const list = this.#lists.get(id)
    // List 0 takes a paragraph out of the list of its style.
    if (list === undefined || id === '0') return null
    const at = Math.min(Math.max(wanted, 0), LEVELS - 1)
    const level = list.levels[at]
    if (level === undefined) return null
    const counts = this.#count(id, list, at)
    if (level.format === 'bullet') return { is: 'bullet' }
    const words = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const place = Number(digit) - 1
      const { format = 'decimal', start = 1 } = list.levels[place] ?? {}
      return numberWords(counts[place] ?? start, format)
    })
    return words.trim() === '' ? null : { is: 'number', words: words.trim() }
  }

  #count(id: string, { counter, levels, restarts }: List, at: number): readonly number[] {
    const counts = this.#counts.get(counter) ?? []
    this.#counts.set(counter, counts)
    const restart = restarts.get(at)
    const key = `${id} ${at}`
    const isRestart = restart !== undefined && !this.#restarted.has(key)
    this.#restarted.add(key)
    const before = isRestart ? undefined : counts[at]
    counts[at] = before === undefined ? (restart ?? levels[at]?.start ?? 1) : before + 1
    for (let above = 0; above < at; above++) counts[above] ??= levels[above]?.start ?? 1
    counts.length = at + 1
    return counts
  }
}

function levelsOf(elements: readonly XmlElement[]): Level[] {
  const levels: Level[] = []
  for (const element of elements) {
    const at = Number(element.attributes['w:ilvl'])
    if (!Number.isInteger(at) || at < 0 || at >= LEVELS) continue
    levels[at] = {
      format: valOf(childOf(element, 'w:numFmt')) ?? 'decimal',
      pattern: valOf(childOf(element, 'w:lvlText')) ?? '',
      start: numberOf(childOf(element, 'w:start')) ?? 1,
    }
  }
  return levels
}
