import type { CharId } from './block.ts'

/** Says that `length` characters from `from` on stand again from `to` on: the same words, moved. */
export interface Move {
  readonly from: CharId
  readonly to: CharId
  readonly length: number
}

/** Characters of one client that follow one another in its clock. */
export interface CharRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** Every move of one text, to be asked in both directions. */
export class MoveMap {
  readonly #byTarget = new MovesByEnd('to')
  readonly #bySource = new MovesByEnd('from')

  constructor(moves: Iterable<Move> = []) {
    for (const move of moves) this.add(move)
  }

  /** Records a move. */
  add(move: Move): void {
    this.#byTarget.add(move)
    this.#bySource.add(move)
  }

  /** Gives the places a character had before this one, latest first; empty when it was typed here. */
  origins(at: CharId): CharId[] {
    const origins: CharId[] = []
    for (let place = this.#before(at); place !== null; place = this.#before(place)) origins.push(place)
    return origins
  }

  /** Tells whether a character was moved away from its place. */
  hasLeft(at: CharId): boolean {
    return this.#bySource.meeting({ ...at, length: 1 }).length > 0
  }

  /** Gives every place where these characters have ever stood: where they were typed, and wherever they were moved. */
  placesOf(range: CharRange): CharRange[] {
    const places: CharRange[] = []
    const open = this.#typed(range)
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      places.push(place)
      for (const move of this.#bySource.meeting(place)) open.push(carried(place, move.from, move.to, move))
    }
    return places
  }

  /** Gives where the characters of a range were typed. */
  #typed(range: CharRange): CharRange[] {
    const typed: CharRange[] = []
    const open = [range]
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const [move] = this.#byTarget.meeting(place)
      if (move === undefined) {
        typed.push(place)
        continue
      }
      const { client, clock, length } = place
      const end = clock + length
      const moveEnd = move.to.clock + move.length
      open.push(carried(place, move.to, move.from, move))
      if (clock < move.to.clock) open.push({ client, clock, length: move.to.clock - clock })
      if (end > moveEnd) open.push({ client, clock: moveEnd, length: end - moveEnd })
    }
    return typed
  }

  #before(at: CharId): CharId | null {
    const [move] = this.#byTarget.meeting({ ...at, length: 1 })
    if (move === undefined) return null
    return { client: move.from.client, clock: move.from.clock + at.clock - move.to.clock }
  }
}

/** Gives the part of a range that a move carried, where it came out at the other end. */
function carried(range: CharRange, end: CharId, other: CharId, { length }: Move): CharRange {
  const first = Math.max(range.clock, end.clock)
  const last = Math.min(range.clock + range.length, end.clock + length)
  return { client: other.client, clock: other.clock + first - end.clock, length: last - first }
}

/** Moves by one of their ends, sorted by its clock. */
class MovesByEnd {
  readonly #end: 'from' | 'to'
  readonly #lists = new Map<number, { readonly moves: Move[]; longest: number }>()

  constructor(end: 'from' | 'to') {
    this.#end = end
  }

  add(move: Move): void {
    const { client, clock } = move[this.#end]
    let list = this.#lists.get(client)
    if (list === undefined) {
      list = { moves: [], longest: 0 }
      this.#lists.set(client, list)
    }
    list.longest = Math.max(list.longest, move.length)
    // Most come in the order of their clocks.
    const last = list.moves.at(-1)
    if (last === undefined || last[this.#end].clock <= clock) list.moves.push(move)
    else list.moves.splice(this.#firstFrom(list.moves, clock + 1), 0, move)
  }

  /** Gives the moves whose end has characters of a range, by their clocks. */
  meeting({ client, clock, length }: CharRange): Move[] {
    const list = this.#lists.get(client)
    if (list === undefined) return []
    const found: Move[] = []
    for (
      let index = this.#firstFrom(list.moves, clock - list.longest + 1);
      index < list.moves.length;
      index++
    ) {
      const move = list.moves[index] as Move
      const at = move[this.#end].clock
      if (at >= clock + length) break
      if (at + move.length > clock) found.push(move)
    }
    return found
  }

  #firstFrom(moves: readonly Move[], clock: number): number {
    let low = 0
    for (let high = moves.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((moves[middle] as Move)[this.#end].clock < clock) low = middle + 1
      else high = middle
    }
    return low
  }
}
