import { getSchema } from '@tiptap/core'
import { type Node, type Schema, Slice } from '@tiptap/pm/model'
import { type Command, EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { keepFormatting } from '../../../../shared/text/keep-formatting.ts'
import { showBlocks } from '../../../../shared/text/testing/flat-text.ts'
import { schemaExtensions } from '../../schema/extensions.ts'
import { mend, REMOTE } from '../binding-plugin.ts'
import { joinLineAbove, joinLineBelow, setLineAttributes, splitLine } from '../commands.ts'
import { FlatUndo } from '../flat-undo.ts'
import { TextBinding } from '../text-binding.ts'

const NEWER_MARKS = new Set(['strike', 'underline', 'link'])

/** The schema of today. */
export const schema = getSchema(schemaExtensions())

/** The schema of a long text, whose lines stand in groups. */
export const groupedSchema = getSchema(schemaExtensions({ linesInGroup: 2 }))

/** The schema of a client that knows no strike, no underline and no link (TX6). */
export const olderSchema = getSchema(schemaExtensions().filter(({ name }) => !NEWER_MARKS.has(name)))

/** A piece of text in a line's words, or a place in a block: its id and an offset (from the end when negative). */
export type Place = string | readonly [id: string, offset: number]

/**
 * One person at one editor without a page: the real binding, commands, mending and undo. Nothing goes out or comes in
 * by itself: the network takes from `outbox` and fills `inbox`.
 */
export class Writer {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly binding: TextBinding
  readonly undoManager: FlatUndo
  readonly schema: Schema
  readonly outbox: Uint8Array[] = []
  readonly inbox: Uint8Array[] = []
  state: EditorState
  /** An input method is at work: what others write waits. */
  composing = false
  readonly newId: () => string

  /** `plugins` stand beside the editor's own; what others wrote carries `REMOTE`, as in a view. */
  constructor(
    name: string,
    clientID: number,
    start: Uint8Array,
    ofSchema: Schema = schema,
    plugins: readonly Plugin[] = [],
  ) {
    this.name = name
    this.doc.clientID = clientID
    keepFormatting(this.doc)
    Y.applyUpdate(this.doc, start, 'network')
    this.schema = ofSchema
    let ids = 0
    this.newId = () => `${name}${++ids}`
    this.binding = new TextBinding(this.doc.getText('text'), ofSchema)
    this.undoManager = new FlatUndo(this.doc, 0)
    this.undoManager.add(this.binding)
    const plugin = new Plugin({
      appendTransaction: (transactions, before, after) => {
        if (transactions.some((transaction) => transaction.getMeta(REMOTE) === true)) return null
        return mend(transactions, before, after, this.newId)
      },
    })
    this.state = EditorState.create({ doc: this.binding.doc, plugins: [plugin, ...plugins] })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') this.outbox.push(update)
    })
  }

  get text(): Y.Text {
    return this.binding.text
  }

  /** What the editor shows, in the language of flat text. */
  get shows(): string[] {
    return showBlocks(this.binding.blocks)
  }

  /** Where the selection stands: `id:offset`, or two of them. */
  get selection(): string {
    const { anchor, head } = this.state.selection
    const name = (position: number): string => {
      const resolved = this.state.doc.resolve(position)
      return `${resolved.parent.attrs.id}:${resolved.parentOffset}`
    }
    return anchor === head ? name(head) : `${name(anchor)} ${name(head)}`
  }

  /** Puts the caret at a block's offset, or straight after a piece of text. */
  caret(place: Place): this {
    return this.#select(this.#end(place))
  }

  /** Selects from the start of one piece of text to the end of another. */
  select(from: Place, to: Place = from): this {
    return this.#select(this.#start(from), this.#end(to))
  }

  /** Types at the caret, over the selection. */
  type(text: string): this {
    return this.dispatch(this.state.tr.insertText(text))
  }

  /** Deletes the selection, or selects and deletes a piece of text. */
  delete(from?: Place, to?: Place): this {
    if (from !== undefined) this.select(from, to)
    return this.dispatch(this.state.tr.deleteSelection())
  }

  enter(): this {
    this.run(splitLine(this.binding, this.newId))
    return this
  }

  backspace(): this {
    this.run(joinLineAbove(false))
    return this
  }

  deleteForward(): this {
    this.run(joinLineBelow)
    return this
  }

  /** "Merge into the one above". */
  mergeAbove(): this {
    this.run(joinLineAbove(true))
    return this
  }

  set(attributes: Readonly<Record<string, unknown>>): this {
    this.run(setLineAttributes(attributes))
    return this
  }

  mark(name: string, on = true): this {
    const { from, to } = this.state.selection
    const type = this.schema.marks[name]
    if (type === undefined) throw new Error(`The schema has no mark "${name}".`)
    const { tr } = this.state
    return this.dispatch(on ? tr.addMark(from, to, type.create()) : tr.removeMark(from, to, type))
  }

  /** Deletes a block as a whole, as its handle does. */
  deleteBlock(id: string): this {
    const { node, position } = this.#line(id)
    return this.dispatch(this.state.tr.delete(position, position + node.nodeSize))
  }

  /** Moves a block before another, as dragging does: delete and insert. */
  moveBlock(id: string, before: string): this {
    const { node, position } = this.#line(id)
    const target = this.#line(before).position
    const { tr } = this.state
    tr.delete(position, position + node.nodeSize)
    return this.dispatch(tr.insert(tr.mapping.map(target), node))
  }

  /** Cuts the selection and gives what was cut. */
  cut(): Slice {
    const slice = this.state.selection.content()
    this.dispatch(this.state.tr.deleteSelection())
    return slice
  }

  paste(content: Slice | readonly string[]): this {
    const slice = content instanceof Slice ? content : this.#sliceOf(content)
    return this.dispatch(this.state.tr.replaceSelection(slice))
  }

  atom(atom: Readonly<Record<string, unknown>>): this {
    const node = this.schema.nodes.atom?.create({ atom }) as Node
    return this.dispatch(this.state.tr.replaceSelectionWith(node))
  }

  undo(): boolean {
    return this.#step('undo')
  }

  redo(): boolean {
    return this.#step('redo')
  }

  /** Receives what waits in the inbox, or only the first so many updates of it. */
  receive(most = Number.POSITIVE_INFINITY): this {
    for (let count = 0; count < most && this.inbox.length > 0; count++) {
      Y.applyUpdate(this.doc, this.inbox.shift() as Uint8Array, 'network')
      this.show()
    }
    return this
  }

  /** Runs a command; tells whether it took the key. */
  run(command: Command): boolean {
    return command(this.state, (transaction) => this.dispatch(transaction))
  }

  /** Applies a local transaction, as the editor's view does. */
  dispatch(transaction: Transaction): this {
    this.undoManager.rememberSelection(this.binding, this.binding.holdSelection(this.state))
    const { state, transactions } = this.state.applyTransaction(transaction)
    this.state = state
    this.binding.push(
      state.doc,
      transactions.flatMap(({ mapping }) => mapping.maps),
    )
    this.show()
    return this
  }

  /** Shows what others wrote. */
  show(): void {
    if (this.composing) return
    const transaction = this.binding.pull(this.state, this.binding.caretMarker(this.state))
    if (transaction === null) return
    this.state = this.state.apply(transaction.setMeta(REMOTE, true))
    // The selection may have left a block that was only held for it.
    this.show()
  }

  #step(kind: 'undo' | 'redo'): boolean {
    this.undoManager.rememberSelection(this.binding, this.binding.holdSelection(this.state))
    const did = this.undoManager[kind]() !== null
    this.show()
    return did
  }

  #select(from: number, to = from): this {
    const { doc, tr } = this.state
    this.state = this.state.apply(tr.setSelection(TextSelection.create(doc, from, to)))
    this.show()
    return this
  }

  #sliceOf(lines: readonly string[]): Slice {
    const nodes = lines.map((text) =>
      this.schema.node('line', { id: null, attributes: {} }, text === '' ? [] : [this.schema.text(text)]),
    )
    return new Slice(this.schema.node('doc', null, nodes).content, 1, 1)
  }

  #start(place: Place): number {
    return typeof place === 'string' ? this.#find(place) : this.#at(place)
  }

  #end(place: Place): number {
    return typeof place === 'string' ? this.#find(place) + place.length : this.#at(place)
  }

  #at([id, offset]: readonly [string, number]): number {
    const { node, position } = this.#line(id)
    return position + 1 + (offset < 0 ? node.content.size + 1 + offset : offset)
  }

  #find(piece: string): number {
    let found = -1
    this.state.doc.forEach((line, position) => {
      const at = line.textBetween(0, line.content.size, '', '\uFFFC').indexOf(piece)
      if (at >= 0 && found < 0) found = position + 1 + at
    })
    if (found < 0) throw new Error(`${this.name} doesn't see "${piece}" in ${this.shows.join(' / ')}.`)
    return found
  }

  #line(id: string): { node: Node; position: number } {
    let found: { node: Node; position: number } | null = null
    this.state.doc.forEach((node, position) => {
      if (node.attrs.id === id) found ??= { node, position }
    })
    if (found === null) throw new Error(`${this.name} sees no block "${id}" in ${this.shows.join(' / ')}.`)
    return found
  }
}
