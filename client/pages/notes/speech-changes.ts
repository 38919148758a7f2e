import * as Y from 'yjs'
import { isBlank, speakerOf } from '../../../shared/notes/intervention.ts'
import { type Block, inlineLength, sameRecord } from '../../../shared/text/block.ts'
import { findItem, markerOf, setterOf } from '../../../shared/text/items.ts'

/** What somebody did to one line. `added`: it had no words before. */
export interface LineChange {
  readonly member: string
  readonly line: string
  /** The line's `speaker`, or what it was last; null: nobody yet. */
  readonly speaker: string | null
  readonly did: 'added' | 'changed' | 'removed'
}

/** Names the member who types under a clientID by the server's record; null: it has none, or not yet. */
export type MemberOf = (client: number) => string | null

/**
 * Finds what was done to a topic's lines since it looked last, and by whom: new characters and attributes bear the
 * clientID that made them. Who deletes words leaves no name, so that is told of lines alone. What the server has not
 * yet recorded is found later.
 */
export class ChangeReader {
  readonly #text: Y.Text
  /** Up to which clock each client's characters are known. */
  readonly #seen: Map<number, number>
  #lines: ReadonlyMap<string, Block>

  constructor(text: Y.Text, blocks: readonly Block[]) {
    this.#text = text
    this.#seen = clocksOf(this.#doc)
    this.#lines = linesOf(blocks)
  }

  /** `blocks` must show all that the text holds. */
  read(blocks: readonly Block[], memberOf: MemberOf): LineChange[] {
    const unknown = new Set<number>()
    const changes: LineChange[] = []
    const lines = new Map<string, Block>()
    for (const block of blocks) {
      if (block.state === 'held') continue
      const before = this.#lines.get(block.id)
      lines.set(block.id, block)
      if (before === block) continue
      const clients = [...this.#typists(block)]
      const strangers = clients.flatMap(([client]) => (memberOf(client) === null ? [client] : []))
      const typed = mostOf(clients, memberOf)
      const member = typed ?? this.#setter(block, before, memberOf)
      if (member !== null) {
        const isNew = typed !== null && (before === undefined || isBlank(before))
        changes.push(changeOf(block, member, isNew ? 'added' : 'changed'))
      }
      if (strangers.length === 0) continue
      // Read again until the server has said whose these are.
      for (const client of strangers) unknown.add(client)
      if (before === undefined) lines.delete(block.id)
      else lines.set(block.id, before)
    }
    for (const block of this.#lines.values()) {
      if (!lines.has(block.id)) changes.push(...this.#removed(block, memberOf))
    }
    for (const [client, clock] of clocksOf(this.#doc)) if (!unknown.has(client)) this.#seen.set(client, clock)
    this.#lines = lines
    return changes
  }

  get #doc(): Y.Doc {
    return this.#text.doc as Y.Doc
  }

  /** Counts the new characters of a line by the client that made them. */
  #typists(block: Block): Map<number, number> {
    const count = new Map<number, number>()
    for (const inline of block.inlines) {
      const { client, clock } = inline.at
      const fresh = clock + inlineLength(inline) - Math.max(clock, this.#seen.get(client) ?? 0)
      if (fresh > 0) count.set(client, (count.get(client) ?? 0) + fresh)
    }
    return count
  }

  /** Gives who set an attribute of a line anew: its speaker, its kind. */
  #setter(block: Block, before: Block | undefined, memberOf: MemberOf): string | null {
    if (before === undefined || isBlank(block) || sameRecord(before.attributes, block.attributes)) return null
    for (const [key, value] of Object.entries(block.attributes)) {
      if (before.attributes[key] === value) continue
      const client = this.#setterOf(block, key)
      if (client !== null) return memberOf(client)
    }
    return null
  }

  #removed(block: Block, memberOf: MemberOf): LineChange[] {
    if (isBlank(block)) return []
    const client = this.#setterOf(block, 'gone')
    const member = client === null ? null : memberOf(client)
    return member === null ? [] : [changeOf(block, member, 'removed')]
  }

  #setterOf({ marker }: Block, key: string): number | null {
    const item = marker === null ? null : findItem(this.#doc, marker)
    const map = item === null ? null : markerOf(item)
    return map === null ? null : setterOf(map, key)
  }
}

function changeOf(block: Block, member: string, did: LineChange['did']): LineChange {
  return { member, line: block.id, speaker: speakerOf(block), did }
}

function clocksOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

function linesOf(blocks: readonly Block[]): Map<string, Block> {
  return new Map(blocks.filter(({ state }) => state !== 'held').map((block) => [block.id, block]))
}

function mostOf(clients: readonly (readonly [number, number])[], memberOf: MemberOf): string | null {
  const count = new Map<string, number>()
  for (const [client, characters] of clients) {
    const member = memberOf(client)
    if (member !== null) count.set(member, (count.get(member) ?? 0) + characters)
  }
  const [most] = [...count].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? null
}
