import type { CommentMark } from './comment-marks.ts'
import { type CommentPiece, commentPieces, pieceAttributes } from './comment-pieces.ts'

/** What counts as text in a line that is drawn without an editor: words, or an atom, which is one character. */
interface Leaf {
  readonly node: Text | Element
  readonly from: number
  readonly to: number
}

const ATOMS = '[data-atom], [data-withheld], br'

/** Marks passages in lines that are drawn without an editor, as the plugin does in one. */
export function drawCommentMarks(lines: readonly Element[], marks: readonly CommentMark[]): void {
  for (const piece of commentPieces(marks)) {
    const line = lines[piece.block]
    if (line === undefined) continue
    for (const leaf of leavesOf(line)) drawPiece(leaf, piece)
  }
}

function drawPiece({ node, from, to }: Leaf, piece: CommentPiece): void {
  const start = Math.max(piece.from, from)
  const end = Math.min(piece.to, to)
  if (start >= end) return
  const mark = node.ownerDocument.createElement('span')
  for (const [name, value] of Object.entries(pieceAttributes(piece))) mark.setAttribute(name, value)
  let part = node
  if (part instanceof Text) {
    part.splitText(end - from)
    part = part.splitText(start - from)
  }
  part.replaceWith(mark)
  mark.append(part)
}

function leavesOf(line: Element): Leaf[] {
  const leaves: Leaf[] = []
  let at = 0
  const read = (parent: Element): void => {
    for (const node of parent.childNodes) {
      const isAtom = node instanceof Element && node.matches(ATOMS)
      if (!isAtom && node instanceof Element) read(node)
      if (!isAtom && !(node instanceof Text)) continue
      const length = isAtom ? 1 : (node as Text).length
      leaves.push({ node: node as Text | Element, from: at, to: at + length })
      at += length
    }
  }
  read(line)
  return leaves
}
