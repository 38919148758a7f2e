import * as random from 'lib0/random'
import * as Y from 'yjs'
import type { MemberId, RoomParts } from '../../shared/ids/ids.ts'
import { MAX_STRAYED } from '../../shared/limits/sync-limits.ts'
import type { DeletedRange } from '../../shared/text/changed-text.ts'
import { keepFormatting } from '../../shared/text/keep-formatting.ts'
import { MoveMatcher } from '../../shared/text/match-moves.ts'
import { type Move, MoveMap } from '../../shared/text/moves.ts'
import type { Delegation, RoomMove, StoredRoom } from '../journal/journal.ts'
import { followMoved, type Strayed, strayedIn } from './follow-moved.ts'
import { admit } from './gate.ts'
import type { WritablePaths } from './place.ts'
import { States } from './states.ts'
import { guardFromWipe } from './wipe-guard.ts'

/** What one admitted update adds to a room. */
export interface Applied {
  /** The part that the room did not have. */
  readonly update: Uint8Array
  /** ClientIDs that wrote here for the first time. */
  readonly clients: readonly number[]
  readonly moves: readonly Move[]
  /** What the server wrote then, so that words went where those before them had gone (DR2); null: nothing. */
  readonly followed: Followed | null
}

/** A change of the server's own, with all that is to be written with it. */
export interface Followed {
  readonly update: Uint8Array
  readonly delegations: readonly Omit<Delegation, 'room'>[]
  readonly moves: readonly Move[]
}

/** What the server writes for somebody. */
interface Delegated {
  readonly author: MemberId
  readonly via: string
}

/** An answer that is remembered whole: what everybody deleted in a long document takes some 60 kB. */
const MAX_KNOWN_BYTES = 512 * 1024

/** Yjs broke its word: the room must be loaded again from the journal. */
export class BrokenDocument extends Error {}

/**
 * A room's document with its gate. Invariants:
 * 1. Nothing changes it but updates that the gate admitted and the server's own changes.
 * 2. A clientID belongs to one member for ever, or to the server (SY3).
 * 3. Nothing is ever pending in it (SY2).
 */
