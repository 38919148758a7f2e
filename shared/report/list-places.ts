import type { NameLanguage } from '../names/name-language.ts'
import { type Attributes, blockType } from '../text/block.ts'
import { subParagraphNumber } from './numbering.ts'
import type { ListPlace } from './report.ts'

const MAX_SUB_LEVEL = 4
const MAX_BULLET_DEPTH = 5

/** Gives each line its place in a list, counting as it goes; a line that is in none ends the list. */
export class ListPlaces {
  readonly #language: NameLanguage
  #list = 0
  #counts: number[] | null = null

  constructor(language: NameLanguage) {
    this.#language = language
  }

  /** The next line is in no list. */
  end(): null {
    this.#counts = null
    return null
  }

  /** Gives the next line's place; null where its type is no list's. */
  next(attributes: Attributes): ListPlace | null {
    const type = blockType(attributes)
    if (type === 'bullet') {
      const level = whole(attributes.depth, 0, MAX_BULLET_DEPTH) + 1
      return { kind: 'bullet', level, ordinal: 0, text: '\u2022', list: this.#open() }
    }
    if (type !== 'subparagraph' && type !== 'ordered') return this.end()
    const list = this.#open()
    const level =
      type === 'ordered'
        ? whole(attributes.depth, 0, MAX_SUB_LEVEL - 1) + 1
        : whole(attributes.level, 1, MAX_SUB_LEVEL)
    const counts = this.#counts ?? []
    const ordinal = (counts[level - 1] ?? 0) + 1
    // A line of a level begins the levels below anew.
    this.#counts = [...Array.from({ length: level - 1 }, (_, above) => counts[above] ?? 0), ordinal]
    return {
      kind: 'sub-paragraph',
      level,
      ordinal,
      text: subParagraphNumber(level, ordinal, this.#language),
      list,
    }
  }

  #open(): number {
    if (this.#counts === null) {
      this.#counts = []
      this.#list++
    }
    return this.#list
  }
}

/** Reads a whole number within bounds from a marker, where anything may stand; the lower bound where there is none. */
function whole(value: unknown, least: number, most: number): number {
  const number = Math.trunc(Number(value))
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : least
}
