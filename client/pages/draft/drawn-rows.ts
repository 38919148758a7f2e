import { flushSync } from 'react-dom'

const NONE: ReadonlySet<string> = new Set()
/** Rows that come to a list which is in the page, as others add items: so few are drawn at once. */
const FEW = 8

/**
 * Says which rows of the draft are in the page: of many, first those of one screen, then all, a few at a time. What needs
 * another row at once asks for it. Invariants:
 * 1. A row that was drawn stays drawn as long as it is listed, whatever comes around it: somebody may stand in it.
 * 2. Rows wait only where more than a few would be drawn together.
 */
export class DrawnRows {
  #drawn: ReadonlySet<string> = NONE
  readonly #listeners = new Set<() => void>()
  #areAll = false
  #version = 0

  /** Counts the changes that listeners were told of. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Gives those of some rows that are not to be drawn yet: the first, around the one to begin at, never wait. */
  waitingOf(rows: readonly string[], start: string | null, count: number): ReadonlySet<string> {
    const left = this.#areAll ? [] : rows.filter((row) => !this.#drawn.has(row))
    if (left.length <= FEW) return NONE
    const first = new Set(around(rows, start, count))
    return new Set(left.filter((row) => !first.has(row)))
  }

  /** Takes over which rows are in the page. */
  keep(rows: readonly string[]): void {
    this.#drawn = new Set(rows)
  }

  /** Has some rows in the page before it returns. Not while React draws. */
  draw(rows: readonly string[]): void {
    if (this.#areAll || rows.every((row) => this.#drawn.has(row))) return
    this.#drawn = new Set([...this.#drawn, ...rows])
    this.#tell()
  }

  /** Has every row in the page before it returns, and whatever comes later: for what reads or prints all of it. */
  drawAll(): void {
    if (this.#areAll) return
    this.#areAll = true
    this.#tell()
  }

  #tell(): void {
    this.#version++
    flushSync(() => {
      for (const listener of [...this.#listeners]) listener()
    })
  }
}

/** Gives up to `count` rows around one of them, the nearest first; from the first on where it isn't among them. */
export function around(rows: readonly string[], row: string | null, count: number): string[] {
  const at = Math.max(0, row === null ? 0 : rows.indexOf(row))
  const found: string[] = []
  for (let step = 0; step < rows.length && found.length < count; step++) {
    const sides = step === 0 ? [rows[at]] : [rows[at + step], rows[at - step]]
    for (const one of sides) if (one !== undefined && found.length < count) found.push(one)
  }
  return found
}
