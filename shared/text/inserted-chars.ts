import type { CharId } from './block.ts'
import type { InsertedPiece } from './changed-text.ts'
import type { DeletedLog } from './deleted-log.ts'
import type { Move } from './moves.ts'

const UNKNOWN = -1

/** The characters of one inserted text, and what each is found to be: a deleted character, by its position in the log. */
export class InsertedChars {
  readonly #pieces: readonly InsertedPiece[]
  readonly #codes: Uint32Array
  readonly #sources: Float64Array
  readonly length: number

  constructor(pieces: readonly InsertedPiece[]) {
    this.#pieces = pieces
    const units = pieces.reduce((sum, { text }) => sum + text.length, 0)
    this.#codes = new Uint32Array(units)
    let length = 0
    for (const { text } of pieces) for (const char of text) this.#codes[length++] = codeOf(char)
    this.length = length
    this.#sources = new Float64Array(length).fill(UNKNOWN)
  }

  /** Gives the code point of a character. */
  codeAt(index: number): number {
    return this.#codes[index] as number
  }

  /** Tells whether nothing is known of a character yet. */
  isUnknown(index: number): boolean {
    return this.#sources[index] === UNKNOWN
  }

  /** Credits a deleted character to one of these, unless it is credited already. */
  credit(index: number, source: number, log: DeletedLog): void {
    if (log.isCredited(source)) return
    this.#sources[index] = source
    log.setCredited(source, true)
  }

  /** Gives the stretches of which nothing is known yet, as the first index and the one after the last. */
  gaps(): [number, number][] {
    const gaps: [number, number][] = []
    for (let index = 0; index < this.length; index++) {
      if (!this.isUnknown(index)) continue
      const from = index
      while (index < this.length && this.isUnknown(index)) index++
      gaps.push([from, index])
    }
    return gaps
  }

  /** Calls `visit` with the piece of each character, its index, its clock and its UTF-16 units. */
  each(visit: (piece: InsertedPiece, index: number, clock: number, width: number) => void): void {
    let index = 0
    for (const piece of this.#pieces) {
      let { clock } = piece.at
      for (const char of piece.text) {
        visit(piece, index++, clock, char.length)
        clock += char.length
      }
    }
  }

  /** Calls `visit` for what came back: where each character is now, its UTF-16 units, and its position in the log. */
  eachCredit(visit: (client: number, clock: number, width: number, source: number) => void): void {
    this.each(({ at }, index, clock, width) => {
      if (!this.isUnknown(index)) visit(at.client, clock, width, this.#sources[index] as number)
    })
  }

  /** Writes down matched characters, neighbours made by one client on both sides as one move. */
  addMoves(moves: Move[], log: DeletedLog): void {
    let open: { from: CharId; to: CharId; length: number } | null = null
    this.each(({ at: { client } }, index, clock, width) => {
      if (this.isUnknown(index)) {
        open = null
        return
      }
      const from = log.placeOf(this.#sources[index] as number)
      if (
        open !== null &&
        follows(open.from, open.length, from.client, from.clock) &&
        follows(open.to, open.length, client, clock)
      ) {
        open.length += width
      } else {
        open = { from, to: { client, clock }, length: width }
        moves.push(open)
      }
    })
  }
}

function codeOf(char: string): number {
  return char.codePointAt(0) as number
}

function follows(start: CharId, length: number, client: number, clock: number): boolean {
  return client === start.client && clock === start.clock + length
}
