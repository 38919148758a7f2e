import * as Y from 'yjs'
import type { Effort } from './effort.ts'
import { RefusedUpdate } from './incoming.ts'
import type { NewStruct } from './new-struct.ts'
import type { Neighbours, Piece } from './piece.ts'
import type { ListPlace, Shadow } from './shadow.ts'

/**
 * Plays beforehand how Yjs 13 will integrate new items (`Item.integrate`), to count its steps and to refuse neighbours
 * that no honest client names. In a text, every item hangs below the one it names on its left, and the text is read
 * from the top down. What an author names on the right stood beside the left one: it hangs below the same item, or it
 * comes after all that hangs below the left one. What stands between the two now, the author did not know.
 *
 * Where all items meet the first, the order of a text does not depend on the order in which its items come.
 */
export class Integration {
  readonly #shadow: Shadow
  readonly #effort: Effort
  #walks = 0
  #verdicts = 0

  constructor(shadow: Shadow, effort: Effort) {
    this.#shadow = shadow
    this.#effort = effort
  }

  /** Puts in the next item. Gives the piece after which it comes; null: the start. */
  integrate(struct: NewStruct, place: ListPlace): Piece | null {
    const { item, from } = struct
    const { client, clock } = item.id
    const origin = from > clock ? Y.createID(client, from - 1) : item.origin
    const { rightOrigin } = item
    // Yjs gives values of an attribute no right neighbour: the last one is always replaced.
    if (place.kind === 'entry' && rightOrigin !== null) refuse()
    const list = this.#shadow.listOf(place)
    // For the first value Yjs walks to the start, once to compare and once to put it there.
    if (place.kind === 'entry' && origin === null) this.#effort.step(2 * list.length)
    const left = origin === null ? null : this.#shadow.endingAt(origin)
    const right = rightOrigin === null ? null : this.#shadow.startingAt(rightOrigin)
    const next = left === null ? list.start : this.#shadow.next(left)
    const neighbours = { client, origin, rightOrigin }
    const after = next === right ? left : this.#passOthers(neighbours, left, next, right)
    this.#shadow.insert(struct, neighbours, after, list)
    return after
  }

  /** Yjs's loop over what stands between: gives the piece after which the item comes. */
  #passOthers(item: Author, left: Piece | null, next: Piece | null, right: Piece | null): Piece | null {
    const walk = ++this.#walks
    let verdict = ++this.#verdicts
    let after = left
    let other = next
    for (let last = left; other !== null && other !== right; other = this.#shadow.next(other)) {
      this.#effort.step()
      if (isKnownTo(item, other)) refuse()
      other.walk = walk
      other.verdict = verdict
      const above = isSame(item.origin, other.origin) ? null : this.#above(other, walk, last)
      last = other
      if (above === undefined) {
        this.#checkBeyond(item, other, right)
        return after
      }
      if (above === null) {
        if (other.client < item.client) {
          after = other
          verdict = ++this.#verdicts
        } else if (isSame(item.rightOrigin, other.rightOrigin)) {
          // The same neighbours have been found good.
          return after
        }
      } else if (above.verdict !== verdict) {
        after = other
        verdict = ++this.#verdicts
      }
    }
    if (right !== null && (other === null || this.#above(right, walk) !== undefined)) refuse()
    return after
  }

  /** Gives what a piece hangs below, if a walk came past it; else undefined. Mostly it is the piece before. */
  #above({ origin }: Piece, walk: number, before: Piece | null = null): Piece | undefined {
    if (origin === null) return undefined
    const isBefore = before !== null && before.client === origin.client && before.end === origin.clock + 1
    const piece = isBefore ? before : this.#shadow.at(origin)
    return piece.walk === walk ? piece : undefined
  }

  /** All that hangs below the left neighbour ends before `other`: the right one must come then, and hang elsewhere. */
  #checkBeyond(item: Author, other: Piece, right: Piece | null): void {
    if (right === null || other.reaches === right || isSame(item.rightOrigin, other.rightOrigin)) return
    const walk = ++this.#walks
    for (let piece: Piece | null = other; piece !== right; piece = this.#shadow.next(piece)) {
      if (piece === null) refuse()
      this.#effort.step()
      piece.walk = walk
    }
    if (this.#above(right, walk) !== undefined) refuse()
    other.reaches = right
  }
}

/** Whose an item is, and between what it says that it stands. */
interface Author extends Neighbours {
  readonly client: number
}

/** Tells whether the author of an item knew a piece: it is their own, or older than a neighbour by the same client. */
function isKnownTo({ client, origin, rightOrigin }: Author, piece: Piece): boolean {
  return client === piece.client || isOlder(piece, origin) || isOlder(piece, rightOrigin)
}

function isOlder(piece: Piece, than: Y.ID | null): boolean {
  return than !== null && piece.client === than.client && piece.clock < than.clock
}

function isSame(one: Y.ID | null, other: Y.ID | null): boolean {
  if (one === null || other === null) return one === other
  return one.client === other.client && one.clock === other.clock
}

function refuse(): never {
  throw new RefusedUpdate('foreign-place', 'It stands where nobody could have put it.')
}
