import type * as Y from 'yjs'
import { type DraftItem, findDraftItem, readItems } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import { readFullProvenance } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import { authoredLines, type ItemLine } from '../../shared/merge/item-lines.ts'
import { type CutPiece, cutBlocks } from '../../shared/merge/split-lines.ts'
import { blockUnits } from '../../shared/merge/units.ts'
import type { MemberPrincipal, TopicReaders } from '../../shared/permissions/principal.ts'
import { resolveAnchor } from '../../shared/text/anchor.ts'
import type { Block, CharId } from '../../shared/text/block.ts'
import { findItem } from '../../shared/text/items.ts'
import type { MoveMap } from '../../shared/text/moves.ts'
import { movesBetween } from '../../shared/text/moves-between.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { replaceBlocks } from '../../shared/text/replace-blocks.ts'
import type { Work } from '../commands/commands.ts'
import { makeItem } from '../draft/new-item.ts'
import { rankAfter } from '../draft/ranks.ts'
import { draftingRoom, draftRoom, ledgerRoom } from '../draft/room-names.ts'
import { setFact } from '../draft/set-fact.ts'
import { divideProvenance, writeWithheld } from './divide-provenance.ts'
import { takenOf } from './merge-record.ts'
import { type SplitText, threadsOfSecond } from './move-threads.ts'
import { authorOf } from './rewrite-item.ts'

/** Where an item is to be split. */
export interface Split {
  readonly item: string
  /** The character with which the second half begins: it stays the same whatever is typed meanwhile. */
  readonly before: CharId
  /** The second half's id, the client's. */
  readonly id: string
}

/**
 * Splits an item: what stands behind the cut becomes an item after it, under whoever typed it. Both keep all sources
 * and the status. Blanks at the cut are left out, and a footnote goes with its mark. What is anchored in the words that
 * move goes with them, and so do the threads on them (TH1). Throws MinutaError.
 */
export function splitItem(
  work: Work,
  by: MemberPrincipal,
  split: Split,
  readable: ReadonlyMap<string, TopicReaders>,
): { readonly id: string } {
  const room = draftRoom(by.meeting)
  const draft = work.doc(room)
  const item = checked(work, by, split)
  const blocks = renderBlocks(item.text)
  const { moves } = work.authorship(room)
  const halves = cutBlocks(blocks, placeOf(item.text, blocks, split.before, moves))
  if (halves === null) throw new MinutaError('bad-request', 'An item is split between its words.')
  const threadRooms = [ledgerRoom(by.meeting), draftingRoom(by.meeting)]
  const bringThreads = threadsOfSecond(work, threadRooms, { item, blocks, halves, moves })
  writeHalves(work, by, split, { item, blocks, halves })
  const second = findDraftItem(draft, split.id) as DraftItem
  const written = renderBlocks(second.text)
  const moved = halves.second.flatMap(({ block, pieces }) => pieces.map((piece) => ({ block, ...piece })))
  work.recordMoves(room, movesBetween(blocks, moved, written))
  bringThreads(split.id, written)
  writeFacts(work, by, split, readable)
  return { id: split.id }
}

function writeHalves(
  work: Work,
  by: MemberPrincipal,
  split: Split,
  { item, blocks, halves }: Pick<SplitText, 'item' | 'blocks' | 'halves'>,
): void {
  const room = draftRoom(by.meeting)
  const lines = authoredLines(blocks, work.authorship(room))
  const { type, section } = item
  const rank = rankAfter(work.doc(room), section, item.id)
  work.write(room, (transaction, doc) => {
    const second = halves.second.map((line) => linesFrom(line, blocks, lines))
    makeItem(doc, { id: split.id, type, section, rank }, second, authorOf(work, room, `split:${by.member}`))
    const first = halves.first.map(({ block, pieces }) => {
      const { id, attributes } = blocks[block] as Block
      return { id, attributes, pieces: pieces.map(({ from, to }) => ({ block, from, to, formats: null })) }
    })
    replaceBlocks(transaction, item.text, blocks, 0, blocks.length, first)
  })
}

