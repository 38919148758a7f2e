import type { Schema } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { renderBlocks } from '../../../shared/text/render.ts'
import { docOf } from '../../editor/binding/block-node.ts'
import { focusEditor } from '../../editor/binding/caret-trust.ts'
import { TextBinding } from '../../editor/binding/text-binding.ts'
import { coveredText, type TextRange, wholeText } from '../../editor/draft/text-range.ts'
import type { DraftDesk } from './draft-desk.ts'
import { inColumn, isLeftToRight } from './item-keys.ts'

/** A place between two characters of an item's text. Drawing makes other nodes of a text, and places stay. */
interface TextPlace {
  readonly item: string
  readonly at: number
}

/** A place of the page between two characters. */
interface PagePlace {
  readonly node: Node
  readonly offset: number
}

/** What is selected of one item. */
interface Part extends TextRange {
  readonly item: string
  /** Null: its editor is not in the page. */
  readonly view: EditorView | null
}

/** What the page says of it. */
export interface AcrossWords {
  selected(items: number): void
  deleted(items: number): void
}

const ROW = 'article[data-item]'
const TEXT = '.draft-text'
const STEPS: Readonly<Record<string, readonly [way: string, by: string]>> = {
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  ArrowLeft: ['left', 'character'],
  ArrowRight: ['right', 'character'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
}

/**
 * Selects text of several items as of one, by mouse and by keys (DR3); it is copied as one text, and deleted inside each.
 * A browser keeps a selection inside one editor: so long as it goes across, all editors are read only.
 */
export class AcrossItems {
  readonly #list: HTMLElement
  readonly #desk: DraftDesk
  readonly #words: AcrossWords
  readonly #stop = new AbortController()
  /** Where the mouse went down. */
  #pressed: TextPlace | null = null
  #isAcross = false

  constructor(list: HTMLElement, desk: DraftDesk, words: AcrossWords) {
    this.#list = list
    this.#desk = desk
    this.#words = words
    const { signal } = this.#stop
    // Before the editors hear of it.
    const options = { signal, capture: true }
    const { ownerDocument: page } = list
    page.addEventListener('mousedown', (event) => this.#handleDown(event), options)
    page.addEventListener('mousemove', (event) => this.#handleMove(event), options)
    page.addEventListener('dragstart', (event) => this.#handleDrag(event), options)
    page.addEventListener('mouseup', () => this.#handleUp(), options)
    page.addEventListener('keydown', (event) => this.#handleKey(event), options)
    // What is typed there is none of the draft's.
    page.addEventListener('focusin', () => this.#end(), options)
    page.addEventListener('copy', (event) => this.#handleCopy(event), options)
    page.addEventListener('selectionchange', () => this.#handleChange(), options)
  }

  destroy(): void {
    this.#end()
    this.#stop.abort()
  }

  get #selection(): Selection | null {
    return this.#list.ownerDocument.getSelection()
  }

  #handleDown(event: MouseEvent): void {
    this.#pressed = null
    if (event.button !== 0) return
    const place = this.#placeAt(event)
    const anchor = this.#anchor
    if (event.shiftKey && place !== null && anchor !== null && anchor.item !== place.item) {
      event.preventDefault()
      event.stopPropagation()
      this.#select(anchor, place)
      return
    }
    this.#end()
    this.#pressed = place
  }

  #handleMove(event: MouseEvent): void {
    const pressed = this.#pressed
    if (pressed === null || (event.buttons & 1) === 0) return
    const place = this.#placeAt(event)
    if (place === null || (!this.#isAcross && place.item === pressed.item)) return
    event.preventDefault()
    event.stopPropagation()
    this.#select(pressed, place)
  }

  /** A mouse that moves quickly is over what is selected already: browsers would drag that. */
  #handleDrag(event: DragEvent): void {
    if (!this.#isAcross || this.#pressed === null) return
    event.preventDefault()
    event.stopPropagation()
  }

  #handleUp(): void {
    this.#pressed = null
    if (!this.#isAcross) return
    const parts = this.#parts()
    if (parts.length > 1) this.#words.selected(parts.length)
    else this.#end()
  }

  /** Somebody clicked elsewhere, or what was selected has gone. */
  #handleChange(): void {
    if (this.#isAcross && this.#pressed === null && this.#selection?.isCollapsed !== false) this.#end()
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (!this.#isAcross) {
      this.#handleFirstStep(event)
      return
    }
    const isMod = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const step = STEPS[key]
    if (step !== undefined && event.shiftKey) this.#extend(...step, isMod)
    else if (step !== undefined || key === 'Escape') this.#letGo(key === 'ArrowLeft' || key === 'ArrowUp')
    else if (key === 'Backspace' || key === 'Delete' || key === 'Enter') this.#delete()
    else if (isMod && key === 'x') {
      this.#list.ownerDocument.execCommand('copy')
      this.#delete()
    } else if (isMod && (key === 'z' || key === 'y')) {
      this.#end()
      this.#desk.editors.undo(key === 'y' || event.shiftKey ? 'redo' : 'undo')
    } else {
      // What is typed or pasted takes its place: the editor that has the caret from now on gets it.
      const isTyped = event.key.length === 1 && (!isMod || key === 'v')
      if (isTyped) this.#delete()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  /** A selection that is at the end of its item goes on in the next one. */
  #handleFirstStep(event: KeyboardEvent): void {
    const step = STEPS[event.key]
    if (!event.shiftKey || event.altKey || step === undefined) return
    const anchor = this.#anchor
    const view = anchor === null ? null : this.#desk.editors.viewOf(anchor.item)
    if (anchor === null || view === null || !view.hasFocus()) return
    const selection = this.#selection
    if (selection?.focusNode == null || !view.dom.contains(selection.focusNode)) return
    const head = view.posAtDOM(selection.focusNode, selection.focusOffset)
    const text = wholeText(view.state.doc)
    const [ahead, behind] = isLeftToRight(view) ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
    const isForward = event.key === 'ArrowDown' || event.key === ahead
    const isBack = event.key === 'ArrowUp' || event.key === behind
    if (!(isForward && head >= text.to) && !(isBack && head <= text.from)) return
    const rows = this.#rows().map(({ dataset }) => dataset['item'] ?? '')
    const item = rows[rows.indexOf(anchor.item) + (isForward ? 1 : -1)] ?? ''
    const next = this.#desk.editors.viewOf(item)
    if (next === null) return
    const edge = wholeText(next.state.doc)[isForward ? 'from' : 'to']
    // Up and down it stays in its column.
    const x = step[1] === 'line' ? view.coordsAtPos(head).left : null
    event.preventDefault()
    event.stopPropagation()
    this.#select(anchor, { item, at: x === null ? edge : inColumn(next, edge, x) })
    this.#words.selected(this.#parts().length)
  }

  #handleCopy(event: ClipboardEvent): void {
    const parts = this.#isAcross ? this.#parts() : []
    const serializer = anyView(parts)
    if (serializer === null || event.clipboardData === null) return
    event.preventDefault()
    event.stopPropagation()
    const copied = parts.map(({ item, view, from, to }) => {
      if (view !== null) return view.serializeForClipboard(view.state.doc.slice(from, to, true))
      const text = this.#textOf(item)
      const doc = docOf(serializer.state.schema, text === undefined ? [] : renderBlocks(text))
      return serializer.serializeForClipboard(doc.slice(from, doc.content.size - 1, true))
    })
    event.clipboardData.setData('text/html', copied.map(({ dom }) => dom.innerHTML).join(''))
    event.clipboardData.setData('text/plain', copied.map(({ text }) => text).join('\n\n'))
  }

  /** Selects from one place to another, whatever is between them. */
  #select(from: TextPlace, to: TextPlace): void {
    const [start, end] = [this.#inPage(from), this.#inPage(to)]
    if (start === null || end === null) return
    if (!this.#isAcross) {
      this.#isAcross = true
      this.#list.dataset['across'] = ''
      this.#desk.editors.setReadOnly(true)
    }
    this.#selection?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
  }

  #extend(way: string, by: string, isFar: boolean): void {
    const far = by === 'character' ? 'word' : by === 'line' ? 'paragraph' : 'documentboundary'
    this.#selection?.modify('extend', way, isFar ? far : by)
  }

  /** The caret goes to one end of what was selected. */
  #letGo(toStart: boolean): void {
    const parts = this.#parts()
    this.#end()
    const part = toStart ? parts[0] : parts.at(-1)
    if (part?.view != null) putCaret(part.view, toStart ? part.from : part.to)
  }

  /** Deletes inside each item, in one step; the caret goes to where the first part was. */
  #delete(): void {
    const parts = this.#parts()
    const { undo } = this.#desk
    const schema = anyView(parts)?.state.schema
    this.#end()
    undo.stopCapturing()
    for (const { item, view, from, to } of parts) {
      if (view === null) this.#empty(item, schema)
      else view.dispatch(view.state.tr.delete(from, to))
    }
    undo.stopCapturing()
    const [first] = parts
    if (first?.view != null) putCaret(first.view, first.from)
    this.#words.deleted(parts.length)
  }

  /** Deletes the text of an item that has no editor in the page. */
  #empty(item: string, schema: Schema | undefined): void {
    const text = this.#textOf(item)
    if (text === undefined || schema === undefined) return
    const binding = new TextBinding(text, schema)
    this.#desk.undo.add(binding)
    const { tr } = EditorState.create({ doc: binding.doc })
    tr.delete(1, binding.doc.content.size - 1)
    binding.push(tr.doc, tr.mapping.maps)
    this.#desk.undo.remove(binding)
    binding.destroy()
  }

  #end(): void {
    if (!this.#isAcross) return
    this.#isAcross = false
    delete this.#list.dataset['across']
    this.#desk.editors.setReadOnly(false)
  }

  get #anchor(): TextPlace | null {
    const selection = this.#selection
    const node = selection?.anchorNode ?? null
    return selection === null || node === null ? null : this.#inText({ node, offset: selection.anchorOffset })
  }

  #parts(): readonly Part[] {
    const selection = this.#selection
    if (selection === null || selection.rangeCount === 0) return []
    const range = selection.getRangeAt(0)
    return this.#rows().flatMap((row): Part[] => {
      const text = row.querySelector(TEXT)
      const item = row.dataset['item']
      if (text === null || item === undefined || !range.intersectsNode(text)) return []
      const view = this.#desk.editors.viewOf(item)
      if (view !== null) return [{ item, view, ...coveredText(view, range) }]
      return [{ item, view, from: 1, to: Number.POSITIVE_INFINITY }]
    })
  }

  #rows(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>(ROW)]
  }

  #textOf(item: string) {
    return this.#desk.watch.items.find(({ id }) => id === item)?.text
  }

  /** The place of a text under the mouse. */
  #placeAt({ clientX, clientY }: MouseEvent): TextPlace | null {
    const place = placeFromPoint(this.#list.ownerDocument, clientX, clientY)
    return place === null ? null : this.#inText(place)
  }

  #inText({ node, offset }: PagePlace): TextPlace | null {
    const element = node instanceof Element ? node : node.parentElement
    const item = element?.closest(TEXT)?.closest<HTMLElement>(ROW)?.dataset['item']
    const view = item === undefined ? null : this.#desk.editors.viewOf(item)
    return item === undefined || view === null ? null : { item, at: view.posAtDOM(node, offset) }
  }

  #inPage({ item, at }: TextPlace): PagePlace | null {
    const view = this.#desk.editors.viewOf(item)
    return view?.domAtPos(Math.min(at, view.state.doc.content.size)) ?? null
  }
}

/** An editor of them that is in the page: at least the one in which it began. */
function anyView(parts: readonly Part[]): EditorView | null {
  return parts.find(({ view }) => view !== null)?.view ?? null
}

/** Safari was the last to have the standard's way. */
function placeFromPoint(page: Document, x: number, y: number): PagePlace | null {
  if ('caretPositionFromPoint' in page) {
    const place = page.caretPositionFromPoint(x, y)
    return place === null ? null : { node: place.offsetNode, offset: place.offset }
  }
  const range = (page as Document).caretRangeFromPoint(x, y)
  return range === null ? null : { node: range.startContainer, offset: range.startOffset }
}

function putCaret(view: EditorView, at: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))))
  focusEditor(view)
}
