import * as Y from 'yjs'
import { type Atom, END } from './atom.ts'
import type { Attributes, Block, CharId, Formats, Inline } from './block.ts'
import { blockLength, ROOT_ID, sameRecord } from './block.ts'
import { formatChars, formatsAfter, insertFormatted } from './format-text.ts'
import { deleteChars, findItem, insertAfter, itemTo, markerOf } from './items.ts'
import { afterEndOfRun, seamsOf } from './raw-run.ts'
import { readAttributes } from './runs.ts'
import { settle } from './settle.ts'
import { cutInlines } from './spans.ts'

/** A stretch of a block that stays: units `from` to `to` of `blocks[block]`, with new formats or as they are. */
export interface KeptPiece {
  readonly block: number
  readonly from: number
  readonly to: number
  readonly formats: Formats | null
}

/** Text or an atom that comes new. */
export interface NewPiece {
  readonly insert: string | Atom
  readonly formats: Formats
  /** Runs what inserts it, under the clientID of whoever typed it; absent: under that of the document. */
  readonly writeAs?: ((insert: () => void) => void) | undefined
}

export type Piece = KeptPiece | NewPiece

/** A block as it is to be shown. */
export interface Line {
  readonly id: string
  readonly attributes: Attributes
  readonly pieces: readonly Piece[]
}

/**
 * Makes the text show `lines` where it shows `blocks[from..to)`, and gives them back as blocks. Kept pieces must come
 * in the order in which they stand. Characters that stay are never deleted and inserted again, so their authors and
 * the anchors in them stay too; markers and ends are never deleted (TX1). `blocks` may be behind the Y state: places
 * are found by character, not by count. Call it inside a transaction.
 */
export function replaceBlocks(
  transaction: Y.Transaction,
  text: Y.Text,
  blocks: readonly Block[],
  from: number,
  to: number,
  lines: readonly Line[],
): Block[] {
  return new BlockWriter(transaction, text, blocks, from, to, lines).run()
}

interface Written {
  readonly line: Line
  readonly head: Y.Item | null
  readonly formats: Formats
  readonly inlines: Inline[]
}

// Walks the old blocks once, from left to right, deleting what is not kept and inserting what is new (TX5).
class BlockWriter {
  readonly #tr: Y.Transaction
  readonly #text: Y.Text
  readonly #blocks: readonly Block[]
  readonly #from: number
  readonly #to: number
  readonly #lines: readonly Line[]
  /** Heads of the old blocks and of new ones, with the formats in force there: formats are found by walking left. */
  readonly #formats = new Map<Y.Item, Formats>()
  readonly #shown = new Set<Y.Item>()
  readonly #written: Written[] = []
  readonly #reformats: { at: CharId; length: number; formats: Formats; before: Formats }[] = []
  /** The old block in which the walk stands (`from - 1`: before the first), and how far it got. */
  #block: number
  #offset = 0
  /** Inserts go straight after this item. */
  #left: Y.Item | null
  /** The end of the whole new block that is being filled, if one is. */
  #wholeEnd: Y.Item | null = null
  /** The first marker put before all old blocks. */
  #first: Y.Item | null = null
  /** Whether a block was made, dropped or brought back: else `gone` and `join` need no look (TX9). */
  #restructured = false

  constructor(
    tr: Y.Transaction,
    text: Y.Text,
    blocks: readonly Block[],
    from: number,
    to: number,
    lines: readonly Line[],
  ) {
    this.#tr = tr
    this.#text = text
    this.#blocks = blocks
    this.#from = from
    this.#to = to
    this.#lines = lines
    this.#block = from - 1
    for (let index = Math.max(0, from - 1); index < to; index++) {
      const head = this.#headOf(index)
      if (head !== null) this.#formats.set(head, this.#at(index).formats)
    }
    this.#left = this.#placeBefore(from)
  }

