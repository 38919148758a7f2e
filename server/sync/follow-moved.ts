import * as Y from 'yjs'
import { isItemRemoved } from '../../shared/draft/draft-item.ts'
import type { AnchoredRange } from '../../shared/text/anchor.ts'
import { type Block, blockLength, type CharId } from '../../shared/text/block.ts'
import { findItem, isEnd, isVisibleInline, markerOf } from '../../shared/text/items.ts'
import type { CharRange, Move, MoveMap } from '../../shared/text/moves.ts'
import { movesBetween } from '../../shared/text/moves-between.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { type Line, type NewPiece, type Piece, replaceBlocks } from '../../shared/text/replace-blocks.ts'
import { cutInlines } from '../../shared/text/spans.ts'
import { VisibleChars } from '../../shared/text/visible-chars.ts'

/** Words that came with an update, and the character behind which they were typed, they and what came before them. */
export interface Strayed {
  readonly text: Y.Text
  readonly chars: CharRange
  readonly after: CharId
}

/** A text as it reads. Each is read once for all that strayed: of one update that may be a lot. */
class Reading {
  readonly text: Y.Text
  readonly blocks: readonly Block[]
  readonly #visible: VisibleChars

  constructor(text: Y.Text) {
    this.text = text
    this.blocks = renderBlocks(text)
    this.#visible = new VisibleChars(text, this.blocks)
  }

  /** What came in one piece stands in one piece, until somebody types in it. */
  find(chars: CharRange): AnchoredRange | null {
    return this.#visible.find(chars)[0] ?? null
  }
}

/** Words on their way. */
interface Going {
  readonly words: Strayed
  readonly from: AnchoredRange
  readonly to: AnchoredRange
}

/** What a stretch of a line is replaced by. */
interface Edit {
  readonly at: AnchoredRange
  readonly pieces: readonly NewPiece[]
}

/**
 * Finds the words of an update that were typed behind characters which had been moved away before it came (DR2): whoever
 * typed them did not know. Call it in `afterTransaction`, while what came is not joined to what was there.
 */
export function strayedIn(
  transaction: Y.Transaction,
  moves: MoveMap,
  isText: (text: Y.Text) => boolean,
): Strayed[] {
  const strayed: Strayed[] = []
  /** Behind which character what strayed belongs, by the last character of each piece. */
  const places = new Map<string, CharId>()
  for (const item of newItems(transaction)) {
    const { parent: text, origin, id, lastId, length } = item
    if (origin === null || !isInLine(item) || !(text instanceof Y.Text) || !isText(text)) continue
    const isBehindMoved = moves.hasLeft(origin) && wasGone(transaction, origin)
    const after = places.get(nameOf(origin)) ?? (isBehindMoved ? origin : null)
    if (after === null) continue
    places.set(nameOf(lastId), after)
    // A format begins before its words, and is not seen itself.
    if (isVisibleInline(item))
      strayed.push({ text, chars: { client: id.client, clock: id.clock, length }, after })
  }
  return strayed
}

function* newItems({ doc, beforeState, afterState }: Y.Transaction): Generator<Y.Item> {
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0
    const structs = doc.store.clients.get(client) ?? []
    const first = end > start ? Y.findIndexSS(structs, start) : structs.length
    for (let at = first; at < structs.length; at++) {
      const item = structs[at]
      if (item instanceof Y.Item) yield item
    }
  }
}

function nameOf({ client, clock }: CharId): string {
  return `${client} ${clock}`
}

/** Tells whether an item stands in a line: any but a line's marker or end. */
function isInLine(item: Y.Item): boolean {
  return markerOf(item) === null && !isEnd(item)
}

/** Tells whether a character was deleted before this transaction; who deletes it in the same one knows where it went. */
function wasGone({ doc, deleteSet }: Y.Transaction, at: CharId): boolean {
  const item = findItem(doc, at)
  return (item === null || item.deleted) && !Y.isDeleted(deleteSet, Y.createID(at.client, at.clock))
}

/**
 * Takes strayed words behind the character behind which they were typed, wherever it stands now; gives where they went.
 * They stay where that character is gone for good, or its item has left the draft. `writeAs` runs what inserts them,
 * under their typist. Call it inside a transaction.
 */
