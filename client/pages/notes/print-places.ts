/** Where a footnote's number stands: behind a place in a line. */
interface NotePlace {
  readonly block: number
  readonly to: number
}

/** Puts the numbers of notes behind their passages, in the lines of a copy of the text. */
export function putNoteMarks(lines: readonly HTMLElement[], notes: readonly NotePlace[]): void {
  // From the end on, so that no number moves the place of another.
  for (const [index, { block, to }] of [...notes.entries()].reverse()) {
    const text = lines[block]?.querySelector('.note-text')
    if (text == null) continue
    const mark = document.createElement('sup')
    mark.className = 'print-mark'
    mark.textContent = String(index + 1)
    const place = document.createRange()
    const { node, offset } = placeAt(text, to)
    place.setStart(node, offset)
    place.insertNode(mark)
  }
}

/** Gives the place behind so many units of a line: letters, and atoms of one unit each. */
function placeAt(text: Element, units: number): { node: Node; offset: number } {
  let left = units
  const walk = (parent: Node): { node: Node; offset: number } | null => {
    for (const [index, child] of [...parent.childNodes].entries()) {
      const length = lengthOf(child)
      if (length === null) {
        const found = walk(child)
        if (found !== null) return found
      } else if (left <= length) {
        return child.nodeType === Node.TEXT_NODE
          ? { node: child, offset: left }
          : { node: parent, offset: index + (left > 0 ? 1 : 0) }
      } else left -= length
    }
    return null
  }
  return walk(text) ?? { node: text, offset: text.childNodes.length }
}

/** Counts the units of a piece; null for one that holds others. */
function lengthOf(node: Node): number | null {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent?.length ?? 0
  if (!(node instanceof Element)) return 0
  // What stands in the text for the page alone: the editor's own last break, the seams of joined lines.
  if (node.matches('.ProseMirror-trailingBreak, .note-seam, .print-mark')) return 0
  return node.matches('[data-atom], [data-withheld], br') ? 1 : null
}
