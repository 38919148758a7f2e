import type { Node } from '@tiptap/pm/model'
import type { Atom } from '../../../shared/text/atom.ts'
import type { Block } from '../../../shared/text/block.ts'
import { blockLength } from '../../../shared/text/block.ts'
import type { Line, Piece } from '../../../shared/text/replace-blocks.ts'
import { cutInlines } from '../../../shared/text/spans.ts'
import { ATOM_NODE, attributesOf } from './block-node.ts'
import { type LineRange, offsetOf } from './changed-lines.ts'
import type { Change } from './changes.ts'
import { formatsOf } from './formats.ts'

/** Says how each changed line is made up of kept stretches of the old blocks and of new text. */
export function linesOf(
  before: Node,
  after: Node,
  range: LineRange,
  changes: readonly Change[],
  blocks: readonly Block[],
): Line[] {
  const source = new Source(before, range, changes, blocks)
  const lines: Line[] = []
  let position = offsetOf(after, range.from)
  for (let index = range.from; index < range.toB; index++) {
    const node = after.child(index)
    lines.push({
      id: String(node.attrs.id),
      attributes: attributesOf(node),
      pieces: source.piecesOf(node, position + 1),
    })
    position += node.nodeSize
  }
  return lines
}

/** Knows where the old blocks stood in the editor, and so what a position of the new document comes from. */
class Source {
  readonly #changes: readonly Change[]
  readonly #blocks: readonly Block[]
  readonly #starts: { readonly block: number; readonly start: number; readonly end: number }[] = []

  constructor(before: Node, range: LineRange, changes: readonly Change[], blocks: readonly Block[]) {
    this.#changes = changes
    this.#blocks = blocks
    let position = offsetOf(before, range.from)
    for (let block = range.from; block < range.toA; block++) {
      const size = before.child(block).nodeSize
      this.#starts.push({ block, start: position + 1, end: position + size - 1 })
      position += size
    }
  }

  piecesOf(line: Node, start: number): Piece[] {
    const pieces: Piece[] = []
    line.forEach((node, offset) => {
      const formats = formatsOf(node.marks)
      const from = start + offset
      const to = from + node.nodeSize
      let at = from
      for (const kept of this.#keptWithin(from, to)) {
        if (node.type.name === ATOM_NODE && !this.#isAtom(kept, node.attrs.atom)) continue
        if (kept.at > at) pieces.push({ insert: contentOf(node, at - from, kept.at - from), formats })
        pieces.push({ block: kept.block, from: kept.from, to: kept.to, formats })
        at = kept.at + (kept.to - kept.from)
      }
      if (at < to) pieces.push({ insert: contentOf(node, at - from, to - from), formats })
    })
    return pieces
  }

  *#keptWithin(from: number, to: number): Generator<{ at: number; block: number; from: number; to: number }> {
    let shift = 0
    let start = from
    for (const change of [...this.#changes, null]) {
      const end = change === null ? to : Math.min(to, change.fromB)
      if (end > start) {
        const kept = this.#inBlock(start - shift, end - shift)
        if (kept !== null) yield { at: start, ...kept }
      }
      if (change === null || change.fromB >= to) {
        if (change !== null) break
        continue
      }
      start = Math.max(start, change.toB)
      shift = change.toB - change.toA
    }
  }

  #inBlock(from: number, to: number): { block: number; from: number; to: number } | null {
    const found = this.#starts.find(({ start, end }) => from >= start && to <= end)
    if (found === undefined) return null
    const kept = { block: found.block, from: from - found.start, to: to - found.start }
    return kept.to <= blockLength(this.#blocks[found.block] as Block) ? kept : null
  }

  #isAtom(kept: { block: number; from: number; to: number }, atom: unknown): boolean {
    const [inline] = cutInlines((this.#blocks[kept.block] as Block).inlines, kept.from, kept.to)
    return inline !== undefined && 'atom' in inline && JSON.stringify(inline.atom) === JSON.stringify(atom)
  }
}

function contentOf(node: Node, from: number, to: number): string | Atom {
  return node.isText ? (node.text ?? '').slice(from, to) : (node.attrs.atom as Atom)
}