export class RoomDocument {
  readonly doc = new Y.Doc()
  readonly #paths: WritablePaths
  readonly #matcher = new MoveMatcher()
  readonly #owners = new Map<number, MemberId>()
  /** Bindings that are in the journal, or in the batch under way: one is written with the first text (SY3). */
  readonly #journaled = new Set<number>()
  readonly #delegations = new Map<number, Delegated>()
  readonly #moveList: Omit<RoomMove, 'room'>[] = []
  readonly moves = new MoveMap()
  readonly states = new States(this.doc)
  #applying: {
    readonly member: MemberId
    readonly deletes: readonly DeletedRange[]
    moves: Move[]
    strayed: Strayed[]
  } | null = null
  #emitted: Uint8Array | null = null
  /** Brought nothing when it came last, and so never will: a room that reconnects answers with the same bytes. */
  #known: Uint8Array | null = null

  constructor(parts: RoomParts, stored: StoredRoom | null) {
    keepFormatting(this.doc)
    this.#paths = pathsOf(this.doc, parts)
    if (stored?.snapshot != null) Y.applyUpdate(this.doc, stored.snapshot.state)
    for (const entry of stored?.tail ?? []) Y.applyUpdate(this.doc, entry.update)
    for (const { client, member } of stored?.bindings ?? []) {
      this.#owners.set(client, member)
      this.#journaled.add(client)
    }
    for (const { client, author, via } of stored?.delegations ?? []) {
      this.#delegations.set(client, { author, via })
    }
    for (const move of stored?.moves ?? []) this.keepMove(move)
    if (isPending(this.doc)) throw new BrokenDocument('The stored room does not fit together.')
    this.doc.on('update', (update: Uint8Array) => {
      this.#emitted = update
    })
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => this.#matchMoves(transaction))
  }

  /** Binds a clientID that nobody used to a member; false when it is somebody else's. */
  claim(client: number, member: MemberId): boolean {
    const owner = this.ownerOf(client, member)
    if (owner === 'free') this.#owners.set(client, member)
    return owner === 'own' || owner === 'free'
  }

  /** Says whose a clientID is, seen from a member. What the document holds unbound was written by the server. */
  ownerOf(client: number, member: MemberId): 'own' | 'free' | 'taken' | 'server' {
    const owner = this.#owners.get(client)
    if (owner !== undefined) return owner === member ? 'own' : 'taken'
    if (this.#delegations.has(client)) return 'server'
    return client === this.doc.clientID || Y.getState(this.doc.store, client) > 0 ? 'server' : 'free'
  }

  /** Every clientID that belongs to a member. */
  get owners(): ReadonlyMap<number, MemberId> {
    return this.#owners
  }

  /** Every binding, delegation and move that is on disk or in the batch under way: who typed what. */
  authorship(): {
    readonly bindings: { client: number; member: MemberId }[]
    readonly delegations: { client: number; author: MemberId; via: string }[]
    readonly moves: readonly Omit<RoomMove, 'room'>[]
  } {
    const bindings = [...this.#owners].flatMap(([client, member]) =>
      this.#journaled.has(client) ? [{ client, member }] : [],
    )
    const delegations = [...this.#delegations].map(([client, { author, via }]) => ({ client, author, via }))
    return { bindings, delegations, moves: this.#moveList }
  }

  /** Names the member who typed what a clientID wrote; null: the server's own words. */
  typistOf(client: number): MemberId | null {
    return this.#owners.get(client) ?? this.#delegations.get(client)?.author ?? null
  }

  /**
   * Gives the server clientID under which it writes what `author` typed, because of `via`; `isNew`: it must be
   * journaled with what is written under it.
   */
  delegate(author: MemberId, via: string): { readonly client: number; readonly isNew: boolean } {
    for (const [client, known] of this.#delegations)
      if (known.author === author && known.via === via) return { client, isNew: false }
    let client = random.uint32()
    while (client === this.doc.clientID || this.#owners.has(client) || this.#isUsed(client))
      client = random.uint32()
    this.#delegations.set(client, { author, via })
    return { client, isNew: true }
  }

  /**
   * Applies a member's update; null when it brings nothing. Throws RefusedUpdate, and then nothing has changed.
   * `mayRemove`: how much of the text it may wipe (SY8); null: all of it.
   */
  apply(
    update: Uint8Array,
    member: MemberId,
    mayWrite: boolean,
    mayRemove: number | null = null,
  ): Applied | null {
    if (isSame(this.#known, update)) return null
    const sender = { mayWrite, owns: (client: number) => this.ownerOf(client, member) }
    const admitted = admit(this.doc, update, sender, this.#paths)
    if (!admitted.isNew) {
      if (update.length <= MAX_KNOWN_BYTES) this.#known = update
      return null
    }
    if (mayRemove !== null) guardFromWipe(this.doc, update, admitted.deletes, mayRemove)
    const clients = admitted.clients.filter((client) => !this.#journaled.has(client))
    for (const client of clients) {
      this.#owners.set(client, member)
      this.#journaled.add(client)
    }
    this.#applying = { member, deletes: admitted.deletes, moves: [], strayed: [] }
    this.#emitted = null
    try {
      Y.applyUpdate(this.doc, update, member)
    } catch (error) {
      throw new BrokenDocument('An admitted update could not be applied.', { cause: error })
    }
    const { moves, strayed } = this.#applying
    const emitted = this.#emitted ?? update
    this.#applying = null
    for (const move of moves) this.keepMove(move)
    if (isPending(this.doc)) throw new BrokenDocument('An admitted update left something pending.')
    return { update: emitted, clients, moves, followed: this.#follow(member, strayed) }
  }

  /** Tells whether a member has written here before, as far as it is on disk. */
  hasWritten(member: MemberId): boolean {
    for (const [client, owner] of this.#owners)
      if (owner === member && this.#journaled.has(client)) return true
    return false
  }

  /**
   * Gives the clientIDs that a member's update would write under, could the member write; null when it brings nothing.
   * They are the member's from then on. Throws RefusedUpdate.
   */
  wouldAdmit(update: Uint8Array, member: MemberId): number[] | null {
    const sender = { mayWrite: true, owns: (client: number) => this.ownerOf(client, member) }
    const { isNew, clients } = admit(this.doc, update, sender, this.#paths)
    if (!isNew) return null
    for (const client of clients) this.#owners.set(client, member)
    return clients.filter((client) => !this.#journaled.has(client))
  }

  /** Changes the document on the server's own behalf; null when nothing changed. */
  change(write: (doc: Y.Doc, transaction: Y.Transaction) => void): Uint8Array | null {
    this.#emitted = null
    this.doc.transact((transaction) => write(this.doc, transaction))
    return this.#emitted
  }

  /** Inside a change: runs `insert` under another of the server's clientIDs. */
  as(client: number, insert: () => void): void {
    const own = this.doc.clientID
    this.doc.clientID = client
    try {
      insert()
    } finally {
      this.doc.clientID = own
    }
  }

  /** Knows of a move from now on; whoever found it journals it. */
  keepMove({ from, to, length }: Move): void {
    this.#moveList.push({ from, to, length })
    this.moves.add({ from, to, length })
  }

  /** Lets go of the document. */
  destroy(): void {
    this.doc.destroy()
  }

  /** Takes words that came too late for their place after those before them, under who typed them (DR2). */
  #follow(member: MemberId, strayed: readonly Strayed[]): Followed | null {
    // So many would hold everybody up: they stay where they came in.
    if (strayed.length === 0 || strayed.length > MAX_STRAYED) return null
    const delegations: Omit<Delegation, 'room'>[] = []
    const moves: Move[] = []
    const via = `late:${member}`
    const writeAs = (insert: () => void): void => {
      const { client, isNew } = this.delegate(member, via)
      if (isNew) delegations.push({ client, author: member, via })
      this.as(client, insert)
    }
    const update = this.change((_, transaction) => {
      moves.push(...followMoved(transaction, this.moves, strayed, writeAs))
    })
    for (const move of moves) this.keepMove(move)
    return update === null ? null : { update, delegations, moves }
  }

  #isUsed(client: number): boolean {
    return this.#delegations.has(client) || Y.getState(this.doc.store, client) > 0
  }

  #matchMoves(transaction: Y.Transaction): void {
    const applying = this.#applying
    if (applying === null) return
    if (this.#moveList.length > 0)
      applying.strayed = strayedIn(transaction, this.moves, (text) => this.#paths.isFlatText(text))
    for (const type of transaction.changed.keys()) {
      const text: unknown = type
      if (!(text instanceof Y.Text) || !this.#paths.isFlatText(text)) continue
      applying.moves.push(...this.#matcher.match(applying.member, transaction, text, applying.deletes))
    }
  }
}

function isSame(known: Uint8Array | null, update: Uint8Array): boolean {
  return known !== null && known.length === update.length && Buffer.compare(known, update) === 0
}

/** The paths that clients may write in each kind of room (design §2). Rooms of facts have none. */
function pathsOf(doc: Y.Doc, parts: RoomParts): WritablePaths {
  if (parts.kind === 'notes') {
    const text = doc.getText('text')
    return { rootText: (name) => (name === 'text' ? text : null), isFlatText: (other) => other === text }
  }
  if (parts.kind === 'draft') {
    const items = doc.getMap('items')
    const isFlatText = (text: Y.Text): boolean => {
      const item = text._item?.parent
      return text._item?.parentSub === 'text' && item instanceof Y.Map && item._item?.parent === items
    }
    return { rootText: () => null, isFlatText }
  }
  return { rootText: () => null, isFlatText: () => false }
}

function isPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}
