import * as Y from 'yjs'
import type { CaretSource, RemoteCaret } from '../../../../client/editor/binding/caret-plugin.ts'
import { FlatUndo } from '../../../../client/editor/binding/flat-undo.ts'
import { keepFormatting } from '../../../../shared/text/keep-formatting.ts'
import { EditorHandle } from './editor-handle.ts'
import type { Link } from './link.ts'
import { type MountedEditor, mountEditor } from './mount-editor.ts'

/** Origin of what came over the link. */
const FROM_LINK = 'link'

/** Undo steps end where a test says so, not when a slow machine takes its time. */
const CAPTURE_MS = 3_600_000

const COLOURS: Readonly<Record<string, string>> = { a: '#1a4fd6', b: '#c02f1d', c: '#1c7a3c' }

/** Carets of the others in one text. */
class Carets implements CaretSource {
  readonly #carets = new Map<string, RemoteCaret>()
  readonly #listeners = new Set<() => void>()
  readonly carets = (): readonly RemoteCaret[] => [...this.#carets.values()]
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  receive(caret: RemoteCaret): void {
    this.#carets.set(caret.key, caret)
    for (const listener of this.#listeners) listener()
  }
}

/** One client: a document of its own, an editor for each of its texts, one undo for all of them. */
export class Person {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly undo: FlatUndo
  readonly handles = new Map<string, EditorHandle>()
  readonly #carets = new Map<string, Carets>()
  readonly #link: Link
  readonly #others: () => readonly Person[]
  #ids = 0

  constructor(name: string, seed: Uint8Array, link: Link, others: () => readonly Person[]) {
    this.name = name
    this.#link = link
    this.#others = others
    // Who stands first of two at one place follows from the client ids, so they are always the same.
    this.doc.clientID = name.charCodeAt(0)
    keepFormatting(this.doc)
    Y.applyUpdate(this.doc, seed, FROM_LINK)
    this.undo = new FlatUndo(this.doc, CAPTURE_MS)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === FROM_LINK) return
      for (const other of this.#others()) link.send(() => Y.applyUpdate(other.doc, update, FROM_LINK))
    })
  }

  /** Opens an editor for one of the texts. `key` names the text for everybody. */
  open(key: string, text: Y.Text, into: HTMLElement): void {
    const element = document.createElement('section')
    const heading = document.createElement('h2')
    heading.textContent = `${this.name}${key}`
    element.append(heading)
    into.append(element)
    const carets = new Carets()
    this.#carets.set(key, carets)
    const mounted = mountEditor(element, text, this.undo, () => `${this.name}-${++this.#ids}`, carets)
    mounted.editor.view.dom.setAttribute('aria-label', `${this.name}${key}`)
    mounted.editor.on('transaction', () => this.#tellCaret(key, mounted))
    mounted.editor.on('focus', () => this.#tellCaret(key, mounted))
    this.handles.set(key, new EditorHandle(mounted))
  }

  #tellCaret(key: string, { editor, binding }: MountedEditor): void {
    // Who has never been in a text has no caret in it.
    if (!editor.view.hasFocus() || editor.state.doc !== binding.doc) return
    const { anchor, head } = binding.holdSelection(editor.state)
    const caret = { key: this.name, name: this.name, colour: COLOURS[this.name] ?? '#555', anchor, head }
    for (const other of this.#others()) this.#link.send(() => other.#carets.get(key)?.receive(caret))
  }
}
