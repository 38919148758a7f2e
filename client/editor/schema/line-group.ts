import { Mark } from '@tiptap/core'
import { GROUP_MARK, type GroupOptions } from '../binding/line-groups.ts'

/** Lines that stand in one element of the page. It is drawn by a view alone: a copy of the lines is without it. */
export const LineGroup = Mark.create<GroupOptions>({
  name: GROUP_MARK,
  inclusive: false,
  addOptions: () => ({ lines: 25 }),
  extendMarkSchema: ({ name, options }) => (name === GROUP_MARK ? options : {}),
  addAttributes() {
    return { group: { default: 0, rendered: false } }
  },
})