  run(): Block[] {
    for (let index = 0; index < this.#lines.length; index++) this.#writeLine(index)
    this.#deleteTo(this.#to, 0)
    for (const { at, length, formats, before } of this.#reformats) {
      formatChars(this.#tr, this.#text, at, length, before, formats)
    }
    if (this.#restructured) this.#settle()
    return this.#written.map((written) => this.#toBlock(written))
  }

  #writeLine(index: number): void {
    const line = this.#lines[index] as Line
    const next = this.#nextKept(index)
    const aligned = this.#alignedWith(line, next)
    if (aligned >= 0) this.#continueAt(aligned, line)
    else this.#openBlock(line, next)
    for (const piece of line.pieces) {
      if ('insert' in piece) this.#insert(piece)
      else this.#keep(piece)
    }
  }

  /** Finds the old block that this line goes on with: same id, still ahead, and not past what is kept next. */
  #alignedWith(line: Line, next: KeptPiece | null): number {
    const last = next === null ? this.#to - 1 : next.block
    for (let index = this.#block + 1; index <= last; index++) {
      if (this.#at(index).id === line.id) return index
    }
    return -1
  }

  #continueAt(index: number, line: Line): void {
    const block = this.#at(index)
    if (index > this.#block + 1 || block.state !== 'shown') this.#restructured = true
    this.#deleteTo(index, 0)
    this.#block = index
    this.#offset = 0
    this.#wholeEnd = null
    const head = this.#headOf(index)
    this.#left = head
    if (head !== null) {
      this.#shown.add(head)
      writeAttributes(head, block.attributes, line.attributes)
    }
    this.#written.push({ line, head, formats: block.formats, inlines: [] })
  }

  /** Makes a new block: by cutting the old one where text is kept behind the cut, else whole, with its own end (TX4). */
  #openBlock(line: Line, next: KeptPiece | null): void {
    this.#restructured = true
    if (this.#reopenSeam(line, next)) return
    const splits = next !== null && next.block === this.#block
    const deleted = this.#deleteTo(this.#block, splits ? next.from : Number.POSITIVE_INFINITY)
    let left = deleted ?? this.#left
    // A cut goes behind what was deleted there: what somebody types at the same place meanwhile stays before the cut.
    if (splits) while (left?.right?.deleted === true) left = left.right
    if (!splits) {
      if (this.#wholeEnd !== null) left = this.#wholeEnd
      else if (this.#block >= this.#from) left = afterEndOfRun(this.#text, left)
    }
    const formats = this.#formatsAfter(left)
    if (splits) left = insertAfter(this.#tr, this.#text, left, new Y.ContentEmbed(END))
    const head = this.#insertMarker(left, line)
    this.#wholeEnd = splits ? null : insertAfter(this.#tr, this.#text, head, new Y.ContentEmbed(END))
    this.#formats.set(head, formats)
    this.#shown.add(head)
    if (this.#block < this.#from) this.#first ??= head
    this.#left = head
    this.#written.push({ line, head, formats, inlines: [] })
  }

  /** A line with the id of what was joined here is that block again: its own marker is shown (TX14). */
  #reopenSeam(line: Line, next: KeptPiece | null): boolean {
    if (this.#block < this.#from || next?.block !== this.#block) return false
    const seam = this.#at(this.#block).seams.find(({ id, offset }) => id === line.id && offset === next.from)
    const head = seam === undefined ? null : findItem(this.#tr.doc, seam.marker)
    const marker = head === null ? null : markerOf(head)
    if (head === null || marker === null) return false
    this.#deleteTo(this.#block, next.from)
    const formats = this.#formatsAfter(head)
    writeAttributes(head, readAttributes(marker), line.attributes)
    this.#formats.set(head, formats)
    this.#shown.add(head)
    this.#wholeEnd = null
    this.#left = head
    this.#written.push({ line, head, formats, inlines: [] })
    return true
  }

  #insertMarker(left: Y.Item | null, line: Line): Y.Item {
    const entries = Object.entries({ id: line.id, v: 1, ...line.attributes })
    return insertAfter(this.#tr, this.#text, left, new Y.ContentType(new Y.Map(entries)))
  }

  #insert(piece: NewPiece): void {
    if (piece.insert === '') return
    const { inlines } = this.#written.at(-1) as Written
    const { insert, formats, writeAs = (write) => write() } = piece
    writeAs(() => {
      const current = this.#formatsAfter(this.#left)
      const { left, at } = insertFormatted(this.#tr, this.#text, this.#left, current, insert, formats)
      this.#left = left
      inlines.push(typeof insert === 'string' ? { at, text: insert, formats } : { at, atom: insert, formats })
    })
  }

  #keep(piece: KeptPiece): void {
    if (piece.to <= piece.from) return
    this.#deleteTo(piece.block, piece.from)
    if (piece.block !== this.#block) {
      this.#block = piece.block
      this.#wholeEnd = null
      this.#restructured = true
    }
    const { inlines } = this.#written.at(-1) as Written
    for (const kept of cutInlines(this.#at(piece.block).inlines, piece.from, piece.to)) {
      const formats = piece.formats ?? kept.formats
      const length = 'text' in kept ? kept.text.length : 1
      if (!sameRecord(formats, kept.formats)) {
        this.#reformats.push({ at: kept.at, length, formats, before: kept.formats })
      }
      inlines.push({ ...kept, formats })
      this.#left = itemTo(this.#tr, { client: kept.at.client, clock: kept.at.clock + length - 1 })
    }
    this.#offset = piece.to
  }

  /** Deletes the units between the walk's place and another place; gives the last item deleted in this block. */
  #deleteTo(block: number, offset: number): Y.Item | null {
    let last: Y.Item | null = null
    const stop = Math.min(block, this.#to - 1)
    for (let index = Math.max(this.#block, this.#from); index <= stop; index++) {
      const start = index === this.#block ? this.#offset : 0
      const end = index === block ? offset : Number.POSITIVE_INFINITY
      if (end <= start) continue
      for (const inline of cutInlines(this.#at(index).inlines, start, end)) {
        const length = 'text' in inline ? inline.text.length : 1
        last = deleteChars(this.#tr, this.#text, inline.at, length)
      }
      if (index === this.#block) this.#offset = Math.min(end, blockLength(this.#at(index)))
    }
    if (block > this.#block + 1 || (block === this.#to && this.#block < this.#to - 1))
      this.#restructured = true
    return last
  }

  #nextKept(index: number): KeptPiece | null {
    for (let at = index; at < this.#lines.length; at++) {
      for (const piece of (this.#lines[at] as Line).pieces) if (!('insert' in piece)) return piece
    }
    return null
  }

  #formatsAfter(left: Y.Item | null): Formats {
    return formatsAfter(left, this.#formats)
  }

  /** New blocks before `index` go straight after the end of the block above (TX4), or before the very first. */
  #placeBefore(index: number): Y.Item | null {
    if (index === 0) return this.#blocks.length === 0 ? null : (this.#headOf(0)?.left ?? null)
    const above = this.#at(index - 1)
    const seam = above.seams.at(-1)
    // An empty run joined at its very end belongs to it as well.
    if (seam !== undefined && seam.offset === blockLength(above)) {
      return afterEndOfRun(this.#text, findItem(this.#tr.doc, seam.marker))
    }
    const last = above.inlines.at(-1)
    if (last === undefined) return afterEndOfRun(this.#text, this.#headOf(index - 1))
    const clock = last.at.clock + ('text' in last ? last.text.length : 1) - 1
    return afterEndOfRun(this.#text, findItem(this.#tr.doc, { client: last.at.client, clock }))
  }

  #settle(): void {
    const members = new Set<Y.Item>()
    for (let index = this.#from; index < this.#to; index++) {
      const { marker, seams } = this.#at(index)
      for (const at of [marker, ...seams.map((seam) => seam.marker)]) {
        const item = at === null ? null : findItem(this.#tr.doc, at)
        if (item !== null) members.add(item)
      }
    }
    const start = this.#first ?? (this.#from < this.#to ? this.#headOf(this.#from) : null)
    const next = this.#to < this.#blocks.length ? this.#headOf(this.#to) : null
    settle(this.#text, { start, shown: this.#shown, members, next })
  }

  #toBlock({ line, head, formats, inlines }: Written): Block {
    const marker = head === null ? null : { client: head.id.client, clock: head.id.clock }
    const id = head === null ? ROOT_ID : line.id
    const seams = seamsOf(this.#text, head, this.#shown)
    return { id, marker, attributes: line.attributes, state: 'shown', inlines, seams, formats }
  }

  #headOf(index: number): Y.Item | null {
    const { marker } = this.#at(index)
    return marker === null ? null : findItem(this.#tr.doc, marker)
  }

  #at(index: number): Block {
    return this.#blocks[index] as Block
  }
}

function writeAttributes(head: Y.Item, before: Attributes, after: Attributes): void {
  if (before === after) return
  const marker = markerOf(head)
  if (marker === null) return
  // Only what differs is set, so that a key another client has just changed keeps its value (TX6).
  for (const [key, value] of Object.entries(after)) if (!Object.is(before[key], value)) marker.set(key, value)
  for (const key of Object.keys(before)) if (!(key in after)) marker.delete(key)
}
