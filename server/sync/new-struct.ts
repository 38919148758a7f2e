import type * as Y from 'yjs'
import type { Piece } from './piece.ts'

/** Where in a room an item lies: in a flat text, or as an entry of a marker in one. */
export type Place =
  | { readonly kind: 'text'; readonly text: Y.Text }
  | { readonly kind: 'entry'; readonly marker: Y.Item; readonly key: string }
  /** Its parent or neighbour was collected: Yjs takes it as collected too, it shows nowhere. */
  | { readonly kind: 'collected' }

/** A struct of an update that brings something, and what the gate finds out about it. */
export interface NewStruct {
  readonly item: Y.Item
  /** Where the part begins that the document doesn't have. */
  readonly from: number
  /** Where it lies, once that is found; null before. */
  place: Place | null
  /** How it begins in the list that is played; null before it is there, or where it lies in none. */
  piece: Piece | null
}
