import * as Y from 'yjs'
import type { DeletedRange } from '../../shared/text/changed-text.ts'
import { RefusedUpdate } from './incoming.ts'

/** Places of one update at which text of the document is cut: 50,000 deletions have twice as many ends. */
export const MAX_CUTS = 100_000

const NONE: readonly number[] = []
const FIRST_HIGH_SURROGATE = 0xd800
const LAST_HIGH_SURROGATE = 0xdbff

/** Cuts of one client that are left to Yjs: it shifts the client's whole list for each, which is quick for a few. */
const FEW = 4

/**
 * Where an update will cut items that the document has: beside its neighbours and at the ends of what it deletes. Yjs
 * makes such cuts one by one, each as long as the client's list of structs; 20,000 in a list of 50,000 take 0.7 s.
 */
export class Cuts {
  readonly #doc: Y.Doc
  readonly #clocks = new Map<Y.Item, number[]>()
  count = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** Notes that a piece will begin at a clock. */
  before(client: number, clock: number): void {
    const structs = this.#doc.store.clients.get(client)
    if (structs === undefined || clock >= Y.getState(this.#doc.store, client)) return
    const struct = structs[Y.findIndexSS(structs, clock)]
    if (!(struct instanceof Y.Item) || struct.id.clock === clock) return
    checkCut(struct, clock)
    const clocks = this.#clocks.get(struct)
    // Of two neighbours that touch, both name the same place.
    if (clocks?.at(-1) === clock) return
    if (clocks === undefined) this.#clocks.set(struct, [clock])
    else clocks.push(clock)
    if (++this.count > MAX_CUTS) throw new RefusedUpdate('too-much', `It cuts more than ${MAX_CUTS} times.`)
  }

  /** Notes what an item is put between. */
  beside({ origin, rightOrigin }: Y.Item): void {
    if (origin !== null) this.before(origin.client, origin.clock + 1)
    if (rightOrigin !== null) this.before(rightOrigin.client, rightOrigin.clock)
  }

  /** Notes the ends of what is deleted, also of what is already: who looks for moved text cuts there too. */
  around({ client, clock, length }: DeletedRange): void {
    this.before(client, clock)
    this.before(client, clock + length)
  }

  /** Gives the clocks at which an item is cut, in order. */
  in(item: Y.Item): readonly number[] {
    const clocks = this.#clocks.get(item)
    return clocks === undefined ? NONE : [...new Set(clocks)].sort((one, other) => one - other)
  }

  /** Makes the cuts where there are many, each client's at once. What the document says stays the same. */
  make(): void {
    const items = new Map<number, Y.Item[]>()
    for (const item of this.#clocks.keys()) {
      const { client } = item.id
      const list = items.get(client)
      if (list === undefined) items.set(client, [item])
      else list.push(item)
    }
    for (const [client, list] of items) {
      if (list.reduce((sum, item) => sum + this.in(item).length, 0) > FEW) this.#cut(client)
    }
  }

  #cut(client: number): void {
    const pieces: (Y.Item | Y.GC)[] = []
    for (const struct of this.#doc.store.clients.get(client) ?? []) {
      if (struct instanceof Y.Item && this.#clocks.has(struct)) {
        for (const piece of cutItem(struct, this.in(struct))) pieces.push(piece)
      } else pieces.push(struct)
    }
    this.#doc.store.clients.set(client, pieces)
  }
}

/**
 * Refuses a cut through one character, which takes two places where it lies outside the basic plane. No honest client
 * makes one, and Yjs writes two others in its stead, on the server alone where what refers to it is known elsewhere.
 */
export function checkCut({ id, content }: Y.Item, clock: number): void {
  if (!(content instanceof Y.ContentString)) return
  const last = content.str.charCodeAt(clock - id.clock - 1)
  if (last >= FIRST_HIGH_SURROGATE && last <= LAST_HIGH_SURROGATE)
    throw new RefusedUpdate('foreign-place', 'It cuts through a character.')
}

/** Cuts one item as Yjs 13 does, in a list that holds nothing else. */
function cutItem(item: Y.Item, clocks: readonly number[]): (Y.Item | Y.GC)[] {
  const { client } = item.id
  const pieces: (Y.Item | Y.GC)[] = [item]
  const store = { clients: new Map([[client, pieces]]) }
  // All that Yjs looks at here. What it notes in `_mergeStructs` it would join again after the transaction.
  const transaction = { doc: { store }, _mergeStructs: [] } as unknown as Y.Transaction
  for (const clock of clocks) Y.getItemCleanStart(transaction, Y.createID(client, clock))
  return pieces
}