export function followMoved(
  transaction: Y.Transaction,
  moves: MoveMap,
  strayed: readonly Strayed[],
  writeAs: NonNullable<NewPiece['writeAs']>,
): readonly Move[] {
  const read = readings()
  const byTarget = new Map<Y.Text, Going[]>()
  for (const words of strayed) {
    const target = standingPlace(transaction.doc, moves, words.after, read)
    const from = target === null ? null : read(words.text).find(words.chars)
    if (target === null || from === null) continue
    add(byTarget, target.text, { words, from, to: target.at })
  }
  const done = [...byTarget].flatMap(([text, going]) => insert(transaction, read, text, going, writeAs))
  remove(transaction, [...byTarget.values()].flat())
  return done
}

/** Reads each text once. */
function readings(): (text: Y.Text) => Reading {
  const known = new Map<Y.Text, Reading>()
  return (text) => {
    const reading = known.get(text) ?? new Reading(text)
    known.set(text, reading)
    return reading
  }
}

/** Finds where a character stands now, if its item is in the draft. */
function standingPlace(
  doc: Y.Doc,
  moves: MoveMap,
  at: CharId,
  read: (text: Y.Text) => Reading,
): { readonly text: Y.Text; readonly at: AnchoredRange } | null {
  for (const place of moves.placesOf({ ...at, length: 1 })) {
    const text = findItem(doc, place)?.parent
    if (!(text instanceof Y.Text) || !isInDraft(doc, text)) continue
    const found = read(text).find(place)
    if (found !== null) return { text, at: found }
  }
  return null
}

/** Commands move words in the draft alone; notes are one text. */
function isInDraft(doc: Y.Doc, text: Y.Text): boolean {
  const entry = text._item?.parent
  const id = entry instanceof Y.Map ? entry._item?.parentSub : null
  return id != null && !isItemRemoved(doc, id)
}

/** Writes words into the text where they belong, those of one place in the order in which they stand. */
function insert(
  transaction: Y.Transaction,
  read: (text: Y.Text) => Reading,
  text: Y.Text,
  going: readonly Going[],
  writeAs: NonNullable<NewPiece['writeAs']>,
): Move[] {
  const ordered = [...going].sort((one, other) => compare(one.to, other.to) || compare(one.from, other.from))
  const edits = ordered.map(({ words, from, to }): Edit => {
    const inlines = cutInlines(read(words.text).blocks[from.block]?.inlines ?? [], from.from, from.to)
    const pieces = inlines.map((inline) => {
      return { insert: 'text' in inline ? inline.text : inline.atom, formats: inline.formats, writeAs }
    })
    return { at: { ...to, from: to.to }, pieces }
  })
  const lines = rewrite(transaction, read(text), edits)
  const shifts = new Map<number, number>()
  return ordered.flatMap(({ words, from, to }) => {
    const shift = shifts.get(to.block) ?? 0
    const length = from.to - from.from
    shifts.set(to.block, shift + length)
    const line = lines.get(to.block) as Block
    const inlines = cutInlines(line.inlines, to.to + shift, to.to + shift + length)
    return movesBetween(read(words.text).blocks, [from], [{ ...line, inlines }])
  })
}

/** Takes words out where they came in. */
function remove(transaction: Y.Transaction, going: readonly Going[]): void {
  // What was read before may have been written in since.
  const read = readings()
  const edits = new Map<Y.Text, Edit[]>()
  for (const { words } of going) {
    const at = read(words.text).find(words.chars)
    if (at !== null) add(edits, words.text, { at, pieces: [] })
  }
  for (const [text, list] of edits) {
    list.sort((one, other) => compare(one.at, other.at))
    rewrite(transaction, read(text), list)
  }
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function compare(one: AnchoredRange, other: AnchoredRange): number {
  return one.block - other.block || one.from - other.from
}

/** Replaces stretches of a text's lines, given in their order; gives each changed line by its place. */
function rewrite(
  transaction: Y.Transaction,
  { text, blocks }: Reading,
  edits: readonly Edit[],
): Map<number, Block> {
  const byBlock = new Map<number, Edit[]>()
  for (const edit of edits) add(byBlock, edit.at.block, edit)
  const first = edits[0]?.at.block ?? 0
  const end = (edits.at(-1)?.at.block ?? -1) + 1
  const lines = blocks.slice(first, end).map((line, index): Line => {
    const block = first + index
    const pieces: Piece[] = []
    let kept = 0
    for (const { at, pieces: written } of byBlock.get(block) ?? []) {
      pieces.push({ block, from: kept, to: at.from, formats: null }, ...written)
      kept = at.to
    }
    pieces.push({ block, from: kept, to: blockLength(line), formats: null })
    return { id: line.id, attributes: line.attributes, pieces }
  })
  const written = replaceBlocks(transaction, text, blocks, first, end, lines)
  return new Map(written.map((line, index) => [first + index, line]))
}
