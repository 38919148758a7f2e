import type { Node } from '@tiptap/pm/model'

/** What a document reads: `[1` and `]1` for brackets, `^n` for marks, `n:` before a footnote. */
export function readMarks(doc: Node): string {
  const lines: string[] = []
  doc.forEach((line) => {
    const { type, note } = line.attrs.attributes
    let text = type === 'footnote' ? `${note}: ` : ''
    line.forEach((node) => {
      const atom = node.attrs.atom
      if (atom === undefined) text += node.text
      else if (atom.t === 'bracket') text += atom.side === 'open' ? `[${atom.id} ` : ` ${atom.id}]`
      else text += `^${atom.id}`
    })
    lines.push(text)
  })
  return lines.join(' / ')
}
