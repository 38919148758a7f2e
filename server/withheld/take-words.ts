import type * as Y from 'yjs'
import { authoredSpans } from '../../shared/text/authorship.ts'
import { type Block, inlineLength } from '../../shared/text/block.ts'
import type { MoveMap } from '../../shared/text/moves.ts'
import { replaceBlocks } from '../../shared/text/replace-blocks.ts'
import { cutInlines } from '../../shared/text/spans.ts'
import type { WithheldBlock, WithheldSpan } from '../../shared/withheld/withheld-fact.ts'

/** Who typed what in a topic's notes. */
export interface Typists {
  memberOf(client: number): string | null
  readonly moves: MoveMap
}

/** Gives what lines hold, every word, atom and format, and who typed it. Lines that hold nothing are left out. */
export function wordsOf(lines: readonly Block[], typists: Typists): WithheldBlock[] {
  return lines
    .filter(({ inlines }) => inlines.length > 0)
    .map((line) => ({
      id: line.id,
      runs: authoredSpans(line, (client) => typists.memberOf(client), typists.moves).flatMap(
        ({ from, to, typedBy }) =>
          cutInlines(line.inlines, from, to).map((inline) => {
            const insert = 'text' in inline ? inline.text : inline.atom
            return { insert, formats: inline.formats, author: typedBy }
          }),
      ),
    }))
}

/** Gives the characters of lines, those that one client made in a row as one. */
export function spansOf(lines: readonly Block[]): WithheldSpan[] {
  const spans: [number, number, number][] = []
  for (const inline of lines.flatMap(({ inlines }) => inlines)) {
    const { client, clock } = inline.at
    const last = spans.at(-1)
    if (last?.[0] === client && last[1] + last[2] === clock) last[2] += inlineLength(inline)
    else spans.push([client, clock, inlineLength(inline)])
  }
  return spans
}

/**
 * Leaves one atom in the place of all that lines hold. Their markers stay as they are, with speaker and kind. Call it
 * inside a write.
 */
export function leaveStubs(
  transaction: Y.Transaction,
  text: Y.Text,
  blocks: readonly Block[],
  lines: readonly Block[],
  id: string,
): void {
  const atom = { t: 'withheld', id }
  for (const line of lines) {
    const index = blocks.indexOf(line)
    const stub = { id: line.id, attributes: line.attributes, pieces: [{ insert: atom, formats: {} }] }
    replaceBlocks(transaction, text, blocks, index, index + 1, [stub])
  }
}
