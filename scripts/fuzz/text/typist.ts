import { getSchema } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { type Command, EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { mend } from '../../../client/editor/binding/binding-plugin.ts'
import { FlatUndo } from '../../../client/editor/binding/flat-undo.ts'
import { TextBinding } from '../../../client/editor/binding/text-binding.ts'
import { schemaExtensions } from '../../../client/editor/schema/extensions.ts'
import { keepFormatting } from '../../../shared/text/keep-formatting.ts'

const NEWER_MARKS = new Set(['strike', 'underline', 'link'])
const schemas = {
  today: getSchema(schemaExtensions()),
  grouped: getSchema(schemaExtensions({ linesInGroup: 2 })),
  older: getSchema(schemaExtensions().filter(({ name }) => !NEWER_MARKS.has(name))),
}

/** One client of the simulation: a document, an editor without a page, the real binding and undo. */
export class Typist {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly binding: TextBinding
  readonly undo: FlatUndo
  readonly schema: Schema
  /** Updates on their way to the hub and from it. */
  readonly outbox: Uint8Array[] = []
  readonly inbox: Uint8Array[] = []
  state: EditorState
  /** An input method is at work: what others write waits, what is typed here goes out. */
  composing = false
  /** Only some lines are in sight: what others write in the rest waits until this typist does more than add letters. */
  readonly seesSome: boolean
  clipboard: ReturnType<EditorState['selection']['content']> | null = null
  readonly newId: () => string

  constructor(
    name: string,
    clientID: number,
    seed: Uint8Array,
    kind: keyof typeof schemas = 'today',
    idPrefix = name,
  ) {
    this.name = name
    this.seesSome = kind === 'grouped'
    this.doc.clientID = clientID
    keepFormatting(this.doc)
    Y.applyUpdate(this.doc, seed, 'hub')
    this.schema = schemas[kind]
    let ids = 0
    this.newId = () => `${idPrefix}${++ids}`
    this.binding = new TextBinding(this.doc.getText('text'), this.schema)
    this.undo = new FlatUndo(this.doc, 0)
    this.undo.add(this.binding)
    const plugin = new Plugin({
      appendTransaction: (transactions, before, after) => {
        if (transactions.some((transaction) => transaction.getMeta('remote') === true)) return null
        return mend(transactions, before, after, this.newId)
      },
    })
    this.state = EditorState.create({ doc: this.binding.doc, plugins: [plugin] })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'hub') this.outbox.push(update)
    })
  }

  /** Applies a local transaction, as the editor's view does. */
  dispatch(transaction: Transaction): void {
    this.undo.rememberSelection(this.binding, this.binding.holdSelection(this.state))
    const { isBehind } = this.binding
    const { state, transactions } = this.state.applyTransaction(transaction)
    this.state = state
    this.binding.push(
      state.doc,
      transactions.flatMap(({ mapping }) => mapping.maps),
    )
    // A letter is shown alone, before what waits.
    if (!isBehind) this.show()
  }

  /** Runs a command; tells whether it did something. */
  run(command: Command): boolean {
    return command(this.state, (transaction) => this.dispatch(transaction))
  }

  /** Takes one step back or forward. */
  step(kind: 'undo' | 'redo'): boolean {
    this.undo.rememberSelection(this.binding, this.binding.holdSelection(this.state))
    if (this.undo[kind]() === null) return false
    this.show('all')
    return true
  }

  /** Receives one update from the hub. */
  receive(): void {
    const update = this.inbox.shift()
    if (update === undefined) return
    Y.applyUpdate(this.doc, update, 'hub')
    this.show()
  }

  /** Shows what others wrote, in the lines that are in sight or in all. */
  show(reach: 'seen' | 'all' = this.seesSome ? 'seen' : 'all'): void {
    if (this.composing) return
    const isWanted = reach === 'seen' ? isSeen : undefined
    const transaction = this.binding.pull(this.state, this.binding.caretMarker(this.state), isWanted)
    if (transaction === null) return
    this.state = this.state.apply(transaction.setMeta('remote', true))
    // The selection may have left a block that was only held for it.
    this.show(reach)
  }
}

/** About every second line is. */
function isSeen(line: Node): boolean {
  return String(line.attrs['id']).charCodeAt(1) % 2 === 0
}
