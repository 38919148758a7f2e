import { type AnyExtension, Extension } from '@tiptap/core'
import { nanoid } from 'nanoid'
import { drawFromTheStart } from '../../editor/binding/draw-from-the-start.ts'
import { companionsPlugin } from '../../editor/draft/companions-plugin.ts'
import { copiedMarksPlugin } from '../../editor/draft/copied-marks.ts'
import { facesPlugin } from '../../editor/draft/faces-plugin.ts'
import { footnoteKeys } from '../../editor/draft/footnote-keys.ts'
import { referencePlugin } from '../../editor/draft/reference-plugin.ts'
import { openAtCaret, setBrackets, setFootnote } from './bracket-acts.ts'
import type { DraftDesk } from './draft-desk.ts'
import { markKeysExtension } from './mark-keys.ts'

interface ItemMarksOptions {
  readonly desk: DraftDesk
  readonly item: string
  readonly isHeading: () => boolean
  /** Goes to another item. */
  readonly go: (item: string) => void
}

/** Gives what an item's editor has for brackets, footnotes and references (TX16). */
export function itemMarks({ desk, item, isHeading, go }: ItemMarksOptions): AnyExtension[] {
  const faces = facesPlugin(desk.marks)
  const marks = Extension.create({
    name: 'itemMarks',
    // Enter in an open list is the list's.
    priority: 1200,
    onBeforeCreate({ editor }) {
      drawFromTheStart(editor, [faces])
    },
    addProseMirrorPlugins() {
      const references = referencePlugin({
        undo: desk.undo,
        mayWrite: () => this.editor.isEditable,
        find: () => desk.manners.references(item),
        tell: (label) => desk.manners.referred(label),
      })
      const copied = copiedMarksPlugin({
        newId: nanoid,
        standsElsewhere: (id) => desk.marks.standsBeside(item, id),
        hasFootnotes: () => !isHeading(),
      })
      return [copied, companionsPlugin(desk.undo), faces, references]
    },
  })
  const keys = markKeysExtension({
    bracket: () => desk.manners.done(setBrackets(desk, item, false)),
    // A heading is one line and stays one.
    footnote: () => desk.manners.done(isHeading() ? 'no-footnote' : setFootnote(desk, item)),
    open: (view) => openAtCaret(desk, item, view, (to) => go(desk.marks.standsFor(to))),
  })
  return [marks, keys, footnoteKeys]
}
