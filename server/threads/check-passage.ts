import type * as Y from 'yjs'
import { MinutaError } from '../../shared/errors/errors.ts'
import { type Anchor, anchorRange, charsBetween, resolveAnchor } from '../../shared/text/anchor.ts'
import type { Block } from '../../shared/text/block.ts'
import { findItem } from '../../shared/text/items.ts'
import type { CharRange, MoveMap } from '../../shared/text/moves.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { passageOf } from '../../shared/threads/passage-of.ts'
import type { ThreadPassage } from '../../shared/threads/thread-facts.ts'

/** Stretches of typing between a passage's ends, deleted ones too: an hour of rewriting one paragraph makes some 2,000. */
const MAX_STRETCHES = 10_000

/**
 * Gives a passage as it is kept: its anchor as the client made it, its quote as the text has it now, so that nobody can
 * put words into the notes. Where all of it has been deleted meanwhile (a comment that was written offline) there is no
 * quote: nobody can prove it, and the words may have been withheld. Throws MinutaError where the anchor is none of this text.
 */
export function checkPassage(text: Y.Text, moves: MoveMap, passage: ThreadPassage): ThreadPassage {
  const { doc } = text
  const { start, end, chars } = passage.anchor
  if (doc === null || findItem(doc, start) === null || findItem(doc, end) === null)
    throw new MinutaError('passage-unknown')
  const between = charsBetween(text, { start, end })
  if (
    between === null ||
    between.length === 0 ||
    between.length > MAX_STRETCHES ||
    !covers(between, chars ?? [])
  )
    throw new MinutaError('bad-request', 'The anchor is no passage of this text.')
  const blocks = renderBlocks(text)
  const place = resolveAnchor(text, blocks, passage.anchor, moves)
  if (place === null) return unquoted(passage)
  const { block: index, from, to } = place
  const block = blocks[index] as Block
  const now = passageOf(text, block, from, to)
  if (now === null) return unquoted(passage)
  return { ...now, anchor: named(passage.anchor, anchorRange(block, from, to)) }
}

function unquoted({ anchor }: ThreadPassage): ThreadPassage {
  return { anchor, quote: '', before: '', after: '' }
}

/** An anchor that names no characters is taken to be made on those that stand there now. */
function named(anchor: Anchor, now: Anchor | null): Anchor {
  const chars = anchor.chars ?? now?.chars
  return chars === undefined ? anchor : { ...anchor, chars }
}

/** Tells whether every character of some ranges is in others. */
function covers(between: readonly CharRange[], chars: readonly CharRange[]): boolean {
  const sorted = [...between].sort((one, other) => one.client - other.client || one.clock - other.clock)
  return chars.every(({ client, clock, length }) => {
    let next = clock
    for (const range of sorted)
      if (range.client === client && range.clock <= next) next = Math.max(next, range.clock + range.length)
    return next >= clock + length
  })
}
