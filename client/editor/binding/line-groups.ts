import type { Mark, Node, Schema } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { changedLines, offsetOf } from './changed-lines.ts'

// Lines of a long text stand in groups, each one element of the page, so that the browser passes a group that is not seen
// in one step instead of its lines one by one: at each letter, and in each frame. A group is a mark on its lines: it adds no
// place to the document and nothing to the text. Which lines stand together means nothing and may differ from page to page.

/** The mark of a group; a schema without it has no groups. */
export const GROUP_MARK = 'group'

/** What a schema says of its groups. */
export interface GroupOptions {
  /** Lines of a group in a text that is opened; from twice as many on, new ones begin a group of their own. */
  readonly lines: number
}

let made = 0

/** Puts the lines of a text that is opened into groups. */
export function groupAll(schema: Schema, lines: readonly Node[]): readonly Node[] {
  const size = groupSize(schema)
  if (size === null) return lines
  let group: readonly Mark[] = []
  return lines.map((line, index) => {
    if (index % size === 0) group = [newGroup(schema)]
    return line.mark(group)
  })
}

/**
 * Gives lines `from..to` of a text, all of them in groups: a line that has none, or that came alone among those of another,
 * goes into that of the line before it. What stands in groups keeps them, or the page would be drawn anew.
 */
export function groupSome(schema: Schema, lines: readonly Node[], from: number, to: number): readonly Node[] {
  const size = groupSize(schema)
  if (size === null) return lines.slice(from, to)
  let before = groupOf(lines[from - 1])
  let count = countBefore(lines, from, 2 * size)
  return lines.slice(from, to).map((line, index) => {
    const own = groupOf(line)
    const after = groupOf(lines[from + index + 1])
    const isAlone = before !== null && isSame(before, after) && !isSame(own, before)
    const around = before ?? after
    const group =
      own !== null && !isAlone ? own : around === null || count >= 2 * size ? newGroup(schema) : around
    count = isSame(group, before) ? count + 1 : 1
    before = group
    return isSame(group, own) ? line : line.mark([group])
  })
}

/** Puts the lines that a local change made or moved into groups. */
export function groupChanged(transaction: Transaction, before: Node): void {
  const { doc } = transaction
  const range = changedLines(before, doc)
  if (range === null) return
  let position = offsetOf(doc, range.from)
  for (const line of groupSome(doc.type.schema, doc.children, range.from, range.toB)) {
    const group = groupOf(line)
    if (group !== null && !isSame(group, groupOf(doc.nodeAt(position))))
      transaction.addNodeMark(position, group)
    position += line.nodeSize
  }
}

/** Gives the number of the group in which a line stands; null: it is in none. */
export function groupNumber(line: Node): number | null {
  return (groupOf(line)?.attrs['group'] as number | undefined) ?? null
}

function groupSize(schema: Schema): number | null {
  const type = schema.marks[GROUP_MARK]
  return type === undefined ? null : (type.spec as unknown as GroupOptions).lines
}

function newGroup(schema: Schema): Mark {
  return schema.mark(GROUP_MARK, { group: ++made })
}

function groupOf(line: Node | null | undefined): Mark | null {
  return line?.marks[0] ?? null
}

function isSame(one: Mark | null, other: Mark | null): boolean {
  return one === other || (one !== null && other !== null && one.eq(other))
}

/** Counts the lines just before a place that are of one group, up to so many. */
function countBefore(lines: readonly Node[], place: number, most: number): number {
  const group = groupOf(lines[place - 1])
  let count = 0
  while (count < most && group !== null && isSame(groupOf(lines[place - 1 - count]), group)) count++
  return count
}