function checked(work: Work, by: MemberPrincipal, { item: id, id: second }: Split): DraftItem {
  const draft = work.doc(draftRoom(by.meeting))
  const item = readItems(draft, []).find((each) => each.id === id)
  if (item === undefined) throw new MinutaError('not-found', 'There is no such item in the draft.')
  if (draft.getMap('items').has(second))
    throw new MinutaError('conflict', 'There is an item of this id already.')
  if (readFacts(work.doc(ledgerRoom(by.meeting)), 'itemFacts').get(id)?.status === 'adopted')
    throw new MinutaError('conflict', 'An adopted recommendation stays as it is.')
  return item
}

/** Gives how many units of the words stand before a character, wherever it has moved in its text. Throws MinutaError. */
function placeOf(text: Y.Text, blocks: readonly Block[], before: CharId, moves: MoveMap): number {
  // It was typed without a connection, and comes by the room.
  if (text.doc === null || findItem(text.doc, before) === null) throw new MinutaError('passage-unknown')
  const anchor = { start: before, end: before, chars: [{ ...before, length: 1 }] }
  const place = resolveAnchor(text, blocks, anchor, moves)
  if (place === null)
    throw new MinutaError(
      'conflict',
      'The words there have changed meanwhile. Look where to split it, and try again.',
    )
  const { units } = blockUnits(blocks)
  return units.findIndex(({ block, offset }) => block === place.block && offset === place.from)
}

/** Gives a line of the second half, each piece with who typed it. */
function linesFrom(
  { block, pieces }: CutPiece,
  blocks: readonly Block[],
  lines: readonly ItemLine[],
): ItemLine {
  const units = (lines[block] as ItemLine).pieces.flatMap((piece) =>
    typeof piece.insert === 'string'
      ? piece.insert.split('').map((unit) => ({ ...piece, insert: unit }))
      : [piece],
  )
  const kept = pieces.flatMap(({ from, to }) => units.slice(from, to))
  return { attributes: (blocks[block] as Block).attributes, pieces: joined(kept) }
}

function joined(units: readonly ItemLine['pieces'][number][]): ItemLine['pieces'] {
  const pieces: ItemLine['pieces'][number][] = []
  for (const unit of units) {
    const last = pieces.at(-1)
    const goesOn =
      typeof last?.insert === 'string' &&
      typeof unit.insert === 'string' &&
      last.author === unit.author &&
      last.formats === unit.formats
    if (goesOn) pieces[pieces.length - 1] = { ...last, insert: `${last.insert}${unit.insert}` }
    else pieces.push(unit)
  }
  return pieces
}

function writeFacts(
  work: Work,
  by: MemberPrincipal,
  { item, id }: Split,
  readable: ReadonlyMap<string, TopicReaders>,
): void {
  const ledger = work.doc(ledgerRoom(by.meeting))
  const drafting = work.doc(draftingRoom(by.meeting))
  const fact = readFullProvenance(ledger, drafting).get(item)
  const status = readFacts(ledger, 'itemFacts').get(item)
  // Nobody knows the second half's words as a merge left them.
  const facts = fact === undefined ? [] : [[id, { sources: fact.sources, itemHash: '' }] as const]
  const divided = divideProvenance(new Map(facts), readable)
  const taken = takenOf(drafting).get(item)
  if (fact !== undefined)
    work.write(draftingRoom(by.meeting), (_, doc) => {
      if (taken !== undefined) takenOf(doc).set(id, taken)
      writeWithheld(doc, [id], divided.drafting)
    })
  work.write(ledgerRoom(by.meeting), (_, doc) => {
    for (const [each, told] of divided.ledger) setFact(doc, 'provenance', each, told)
    if (status !== undefined) setFact(doc, 'itemFacts', id, status)
  })
}
