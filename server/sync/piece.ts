import type * as Y from 'yjs'

/** What stands left and right of an item where its author put it. */
export type Neighbours = Pick<Y.Item, 'origin' | 'rightOrigin'>

/** A run of characters of one client as it will stand in Yjs's list: an item, new or known, or a part of one. */
export class Piece {
  readonly item: Y.Item
  readonly client: number
  readonly clock: number
  readonly origin: Y.ID | null
  readonly rightOrigin: Y.ID | null
  length: number
  /** The piece after it; undefined where it is the one that the document has. */
  right: Piece | null | undefined
  /** The last walk that came past it, and what that walk had decided by then. */
  walk = 0
  verdict = 0
  /** A piece that was found further right in the list, and not below what stands between. */
  reaches: Piece | null = null

  constructor(item: Y.Item, clock: number, length: number, { origin, rightOrigin }: Neighbours) {
    this.item = item
    this.client = item.id.client
    this.clock = clock
    this.length = length
    this.origin = origin
    this.rightOrigin = rightOrigin
  }

  get end(): number {
    return this.clock + this.length
  }
}
