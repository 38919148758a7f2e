import type { BracketMark } from './report.ts'
import type { ReportItem } from './report-input.ts'
import { type Scope, topicNumber } from './scope.ts'

/** Reads the square brackets of one item and counts them: in pairs by id, in whatever order they stand (TX16). */
export class BracketPairs {
  readonly #scope: Scope
  readonly #topic: number | null
  readonly #sides = new Map<unknown, Set<BracketMark['side']>>()

  constructor(scope: Scope, item: ReportItem) {
    this.#scope = scope
    this.#topic = topicNumber(scope, item.section)
  }

  /** Gives the mark of a bracket; null where brackets don't go in. */
  read({ id, side }: Readonly<Record<string, unknown>>): BracketMark | null {
    const read = side === 'close' ? 'close' : 'open'
    const sides = this.#sides.get(id) ?? new Set()
    this.#sides.set(id, sides.add(read))
    return this.#scope.options.brackets === 'kept' ? { kind: 'bracket', side: read } : null
  }

  /** Counts what was read, once all of the item is. */
  count(): void {
    const { omissions, options } = this.#scope
    const all = [...this.#sides.values()]
    const paired = all.filter(({ size }) => size === 2).length
    omissions.add(`brackets-${options.brackets}`, this.#topic, paired)
    omissions.add('brackets-unpaired', this.#topic, all.length - paired)
  }
}
