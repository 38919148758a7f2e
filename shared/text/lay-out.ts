import type { DeletedLog } from './deleted-log.ts'
import { type DeletedStretch, partsOf, type StretchPart } from './deleted-stretches.ts'
import type { InsertedChars } from './inserted-chars.ts'

const NONE = -1

/** What is left of the comparisons that one update may cost. */
export interface Effort {
  left: number
}

/** Where a deleted stretch stands in inserted text: `length` characters from `at` on are it, from one of its own on. */
export interface Alignment {
  readonly at: number
  readonly length: number
  readonly parts: readonly StretchPart[]
  /** The part that it begins in, and how far into it. */
  readonly part: number
  readonly offset: number
}

/** Inserted text, to lay deleted stretches against: the start of either must stand in the other; the longest wins. */
export class LaidOut {
  readonly #chars: InsertedChars
  readonly #from: number
  readonly #to: number
  readonly #log: DeletedLog
  readonly #effort: Effort
  /** Where each character stands first, and for each index where the same one stands next. */
  #places: { readonly first: ReadonlyMap<number, number>; readonly next: Int32Array } | null = null

  constructor(chars: InsertedChars, [from, to]: readonly [number, number], log: DeletedLog, effort: Effort) {
    this.#chars = chars
    this.#from = from
    this.#to = to
    this.#log = log
    this.#effort = effort
  }

  /** Aligns a stretch with and without what may or may not come back; without it where that finds as much. */
  alignEither(stretch: DeletedStretch): Alignment {
    const mandatory = partsOf(stretch, false)
    const sure = this.#align(mandatory)
    if (stretch.parts === null || mandatory.length === stretch.parts.length) return sure
    const all = this.#align(stretch.parts)
    return all.length > sure.length ? all : sure
  }

  /** Credits what an alignment found. Credited once: a second copy counts as typed by whoever put it there. */
  credit({ at, length, parts, part: firstPart, offset }: Alignment): void {
    const end = at + length
    let index = at
    for (let part = firstPart; index < end; part++) {
      const { position, step, count } = parts[part] as StretchPart
      for (let into = part === firstPart ? offset : 0; into < count && index < end; into++) {
        const source = position + step * into
        if (this.#log.codeAt(source) !== this.#chars.codeAt(index)) continue
        this.#chars.credit(index, source, this.#log)
        index++
      }
    }
  }

  #align(parts: readonly StretchPart[]): Alignment {
    return this.#alignWhole(parts, this.#alignStart(parts))
  }

  /** Looks in the stretch for the start of the inserted text. */
  #alignStart(parts: readonly StretchPart[]): Alignment {
    const length = this.#to - this.#from
    const opening = this.#chars.codeAt(this.#from)
    let best: Alignment = { at: this.#from, length: 0, parts, part: 0, offset: 0 }
    let left = parts.reduce((sum, { count }) => sum + count, 0)
    for (const [part, { position, step, count }] of parts.entries()) {
      for (let offset = 0; offset < count; offset++, left--) {
        // Further on there is less to find: past what was found already it can't be more.
        if (Math.min(length, left) <= best.length || this.#effort.left-- <= 0) return best
        if (this.#log.codeAt(position + step * offset) !== opening) continue
        const found = this.#layFrom(this.#from, parts, part, offset)
        if (found > best.length) best = { at: this.#from, length: found, parts, part, offset }
      }
    }
    return best
  }

  /** Looks in the inserted text for the start of the stretch. */
  #alignWhole(parts: readonly StretchPart[], found: Alignment): Alignment {
    let best = found
    const [opening] = parts
    if (opening === undefined) return best
    const most = parts.reduce((sum, { count }) => sum + count, 0)
    this.#places ??= this.#listPlaces()
    const { first, next } = this.#places
    for (
      let at = first.get(this.#log.codeAt(opening.position)) ?? NONE;
      at !== NONE;
      at = next[at - this.#from] as number
    ) {
      if (Math.min(this.#to - at, most) <= best.length || this.#effort.left-- <= 0) break
      if (at === this.#from) continue
      const length = this.#layFrom(at, parts, 0, 0)
      if (length > best.length) best = { at, length, parts, part: 0, offset: 0 }
    }
    return best
  }

  /** Counts how many characters from `at` on are those of the stretch from one of its own on. */
  #layFrom(at: number, parts: readonly StretchPart[], firstPart: number, offset: number): number {
    let index = at
    for (let part = firstPart; part < parts.length && index < this.#to; part++) {
      const { position, step, count, isOptional } = parts[part] as StretchPart
      for (let into = part === firstPart ? offset : 0; into < count && index < this.#to; into++) {
        if (this.#effort.left-- <= 0) return index - at
        const isSame = this.#log.codeAt(position + step * into) === this.#chars.codeAt(index)
        if (isSame && this.#chars.isUnknown(index)) index++
        else if (!isOptional) return index - at
      }
    }
    return index - at
  }

  #listPlaces(): { first: Map<number, number>; next: Int32Array } {
    const first = new Map<number, number>()
    const next = new Int32Array(this.#to - this.#from)
    for (let at = this.#to - 1; at >= this.#from; at--) {
      const code = this.#chars.codeAt(at)
      next[at - this.#from] = first.get(code) ?? NONE
      first.set(code, at)
    }
    return { first, next }
  }
}
