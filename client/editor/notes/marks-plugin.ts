import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isGloss } from '../../../shared/text/gloss.ts'
import { REMOTE } from '../binding/binding-plugin.ts'
import { attributesOf } from '../binding/block-node.ts'
import { type LineRange, selectedLines } from '../manners/lines.ts'
import { type CaptureOptions, captureOf } from './capture-options.ts'
import { commandOf } from './command-key.ts'
import { goToGloss } from './gloss-commands.ts'
import type { MarkAsks } from './mark-asks.ts'
import { isPlaced, linesIn, onlyWithheld, passagesAround, setPlaced, withheldId } from './mark-commands.ts'

type MarkOptions = Pick<CaptureOptions, 'mayWrite' | 'newId' | 'undo'>
type UndoOption = Pick<CaptureOptions, 'undo'>

/**
 * Marks of record and their keys: F keeps a passage for the drafting group, V places it on record, A says how much is
 * told of who spoke, I in which language a line is, B puts a gloss under the passage or takes it away. What is placed on record is changed by nobody here until it is unlocked; what others and undo
 * change is shown as ever.
 */
export function marksPlugin(options: MarkOptions, asks: MarkAsks): Plugin {
  return new Plugin({
    filterTransaction: (transaction, state) => {
      if (isFree(transaction) || keepsPlaced(state.doc, transaction.doc)) return true
      // The page may not be drawn while an editor decides.
      queueMicrotask(() => asks.ask({ what: 'locked' }))
      return false
    },
    props: {
      handleKeyDown: (view, event) => handleKey(view, event, options, asks),
      handleDOMEvents: {
        beforeinput: (view, event) => {
          const step = DELETES.get(event.inputType)
          if (step === undefined || !event.cancelable || !selectStub(view, step)) return false
          event.preventDefault()
          return true
        },
        click: (_view, { target }) => {
          const stub = target instanceof Element ? target.closest('[data-withheld]') : null
          if (stub === null) return false
          asks.ask({ what: 'open', id: stub.getAttribute('data-withheld') ?? '' })
          return true
        },
      },
    },
  })
}

const DELETES: ReadonlyMap<string, 1 | -1> = new Map([
  ['deleteContentBackward', -1],
  ['deleteContentForward', 1],
])

/** What others wrote and what undo brings back is in the text already. */
function isFree(transaction: Transaction): boolean {
  return !transaction.docChanged || transaction.getMeta(REMOTE) === true
}

/** Tells whether every line that is placed on record still says the same. */
function keepsPlaced(before: Node, after: Node): boolean {
  const placed = new Map<unknown, Node>()
  before.forEach((line) => {
    if (isPlaced(line)) placed.set(line.attrs.id, line)
  })
  if (placed.size === 0) return true
  after.forEach((line) => {
    if (placed.get(line.attrs.id)?.content.eq(line.content) === true) placed.delete(line.attrs.id)
  })
  return placed.size === 0
}

function handleKey(view: EditorView, event: KeyboardEvent, options: MarkOptions, asks: MarkAsks): boolean {
  if (view.composing || event.isComposing || !options.mayWrite()) return false
  const { mode } = captureOf(view.state)
  if (mode === 'line') return handleLineKey(view, commandOf(event), options, asks)
  if (mode !== 'text' || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === 'Backspace') return selectStub(view, -1)
  return event.key === 'Delete' && selectStub(view, 1)
}

function handleLineKey(
  view: EditorView,
  command: string | null,
  options: MarkOptions,
  asks: MarkAsks,
): boolean {
  const { state } = view
  switch (command) {
    case 'f':
      askSensitive(view, selectedLines(state), asks)
      return true
    case 'v':
      askPlaced(view, selectedLines(state), options, asks)
      return true
    case 'a':
      askLevel(view, asks)
      return true
    case 'i':
      askLanguage(view, selectedLines(state), asks)
      return true
    case 'b':
      goToGloss(view, options, asks)
      return true
    default:
      return false
  }
}

/** Asks whether the passages of some lines are to be kept for the drafting group; one that is kept already is opened. */
export function askSensitive({ state }: EditorView, range: LineRange, asks: MarkAsks): void {
  const lines = linesIn(state.doc, passagesAround(state.doc, range))
  const withheld = onlyWithheld(lines)
  asks.ask(withheld === null ? { what: 'withhold', lines: idsOf(lines) } : { what: 'open', id: withheld })
}

/** Asks how much is told of who spoke, for the intervention of the caret's line. */
export function askLevel({ state }: EditorView, asks: MarkAsks): void {
  asks.ask({ what: 'level', line: String(state.selection.$from.parent.attrs.id) })
}

/** Asks in which language some lines are. */
export function askLanguage({ state }: EditorView, range: LineRange, asks: MarkAsks): void {
  asks.ask({ what: 'language', lines: idsOf(linesIn(state.doc, range)) })
}

/** Places the passages of some lines on record; asks before any of them is unlocked. A gloss is nobody's wording. */
export function askPlaced(view: EditorView, range: LineRange, options: UndoOption, asks: MarkAsks): void {
  const { doc } = view.state
  const lines = linesIn(doc, passagesAround(doc, range)).filter((line) => !isGloss(attributesOf(line)))
  if (lines.some(isPlaced)) asks.ask({ what: 'unlock', lines: idsOf(lines) })
  else place(view, idsOf(lines), true, options, asks)
}

function idsOf(lines: readonly Node[]): string[] {
  return lines.map((line) => String(line.attrs.id))
}

/** Places lines on record, or unlocks them: one step of undo. */
export function place(
  view: EditorView,
  lines: readonly string[],
  isOn: boolean,
  { undo }: UndoOption,
  asks: MarkAsks,
): void {
  const { tr } = view.state
  undo.stopCapturing()
  setPlaced(tr, lines, isOn)
  view.dispatch(tr)
  undo.stopCapturing()
  if (isOn) asks.ask({ what: 'placed' })
}

/** Selects the stub beside the caret, so that the key that would delete it has to be pressed again. */
function selectStub(view: EditorView, step: 1 | -1): boolean {
  const { selection, doc, tr } = view.state
  if (!selection.empty) return false
  const { $from } = selection
  if (withheldId(step === -1 ? $from.nodeBefore : $from.nodeAfter) === null) return false
  view.dispatch(tr.setSelection(TextSelection.create(doc, $from.pos, $from.pos + step)))
  return true
}
