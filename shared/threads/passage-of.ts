import type * as Y from 'yjs'
import { anchorRange } from '../text/anchor.ts'
import { type Block, blockText } from '../text/block.ts'
import { findItem } from '../text/items.ts'
import { MAX_CONTEXT, MAX_QUOTE, type ThreadPassage } from './thread-facts.ts'

/** Makes the passage of a range of a block, as it stands now; null when the range is empty or of another text. */
export function passageOf(text: Y.Text, block: Block, from: number, to: number): ThreadPassage | null {
  const words = blockText(block)
  const start = isInside(words, from) ? from - 1 : from
  const end = isInside(words, to) ? to + 1 : to
  const anchor = anchorRange(block, start, end)
  if (anchor === null || text.doc === null) return null
  if (findItem(text.doc, anchor.start)?.parent !== text) return null
  return { anchor, ...quoteOf(words, start, end) }
}

/** Gives a range's words and what stands beside them. Never half a character: it could not be stored. */
function quoteOf(words: string, from: number, to: number): Omit<ThreadPassage, 'anchor'> {
  const cut = Math.min(to, from + MAX_QUOTE)
  const end = isInside(words, cut) ? cut - 1 : cut
  const first = Math.max(0, from - MAX_CONTEXT)
  const last = Math.min(words.length, end + MAX_CONTEXT)
  return {
    quote: words.slice(from, end),
    before: words.slice(isInside(words, first) ? first + 1 : first, from),
    after: words.slice(end, isInside(words, last) ? last - 1 : last),
  }
}

/** Tells whether a place is in the middle of a surrogate pair. */
function isInside(words: string, at: number): boolean {
  return at > 0 && (words.codePointAt(at - 1) ?? 0) > 0xffff
}
