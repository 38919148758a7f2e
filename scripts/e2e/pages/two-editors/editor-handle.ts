import { TextSelection } from '@tiptap/pm/state'
import { blockText, type Formats, sameRecord } from '../../../../shared/text/block.ts'
import { renderBlocks } from '../../../../shared/text/render.ts'
import type { MountedEditor } from './mount-editor.ts'

/** A line as the page shows it. */
export interface ShownLine {
  readonly id: string | null
  readonly text: string
  readonly html: string
  readonly type: string | null
  readonly depth: string | null
  readonly direction: string
}

/** A block as a fresh reading of the text gives it. */
export interface ReadBlock {
  readonly id: string
  readonly text: string
  readonly state: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly runs: readonly { text: string; formats: Formats }[]
}

/** Another person's caret as the page shows it. */
export interface ShownCaret {
  readonly person: string | undefined
  readonly line: string | null
  readonly before: string
}

/** A place in an editor: a line's id and an offset in it. */
export interface ShownPlace {
  readonly line: string
  readonly offset: number
}

/** What a test can see of one editor, and how it puts the caret somewhere. */
export class EditorHandle {
  readonly #mounted: MountedEditor
  readonly compositions: string[] = []

  constructor(mounted: MountedEditor) {
    this.#mounted = mounted
    for (const type of ['compositionstart', 'compositionend']) {
      mounted.editor.view.dom.addEventListener(type, () => this.compositions.push(type))
    }
  }

  /** Whether the editor holds the binding's very document. */
  get isBound(): boolean {
    return this.#mounted.editor.state.doc === this.#mounted.binding.doc
  }

  get isComposing(): boolean {
    return this.#mounted.editor.view.composing
  }

  /** Reads the text afresh, without the editor. */
  blocks(): ReadBlock[] {
    return renderBlocks(this.#mounted.binding.text).map((block) => {
      const runs: { text: string; formats: Formats }[] = []
      for (const inline of block.inlines) {
        const text = 'text' in inline ? inline.text : `<${inline.atom.t}>`
        const last = runs.at(-1)
        if (last !== undefined && sameRecord(last.formats, inline.formats)) last.text += text
        else runs.push({ text, formats: inline.formats })
      }
      const { id, state, attributes } = block
      return { id, text: blockText(block), state, attributes, runs }
    })
  }

  /** Reads what stands in the page. */
  lines(): ShownLine[] {
    return [...this.#dom.children].map((line) => ({
      id: line.getAttribute('data-line'),
      text: line.textContent ?? '',
      html: htmlOf(line),
      type: line.getAttribute('data-type'),
      depth: line.getAttribute('data-depth'),
      direction: getComputedStyle(line).direction,
    }))
  }

  /** Puts the caret, or a selection, into the text and the focus into the editor. */
  place(line: string, from: number, toLine = line, to = from): void {
    const { state, view } = this.#mounted.editor
    const selection = TextSelection.create(state.doc, this.#position(line, from), this.#position(toLine, to))
    view.dispatch(state.tr.setSelection(selection))
    view.focus()
  }

  /** Marks the first letters of a line, as a comment on them does. */
  mark(line: string, length: number): void {
    const lines = [...this.#dom.children].map((each) => each.getAttribute('data-line'))
    const passage = { thread: 'thread', block: lines.indexOf(line), from: 0, to: length }
    this.#mounted.marks.set([{ ...passage, isSelected: false, chip: null }])
  }

  /** Comes back to the caret where it was left. */
  focus(): void {
    this.#mounted.editor.view.focus()
  }

  /** Says where the selection begins and ends, as the editor knows it. */
  selection(): { anchor: ShownPlace; head: ShownPlace } {
    const { $anchor, $head } = this.#mounted.editor.state.selection
    return {
      anchor: { line: String($anchor.parent.attrs.id), offset: $anchor.parentOffset },
      head: { line: String($head.parent.attrs.id), offset: $head.parentOffset },
    }
  }

  /** Reads where others' carets stand in the page. */
  carets(): ShownCaret[] {
    return [...this.#dom.querySelectorAll<HTMLElement>('.remote-caret')].map((caret) => {
      const line = caret.closest('[data-line]')
      const range = document.createRange()
      if (line !== null) {
        range.setStart(line, 0)
        range.setEndBefore(caret)
      }
      return {
        person: caret.dataset.person,
        line: line?.getAttribute('data-line') ?? null,
        before: range.toString(),
      }
    })
  }

  /** Hands the editor a paste as another program would make it. */
  paste(flavours: Readonly<Record<string, string>>): void {
    const clipboardData = new DataTransfer()
    for (const [type, content] of Object.entries(flavours)) clipboardData.setData(type, content)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    this.#dom.dispatchEvent(event)
  }

  /** Cuts a line, as Enter does, without taking the focus from whoever composes elsewhere. */
  splitUnfocused(line: string, offset: number): void {
    const { state, view } = this.#mounted.editor
    const at = TextSelection.create(state.doc, this.#position(line, offset))
    view.dispatch(state.tr.setSelection(at))
    const event = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true })
    view.dom.dispatchEvent(event)
  }

  get #dom(): HTMLElement {
    return this.#mounted.editor.view.dom
  }

  #position(line: string, offset: number): number {
    let found = -1
    this.#mounted.editor.state.doc.forEach((node, position) => {
      if (node.attrs.id === line) found = position + 1 + offset
    })
    if (found < 0) throw new Error(`The editor shows no line "${line}".`)
    return found
  }
}

/** A line's HTML without what only the view puts there: others' carets, and its own aids for the caret. */
function htmlOf(line: Element): string {
  const copy = line.cloneNode(true) as Element
  for (const aid of copy.querySelectorAll(
    '.ProseMirror-widget, .ProseMirror-separator, .ProseMirror-trailingBreak',
  ))
    aid.remove()
  return copy.innerHTML
}
