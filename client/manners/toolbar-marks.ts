import { toggleMark } from '@tiptap/pm/commands'
import type { EditorState } from '@tiptap/pm/state'
import type { TextDesk } from './text-desk.ts'

/** How words can be set apart, or where they lead. */
export type MarkName = 'bold' | 'italic' | 'underline' | 'strike' | 'link'

const NAMES: readonly MarkName[] = ['bold', 'italic', 'underline', 'strike', 'link']

/** What a link that is made here may begin with: nothing that runs, nothing that travels in the clear. */
const ADDRESS = /^(https:\/\/[^\s]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+)$/i

/** Gives the marks that stand on the selection, in one string, so that it can be compared. */
export function marksOn({ doc, schema, selection }: EditorState): string {
  const { from, to, empty } = selection
  if (empty) return ''
  return NAMES.filter((name) => {
    const type = schema.marks[name]
    return type !== undefined && doc.rangeHasMark(from, to, type)
  }).join(' ')
}

/** Sets a mark on the selection, or takes it away. */
export function toggle({ editor: { view }, undo }: TextDesk, name: MarkName): void {
  const type = view.state.schema.marks[name]
  if (type === undefined) return
  undo.stopCapturing()
  toggleMark(type)(view.state, view.dispatch)
  undo.stopCapturing()
}

/** Gives the address of the link on the selection; empty: there is none. */
export function linkOn({ doc, schema, selection }: EditorState): string {
  let found = ''
  doc.nodesBetween(selection.from, selection.to, (node) => {
    const mark = schema.marks.link?.isInSet(node.marks)
    if (mark !== undefined && found === '') found = readAddress(String(mark.attrs.value))
  })
  return found
}

/** Tells whether a link may lead there. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text.trim())
}

/** Has the selection lead to an address; null: nowhere any more. */
export function setLink({ editor: { view }, undo }: TextDesk, address: string | null): void {
  const { state } = view
  const { from, to } = state.selection
  const type = state.schema.marks.link
  if (type === undefined) return
  const { tr } = state
  undo.stopCapturing()
  if (address === null) tr.removeMark(from, to, type)
  else tr.addMark(from, to, type.create({ value: JSON.stringify({ href: address.trim() }) }))
  view.dispatch(tr)
  undo.stopCapturing()
}

function readAddress(value: string): string {
  try {
    const { href } = JSON.parse(value) as { href?: unknown }
    return typeof href === 'string' ? href : ''
  } catch {
    return ''
  }
}
