import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { FlatUndo } from '../../editor/binding/flat-undo.ts'
import { ActiveText } from './active-text.ts'
import { DraftCarets } from './draft-carets.ts'
import { DraftEditors } from './draft-editors.ts'
import { DraftMarks } from './draft-marks.ts'
import { DraftPassages } from './draft-passages.ts'
import { DraftWatch } from './draft-watch.ts'
import { DrawnRows } from './drawn-rows.ts'
import { type MannersWords, NO_MANNERS } from './item-manners.ts'
import { Toggle } from './toggle.ts'

/** What the page holds beside one document of the draft: gone with it when the room starts again. */
export class DraftDesk {
  readonly doc: Y.Doc
  readonly watch: DraftWatch
  /** One undo over the texts of all items (DR3). */
  readonly undo: FlatUndo
  readonly editors: DraftEditors
  readonly carets: DraftCarets
  readonly active = new ActiveText()
  /** Passages that threads are about. */
  readonly passages: DraftPassages
  /** Brackets, footnotes and references of all items. */
  readonly marks: DraftMarks
  /** Rows that are in the page. */
  readonly rows = new DrawnRows()
  /** Whether the texts are shown without brackets, to read only. */
  readonly clean = new Toggle()
  manners: MannersWords = NO_MANNERS
  /** The thread whose card is to have the focus once it is there. */
  cardToFocus: string | null = null

  constructor(doc: Y.Doc, awareness: Awareness) {
    this.doc = doc
    this.watch = new DraftWatch(doc)
    this.undo = new FlatUndo(doc)
    this.editors = new DraftEditors(this.undo, this.rows)
    this.carets = new DraftCarets(awareness)
    this.passages = new DraftPassages(this.watch)
    this.marks = new DraftMarks(this.watch)
  }

  /** Lets go of the document. */
  destroy(): void {
    this.marks.destroy()
    this.passages.destroy()
    this.watch.destroy()
    this.carets.destroy()
    this.undo.destroy()
  }
}
