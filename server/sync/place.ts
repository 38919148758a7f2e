import * as Y from 'yjs'
import { findItem } from '../../shared/text/items.ts'
import { CONTENT_DELETED_REF, findNew, type Incoming, RefusedUpdate } from './incoming.ts'
import type { NewStruct, Place } from './new-struct.ts'

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

  constructor(doc: Y.Doc, incoming: Incoming, paths: WritablePaths) {
    this.#doc = doc
    this.#incoming = incoming
    this.#paths = paths
  }

  /** Finds the place of a new item, which names its parent or a neighbour. Its references must be placed before. */
  ofNew(struct: NewStruct): Place {
    struct.place = this.#ofNew(struct)
    return struct.place
  }

  /** Gives the place of an item that the document has. */
  ofKnown(item: Y.Item): Place {
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

  #ofNew({ item, from }: NewStruct): Place {
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
    // A struct that goes on after known content may be asked for that.
    if (fresh?.place != null) return fresh.place
    const known = findItem(this.#doc, at)
    return known === null ? { kind: 'collected' } : this.ofKnown(known)
  }

  #child(at: Y.ID, key: string | null): Place {
    const fresh = findNew(this.#incoming, at)
    const isPlaced = fresh !== null && fresh.place !== null
    const marker = isPlaced ? fresh.item : findItem(this.#doc, at)
    if (marker === null || marker.content.getRef() === CONTENT_DELETED_REF) return { kind: 'collected' }
    const type = marker.content instanceof Y.ContentType ? marker.content.type : null
    // The first words of a text that holds nothing yet.
    if (type instanceof Y.Text && key === null && this.#isFlat(type)) return { kind: 'text', text: type }
    const place = (isPlaced ? fresh.place : null) ?? this.ofKnown(marker)
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
