import type { Plugin } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { authoredSpans } from '../../../../shared/text/authorship.ts'
import { type Block, blockText } from '../../../../shared/text/block.ts'
import { type DeletedRange, deletedRanges } from '../../../../shared/text/changed-text.ts'
import { keepFormatting } from '../../../../shared/text/keep-formatting.ts'
import { MoveMatcher } from '../../../../shared/text/match-moves.ts'
import { MoveMap } from '../../../../shared/text/moves.ts'
import { renderBlocks } from '../../../../shared/text/render.ts'
import { flatText, shown, docOf as ydocOf } from '../../../../shared/text/testing/flat-text.ts'
import { docOf } from '../block-node.ts'
import { withoutGroups } from './without-groups.ts'
import { schema, Writer } from './writer.ts'

const NAMES = ['ann', 'ben', 'cem'] as const

/**
 * Up to three writers around one text, and the server's part: it takes updates in order, hands them on, and matches
 * moved text. Updates travel only when a test says so.
 */
export class Room {
  readonly text: Y.Text
  readonly writers: readonly Writer[]
  readonly moves = new MoveMap()
  readonly #matcher = new MoveMatcher()
  #ranges: DeletedRange[] = []

  constructor(lines: readonly string[], writers: readonly ((start: Uint8Array) => Writer)[]) {
    this.text = flatText(lines)
    const doc = ydocOf(this.text)
    keepFormatting(doc)
    const start = Y.encodeStateAsUpdate(doc)
    this.writers = writers.map((make) => make(start))
    doc.on('afterTransaction', (transaction) => {
      if (typeof transaction.origin !== 'string') return
      const { origin } = transaction
      for (const move of this.#matcher.match(origin, transaction, this.text, this.#ranges))
        this.moves.add(move)
    })
  }

  /** The server takes all that these writers (all, when none is named) have written, into the others' inboxes. */
  take(...from: readonly Writer[]): this {
    for (const writer of from.length > 0 ? from : this.writers) {
      for (let update = writer.outbox.shift(); update !== undefined; update = writer.outbox.shift()) {
        this.#ranges = deletedRanges(update)
        Y.applyUpdate(ydocOf(this.text), update, writer.name)
        for (const other of this.writers) if (other !== writer) other.inbox.push(update)
      }
    }
    return this
  }

  /** Brings everything to everybody, checks that all agree, and gives what a reader sees. */
  exchange(): string[] {
    this.take()
    for (const writer of this.writers) writer.receive()
    const blocks = shown(this.text)
    for (const writer of this.writers) {
      assertSame(shown(writer.text), blocks, `${writer.name}'s text is not the server's`)
      this.check(writer)
    }
    return blocks
  }

  /** Checks that a writer's editor shows what a fresh reading of the text shows. */
  check(writer: Writer): void {
    const held = writer.binding.caretMarker(writer.state)
    const fresh = renderBlocks(writer.text, { held })
    assertSame(writer.shows, shown(writer.text, { held }), `${writer.name}'s binding is not a fresh reading`)
    assertSame(
      describe(writer.binding.blocks),
      describe(fresh),
      `${writer.name}'s characters are not the text's`,
    )
    if (!withoutGroups(docOf(writer.schema, fresh)).eq(withoutGroups(writer.state.doc)))
      throw new Error(`${writer.name}'s editor shows ${writer.state.doc}`)
  }

  /** Says who typed what in a block: `ann:text` pieces, movers behind a `<`. */
  authors(id: string): string[] {
    const block = renderBlocks(this.text).find((each) => each.id === id)
    if (block === undefined) throw new Error(`No block "${id}".`)
    const memberOf = (client: number): string | null => NAMES[client - 11] ?? (client === 1 ? 'server' : null)
    return authoredSpans(block, memberOf, this.moves).map(({ typedBy, movedBy, from, to }) => {
      return `${[typedBy, ...movedBy].join('<')}:${blockText(block).slice(from, to)}`
    })
  }
}

/** Two writers around one text; `plugins` stand beside their editors' own. */
export function two(
  lines: readonly string[],
  plugins: readonly Plugin[] = [],
): { room: Room; ann: Writer; ben: Writer } {
  const makers = NAMES.slice(0, 2).map((name, index) => {
    return (start: Uint8Array) => new Writer(name, 11 + index, start, schema, plugins)
  })
  const room = new Room(lines, makers)
  const [ann, ben] = room.writers as [Writer, Writer]
  return { room, ann, ben }
}

/** Three writers around one text. */
export function three(lines: readonly string[]): { room: Room; ann: Writer; ben: Writer; cem: Writer } {
  const { room, ann, ben, cem } = around(lines, 3)
  return { room, ann, ben: ben as Writer, cem: cem as Writer }
}

/** One writer alone. */
export function alone(lines: readonly string[], of = schema): { room: Room; ann: Writer } {
  const { room, ann } = around(lines, 1, of)
  return { room, ann }
}

/** A writer of today (ann) and one on another schema (ben). */
export function mixed(
  lines: readonly string[],
  other: typeof schema,
): { room: Room; ann: Writer; ben: Writer } {
  const { room, ann, ben } = around(lines, 2, schema, other)
  return { room, ann, ben: ben as Writer }
}

function around(
  lines: readonly string[],
  count: number,
  ...schemas: readonly (typeof schema)[]
): { room: Room; ann: Writer; ben: Writer | undefined; cem: Writer | undefined } {
  const makers = NAMES.slice(0, count).map((name, index) => {
    return (start: Uint8Array) => new Writer(name, 11 + index, start, schemas[index] ?? schema)
  })
  const room = new Room(lines, makers)
  const [ann, ben, cem] = room.writers
  return { room, ann: ann as Writer, ben, cem }
}

function describe(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ id, marker, state, inlines, seams }) => [
    `${id} ${JSON.stringify(marker)} ${state} ${JSON.stringify(seams)}`,
    ...inlines.flatMap((inline) => {
      const units = 'text' in inline ? [...inline.text] : [JSON.stringify(inline.atom)]
      let { clock } = inline.at
      return units.map((unit) => {
        const place = `${unit}@${inline.at.client}:${clock} ${JSON.stringify(sorted(inline.formats))}`
        clock += 'text' in inline ? unit.length : 1
        return place
      })
    }),
  ])
}

function sorted(record: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}

function assertSame(actual: readonly string[], expected: readonly string[], what: string): void {
  if (actual.join('\n') !== expected.join('\n'))
    throw new Error(`${what}:\n${actual.join('\n')}\n--- not\n${expected.join('\n')}`)
}
