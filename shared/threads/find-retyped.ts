import type * as Y from 'yjs'
import { type AnchoredRange, anchorRange, charsBetween } from '../text/anchor.ts'
import { type Block, blockText } from '../text/block.ts'
import { findItem, isVisibleInline, markerOf } from '../text/items.ts'
import type { CharRange, MoveMap } from '../text/moves.ts'
import type { VisibleChars } from '../text/visible-chars.ts'
import { MAX_CONTEXT, MAX_QUOTE, type ThreadPassage } from './thread-facts.ts'

/** Letters and digits that a quote must have: the fewest that the matcher of moved text takes for the same words. */
const MIN_QUOTE_LETTERS = 4
/** Letters and digits of quote and context together: "Yes." and "I agree." are said by many. */
const MIN_LETTERS = 16

/** A text as it stands now. */
export interface TextNow {
  readonly text: Y.Text
  readonly blocks: readonly Block[]
  readonly visible: VisibleChars
  readonly moves: MoveMap
  /** All its words, asked for only where a place was found. */
  readonly wordsOfAll: () => string
}

/**
 * Finds a passage whose words are all gone where the same ones were written again. The words alone are no proof: two
 * speakers say the same sentence, and when one of them is deleted the other is not it. So all of this must hold:
 * 1. It stands in the very line in which the deleted words still have their place (raw order never changes).
 * 2. What stands before and after it is what stood there, to the line's ends or as far as was kept.
 * 3. Quote and context together stand only once in the whole text, the quote only once among them, and they are not
 *    just a few letters.
 * 4. One client wrote it, here, and not before the words that it is to stand for: moved words are other words.
 */
export function findRetyped(now: TextNow, passage: ThreadPassage): AnchoredRange | null {
  const line = lineOf(now, passage)
  if (line === null) return null
  const { block, from, to } = line
  const words = blockText(now.blocks[block] as Block)
  const { before, quote, after } = passage
  const whole = before + quote + after
  const at = words.indexOf(whole)
  if (at < 0 || !isTelling(passage) || !isOnce(now.wordsOfAll(), whole)) return null
  const first = at + before.length
  const end = first + quote.length
  if (first < from || end > to) return null
  if (!isCut(before) && at > 0) return null
  if (!isCut(after) && at + whole.length < words.length) return null
  return isNewHere(now, passage, { block, from: first, to: end }) ? { block, from: first, to: end } : null
}

function isTelling({ before, quote, after }: ThreadPassage): boolean {
  const whole = before + quote + after
  if (lettersIn(quote) < MIN_QUOTE_LETTERS || lettersIn(whole) < MIN_LETTERS) return false
  if (quote.length > MAX_QUOTE || !isOnce(whole, quote)) return false
  // A text that repeats itself looks the same one repetition further on.
  return !(isCut(before) && quote.endsWith(before)) && !(isCut(after) && quote.startsWith(after))
}

/** Tells whether more may have stood beside the quote than was kept; a whole surrogate pair may have been left out. */
function isCut(context: string): boolean {
  return context.length >= MAX_CONTEXT - 1
}

function lettersIn(words: string): number {
  return words.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function isOnce(words: string, piece: string): boolean {
  const at = words.indexOf(piece)
  return at >= 0 && words.indexOf(piece, at + 1) < 0
}

/** Finds what is shown of the line, from one marker to the next, in which a passage's first word had its place. */
function lineOf({ text, visible }: TextNow, { anchor }: ThreadPassage): AnchoredRange | null {
  const start = text.doc === null ? null : findItem(text.doc, anchor.start)
  if (start?.parent !== text) return null
  let first: Y.Item | null = null
  let last: Y.Item | null = null
  for (let item: Y.Item | null = start; item !== null && markerOf(item) === null; item = item.left) {
    if (!isVisibleInline(item)) continue
    first = item
    last ??= item
  }
  for (let item = start.right; item !== null && markerOf(item) === null; item = item.right) {
    if (!isVisibleInline(item)) continue
    first ??= item
    last = item
  }
  const from = first === null ? null : placeOf(visible, first)
  const to = last === null ? null : placeOf(visible, last)
  return from === null || from.block !== to?.block ? null : { block: from.block, from: from.from, to: to.to }
}

function placeOf(visible: VisibleChars, { id: { client, clock }, length }: Y.Item): AnchoredRange | null {
  return visible.find({ client, clock, length })[0] ?? null
}

function isNewHere(
  { text, blocks, moves }: TextNow,
  { anchor }: ThreadPassage,
  place: AnchoredRange,
): boolean {
  const found = anchorRange(blocks[place.block] as Block, place.from, place.to)?.chars
  if (found === undefined) return false
  const own = anchor.chars ?? charsBetween(text, anchor) ?? []
  return found.every((chars) => {
    const isHome = moves.placesOf(chars).every((other) => isSame(other, chars))
    return isHome && chars.client === found[0]?.client && own.every((old) => isLater(chars, old))
  })
}

function isSame(one: CharRange, other: CharRange): boolean {
  return one.client === other.client && one.clock === other.clock && one.length === other.length
}

function isLater(chars: CharRange, old: CharRange): boolean {
  return chars.client !== old.client || chars.clock >= old.clock + old.length
}
