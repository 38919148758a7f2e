import type { CharId } from './block.ts'

/** Says that `length` characters from `from` on stand again from `to` on: the same words, moved. */
export interface Move {
  readonly from: CharId
  readonly to: CharId
  readonly length: number
}

/** Every move of one text, to be asked in both directions. */
export class MoveMap {
  readonly #byTarget = new Map<number, Move[]>()
  readonly #bySource = new Map<number, Move[]>()

  constructor(moves: Iterable<Move> = []) {
    for (const move of moves) this.add(move)
  }

  /** Records a move. */
  add(move: Move): void {
    listOf(this.#byTarget, move.to.client).push(move)
    listOf(this.#bySource, move.from.client).push(move)
  }

  /** Gives the places a character had before this one, latest first; empty when it was typed here. */
  origins(at: CharId): CharId[] {
    const origins: CharId[] = []
    for (let place = this.#before(at); place !== null; place = this.#before(place)) origins.push(place)
    return origins
  }

  /** Gives every place where a character has ever stood: where it was typed, then wherever it was moved. */
  allPlaces(at: CharId): CharId[] {
    const typed = this.origins(at).at(-1) ?? at
    const images: CharId[] = [typed]
    const open = [typed]
    for (let place = open.shift(); place !== undefined; place = open.shift()) {
      for (const { from, to, length } of this.#bySource.get(place.client) ?? []) {
        const offset = place.clock - from.clock
        if (offset < 0 || offset >= length) continue
        const image = { client: to.client, clock: to.clock + offset }
        images.push(image)
        open.push(image)
      }
    }
    return images
  }

  #before(at: CharId): CharId | null {
    for (const { from, to, length } of this.#byTarget.get(at.client) ?? []) {
      const offset = at.clock - to.clock
      if (offset >= 0 && offset < length) return { client: from.client, clock: from.clock + offset }
    }
    return null
  }
}

function listOf(map: Map<number, Move[]>, client: number): Move[] {
  let list = map.get(client)
  if (list === undefined) {
    list = []
    map.set(client, list)
  }
  return list
}
