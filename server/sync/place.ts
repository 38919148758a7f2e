import * as Y from 'yjs'
import { findItem } from '../../shared/text/items.ts'
import { CONTENT_DELETED_REF, findNew, type Incoming, RefusedUpdate } from './incoming.ts'

/** Where in a room an item lies: in a flat text, or as an entry of a marker in one. */
export type Place =
  | { readonly kind: 'text'; readonly text: Y.Text }
  | { readonly kind: 'entry'; readonly marker: Y.Item; readonly key: string }
  /** Its parent or neighbour was collected: Yjs takes it as collected too, it shows nowhere. */
  | { readonly kind: 'collected' }

/** Says which flat texts of a room clients may write: the paths of design §2. */
export interface WritablePaths {
  /** The flat text that is a root of this name, or null. */
  readonly rootText: (name: string) => Y.Text | null
  /** Whether a nested text is one of the room's flat texts. */
  readonly isFlatText: (text: Y.Text) => boolean
}

/** Finds the place of items of one update, new or in the document. Anything elsewhere is refused. */
export class Places {
  readonly #doc: Y.Doc
  readonly #incoming: Incoming
  readonly #paths: WritablePaths
  readonly #found = new Map<Y.Item, Place>()

  constructor(doc: Y.Doc, incoming: Incoming, paths: WritablePaths) {
    this.#doc = doc
    this.#incoming = incoming
    this.#paths = paths
  }

  /** Gives the place of a new item, which names its parent or a neighbour. Its references must be placed before. */
  ofNew(item: Y.Item, from: number): Place {
    const place = this.#ofNew(item, from)
    this.#found.set(item, place)
    return place
  }

  /** Gives the place of an item, new (once placed) or held by the document. */
  of(item: Y.Item): Place {
    return this.#found.get(item) ?? this.#ofKnown(item)
  }

  #ofKnown(item: Y.Item): Place {
    const { parent, parentSub } = item
    if (parent instanceof Y.Text && parentSub === null && this.#isFlat(parent))
      return { kind: 'text', text: parent }
    if (parent instanceof Y.Map && parentSub !== null && parent._item !== null) {
      const marker = parent._item
      if (marker.parent instanceof Y.Text && this.#isFlat(marker.parent))
        return { kind: 'entry', marker, key: parentSub }
    }
    throw new RefusedUpdate('foreign-place', 'It reaches outside the text.')
  }

  #isFlat(text: Y.Text): boolean {
    return this.#paths.isFlatText(text)
  }

  #ofNew(item: Y.Item, from: number): Place {
    const { client, clock } = item.id
    const place = this.#named(item)
    // The part that the document has already tells where the rest is; Yjs goes by both.
    if (from > clock && !isSame(place, this.#at({ client, clock: from - 1 })))
      throw new RefusedUpdate('foreign-place', 'It goes on elsewhere than it began.')
    return place
  }

  #named(item: Y.Item): Place {
    const parent: unknown = item.parent
    if (typeof parent === 'string') {
      const text = this.#paths.rootText(parent)
      if (text === null || item.parentSub !== null)
        throw new RefusedUpdate('foreign-place', 'It writes to a foreign root.')
      return { kind: 'text', text }
    }
    if (parent !== null) return this.#child(parent as Y.ID, item.parentSub)
    const neighbour = item.origin ?? item.rightOrigin
    if (neighbour === null) throw new RefusedUpdate('malformed', 'An item names no place.')
    const place = this.#at(neighbour)
    if (item.rightOrigin !== null && !isSame(place, this.#at(item.rightOrigin)))
      throw new RefusedUpdate('foreign-place', 'It stands between two places.')
    return place
  }

  #at(at: Y.ID | { client: number; clock: number }): Place {
    const fresh = findNew(this.#incoming, at)
    const placed = fresh === null ? undefined : this.#found.get(fresh)
    if (placed !== undefined) return placed
    const known = findItem(this.#doc, at)
    return known === null ? { kind: 'collected' } : this.#ofKnown(known)
  }

  #child(at: Y.ID, key: string | null): Place {
    const fresh = findNew(this.#incoming, at)
    const marker = fresh !== null && this.#found.has(fresh) ? fresh : findItem(this.#doc, at)
    if (marker === null || marker.content.getRef() === CONTENT_DELETED_REF) return { kind: 'collected' }
    const type = marker.content instanceof Y.ContentType ? marker.content.type : null
    // The first words of a text that holds nothing yet.
    if (type instanceof Y.Text && key === null && this.#isFlat(type)) return { kind: 'text', text: type }
    const place = this.of(marker)
    if (place.kind === 'collected') return place
    const isMap = type instanceof Y.Map
    if (place.kind !== 'text' || !isMap || key === null)
      throw new RefusedUpdate('foreign-place', 'It nests too deep.')
    return { kind: 'entry', marker, key }
  }
}

function isSame(one: Place, other: Place): boolean {
  if (one.kind === 'text') return other.kind === 'text' && one.text === other.text
  if (one.kind === 'entry')
    return other.kind === 'entry' && one.marker === other.marker && one.key === other.key
  return other.kind === 'collected'
}
