import * as Y from 'yjs'
import type { CharId } from '../../shared/text/block.ts'
import { firstItem } from '../../shared/text/items.ts'
import { type Cuts, checkCut } from './cuts.ts'
import type { Effort } from './effort.ts'
import { findNew, type Incoming } from './incoming.ts'
import type { NewStruct, Place } from './new-struct.ts'
import { type Neighbours, Piece } from './piece.ts'

/** A place that has an order: what is collected has none. */
export type ListPlace = Exclude<Place, { kind: 'collected' }>

/** The characters of a text or the values of an attribute, from the first on. */
export interface List {
  start: Piece | null
  length: number
}

/**
 * What the lists of a document are while Yjs integrates an update, played without touching the document. Invariants:
 * 1. What the document has is cut from the start wherever the update will cut it, as {@link Cuts} does.
 * 2. Only what the update comes near is copied; all else is read from the document.
 */
export class Shadow {
  readonly #doc: Y.Doc
  readonly #incoming: Incoming
  readonly #cuts: Cuts
  readonly #effort: Effort
  /** The first piece of each item of the document, and all pieces of what is cut. */
  readonly #firsts = new Map<Y.Item, Piece>()
  readonly #pieces = new Map<Y.Item, Piece[]>()
  readonly #texts = new Map<Y.Text, List>()
  readonly #entries = new Map<Y.Item, Map<string, List>>()

  constructor(doc: Y.Doc, incoming: Incoming, cuts: Cuts, effort: Effort) {
    this.#doc = doc
    this.#incoming = incoming
    this.#cuts = cuts
    this.#effort = effort
  }

  /** Gives the piece that holds a character. */
  at({ client, clock }: CharId): Piece {
    const isKnown = clock < Y.getState(this.#doc.store, client)
    const first = isKnown
      ? this.#firstOf(Y.getItem(this.#doc.store, Y.createID(client, clock)))
      : (findNew(this.#incoming, { client, clock })?.piece as Piece)
    const pieces = this.#pieces.get(first.item)
    if (pieces === undefined) return first
    let low = 0
    for (let high = pieces.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1
      if ((pieces[middle] as Piece).clock <= clock) low = middle
      else high = middle - 1
    }
    return pieces[low] as Piece
  }

  /** Gives the piece that ends with a character, as Yjs cuts it for a left neighbour. */
  endingAt(at: Y.ID): Piece {
    const piece = this.at(at)
    if (at.clock + 1 < piece.end) this.#cut(piece, at.clock + 1)
    return piece
  }

  /** Gives the piece that begins with a character, as Yjs cuts it for a right neighbour. */
  startingAt(at: Y.ID): Piece {
    const piece = this.at(at)
    return piece.clock < at.clock ? this.#cut(piece, at.clock) : piece
  }

  next(piece: Piece): Piece | null {
    if (piece.right === undefined) {
      const { right } = piece.item
      piece.right = right === null ? null : this.#firstOf(right)
    }
    return piece.right
  }

  /** Tells whether one item, new or known, stands straight after another. */
  isBeside(left: Y.Item | NewStruct, right: Y.Item | NewStruct): boolean {
    const [first, next] = [left, right].map((struct) =>
      'item' in struct ? (struct.piece as Piece) : this.#firstOf(struct),
    ) as [Piece, Piece]
    return this.next(this.#pieces.get(first.item)?.at(-1) ?? first) === next
  }

  listOf(place: ListPlace): List {
    if (place.kind === 'text') {
      const list = this.#texts.get(place.text) ?? this.#read(firstItem(place.text), 0)
      this.#texts.set(place.text, list)
      return list
    }
    const { marker, key } = place
    const lists = this.#entries.get(marker) ?? new Map<string, List>()
    this.#entries.set(marker, lists)
    const list = lists.get(key) ?? this.#readEntry(marker, key)
    lists.set(key, list)
    return list
  }

  /** Puts what is new of an item after a piece; null: at the start. */
  insert(struct: NewStruct, neighbours: Neighbours, left: Piece | null, list: List): void {
    const { item, from } = struct
    const piece = new Piece(item, from, item.id.clock + item.length - from, neighbours)
    if (left === null) {
      piece.right = list.start
      list.start = piece
    } else {
      piece.right = this.next(left)
      left.right = piece
    }
    list.length++
    struct.piece = piece
  }

  #read(first: Y.Item | null, length: number): List {
    return { start: first === null ? null : this.#firstOf(first), length }
  }

  /** Yjs keeps the last value alone and walks from there to the first. */
  #readEntry(marker: Y.Item, key: string): List {
    let first = (marker.content as Y.ContentType).type._map.get(key) ?? null
    let length = first === null ? 0 : 1
    for (; first !== null && first.left !== null; length++) {
      this.#effort.step()
      first = first.left
    }
    return this.#read(first, length)
  }

  #firstOf(item: Y.Item): Piece {
    const known = this.#firsts.get(item)
    if (known !== undefined) return known
    const { client, clock } = item.id
    const first = new Piece(item, clock, item.length, item)
    this.#firsts.set(item, first)
    const cuts = this.#cuts.in(item)
    if (cuts.length === 0) return first
    const pieces = [first]
    for (const [index, start] of cuts.entries()) {
      const end = cuts[index + 1] ?? clock + item.length
      const origin = Y.createID(client, start - 1)
      const piece = new Piece(item, start, end - start, { origin, rightOrigin: item.rightOrigin })
      const last = pieces.at(-1) as Piece
      last.length = start - last.clock
      last.right = piece
      pieces.push(piece)
    }
    this.#pieces.set(item, pieces)
    return first
  }

  /** Cuts what is new: in the document, all cuts are made. */
  #cut(piece: Piece, clock: number): Piece {
    const { item, client, rightOrigin } = piece
    checkCut(item, clock)
    const behind = this.#incoming.structs.get(client)?.length ?? 0
    this.#effort.openGap(behind)
    this.#effort.closeGap(behind)
    const origin = Y.createID(client, clock - 1)
    const rest = new Piece(item, clock, piece.end - clock, { origin, rightOrigin })
    rest.right = piece.right
    piece.right = rest
    piece.length -= rest.length
    const pieces = this.#pieces.get(item) ?? [piece]
    pieces.splice(pieces.indexOf(piece) + 1, 0, rest)
    this.#pieces.set(item, pieces)
    return rest
  }
}
