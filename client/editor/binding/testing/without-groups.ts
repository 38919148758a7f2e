import type { Node } from '@tiptap/pm/model'
import { GROUP_MARK } from '../line-groups.ts'

/** Gives a document as it is without groups of lines. Throws where a line is not in one, or in one where there are none. */
export function withoutGroups(doc: Node): Node {
  const wanted = doc.type.schema.marks[GROUP_MARK] === undefined ? 0 : 1
  for (const { marks, attrs } of doc.children) {
    if (marks.length !== wanted) throw new Error(`Line ${attrs.id} is in ${marks.length} groups.`)
  }
  return doc.type.create(
    null,
    doc.children.map((line) => line.mark([])),
  )
}
