import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { nanoid } from 'nanoid'
import {
  bracketAtCaret,
  deleteBracketed,
  putInBrackets,
  removeBrackets,
} from '../../editor/draft/bracket-commands.ts'
import { insertFootnote } from '../../editor/draft/footnote-commands.ts'
import { enterFootnote } from '../../editor/draft/footnote-keys.ts'
import { atomsOf, noteOf } from '../../editor/draft/parts.ts'
import type { DraftDesk } from './draft-desk.ts'

/** What was done to a text, or why nothing was: the page says it. */
export type MarkDeed = 'put' | 'nothing' | 'removed' | 'deleted' | 'footnote' | 'no-footnote'

/** Puts the selected words of an item in brackets; with `orAll` all of its text where none are selected. */
export function setBrackets(desk: DraftDesk, item: string, orAll: boolean): MarkDeed {
  const view = desk.editors.viewOf(item)
  if (view === null) return 'nothing'
  const isWhole = orAll && view.state.selection.empty
  return apply(desk, view, putInBrackets(view.state, nanoid(), isWhole)) ? 'put' : 'nothing'
}

/** Takes brackets away, with or without what stands between them. */
export function dropBrackets(desk: DraftDesk, item: string, bracket: string, withText: boolean): MarkDeed {
  const view = desk.editors.viewOf(item)
  const change: (state: EditorState, id: string) => Transaction | null = withText
    ? deleteBracketed
    : removeBrackets
  if (view === null || !apply(desk, view, change(view.state, bracket))) return 'nothing'
  return withText ? 'deleted' : 'removed'
}

/** Puts a footnote where the caret is; the caret goes into it. */
export function setFootnote(desk: DraftDesk, item: string): MarkDeed {
  const view = desk.editors.viewOf(item)
  const change = view === null ? null : insertFootnote(view.state, { note: nanoid(), line: nanoid() })
  if (view === null || !apply(desk, view, change)) return 'no-footnote'
  view.focus()
  return 'footnote'
}

/** Opens what the caret touches: the menu of brackets, a footnote, what is referred to. False: it touches none. */
export function openAtCaret(
  desk: DraftDesk,
  item: string,
  view: EditorView,
  go: (item: string) => void,
): boolean {
  const { doc, selection } = view.state
  const bracket = bracketAtCaret(view.state)
  if (bracket !== null) {
    const element = view.dom.querySelector<HTMLElement>(`[data-bracket="${CSS.escape(bracket)}"]`)
    if (element !== null) desk.marks.onBracket?.(item, bracket, element)
    return element !== null
  }
  const { head, empty } = selection
  const touched = empty ? atomsOf(doc).filter(({ at }) => at === head || at + 1 === head) : []
  for (const { atom } of touched) {
    const note = noteOf(atom)
    if (note !== null) return enterFootnote(view, note)
    if (atom.t === 'ref' && typeof atom.item === 'string') {
      go(atom.item)
      return true
    }
  }
  return false
}

function apply(desk: DraftDesk, view: EditorView, change: Transaction | null): boolean {
  if (change === null) return false
  desk.undo.stopCapturing()
  view.dispatch(change)
  desk.undo.stopCapturing()
  return true
}
