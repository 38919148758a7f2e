import type { Block } from '../text/block.ts'
import { isFootnote } from '../text/footnote.ts'
import type { Line } from '../text/replace-blocks.ts'
import { cutInlines } from '../text/spans.ts'

/**
 * Makes each footnote whose mark stands in none of the lines a line of the text, for a footnote without its mark is
 * shown and printed nowhere (TX16). `blocks`: where the pieces that stay are from.
 */
export function withoutLoneFootnotes(lines: readonly Line[], blocks: readonly Block[]): Line[] {
  const marks = new Set(lines.flatMap((line) => marksIn(line, blocks)))
  return lines.map((line) => {
    const { type, note, ...others } = line.attributes
    return isFootnote(line.attributes) && !marks.has(note) ? { ...line, attributes: others } : line
  })
}

function marksIn({ pieces }: Line, blocks: readonly Block[]): unknown[] {
  const atoms = pieces.flatMap((piece) => {
    if ('insert' in piece) return typeof piece.insert === 'string' ? [] : [piece.insert]
    const kept = cutInlines(blocks[piece.block]?.inlines ?? [], piece.from, piece.to)
    return kept.flatMap((inline) => ('atom' in inline ? [inline.atom] : []))
  })
  return atoms.flatMap((atom) => (atom.t === 'note' ? [atom['id']] : []))
}
