import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { LINE_NODE } from '../binding/block-node.ts'
import { positionOfLine, selectedLines } from '../manners/lines.ts'
import { type Capture, leftText } from './capture.ts'
import { type CaptureOptions, captureKey, captureOf, go, TEXT } from './capture-options.ts'
import { stepKind, stepLine, stepSpeaker } from './capture-step.ts'
import { askWhoSpeaks, carryOut, sourceFor } from './carry-out.ts'

/** As long as ProseMirror takes to read what a composition left in the page. */
const COMPOSITION_SETTLES_MS = 80

/** Takes the keys that say who speaks and what kind a line is, without a word of it in the text. */
export function capturePlugin(options: CaptureOptions): Plugin<Capture> {
  return new Plugin<Capture>({
    key: captureKey,
    state: {
      init: () => TEXT,
      apply: (transaction, capture) => (transaction.getMeta(captureKey) as Capture | undefined) ?? capture,
    },
    props: {
      handleKeyDown: (view, event) => handleKey(view, event, options),
      handleTextInput: (view, _from, _to, text) => handleText(view, text, options),
      handleDOMEvents: {
        mousedown: (view) => leaveList(view),
        compositionstart: (view) => {
          // An input method's own keys are no commands.
          if (captureOf(view.state).mode === 'line') go(view, TEXT)
        },
        compositionend: (view) => {
          setTimeout(() => takeComposed(view, options), COMPOSITION_SETTLES_MS)
        },
      },
      decorations: (state) => decorate(state),
    },
  })
}

function handleKey(view: EditorView, event: KeyboardEvent, options: CaptureOptions): boolean {
  if (view.composing || event.isComposing || event.key === 'Process' || !options.mayWrite()) return false
  const capture = captureOf(view.state)
  if (isSign(event))
    return capture.mode === 'text' ? openBySign(view, event.key, options) : step(view, event, options)
  return step(view, event, options)
}

/** @ and / are text keys wherever the layout has them, also with AltGr. */
function isSign(event: KeyboardEvent): boolean {
  const isText = (!event.ctrlKey && !event.altKey) || event.getModifierState('AltGraph')
  return (event.key === '@' || event.key === '/') && isText && !event.metaKey
}

function step(view: EditorView, event: KeyboardEvent, options: CaptureOptions): boolean {
  const capture = captureOf(view.state)
  switch (capture.mode) {
    case 'speaker':
      return carryOut(
        view,
        stepSpeaker(capture, event, sourceFor(view.state, capture.line, options)),
        options,
      )
    case 'kind':
      return carryOut(view, stepKind(capture, event, options.kindItems()), options)
    case 'line':
      return carryOut(view, stepLine(event), options)
    case 'text':
      return stepText(view, event, options)
  }
}

function stepText(view: EditorView, event: KeyboardEvent, options: CaptureOptions): boolean {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    askWhoSpeaks(view, options)
    return true
  }
  if (event.key !== 'Escape' || event.ctrlKey || event.metaKey || event.altKey) return false
  go(view, { mode: 'line' })
  options.tell({ did: 'line-mode' })
  return true
}

/** Opens the list that a sign asks for; false where the sign is text. */
function openBySign(view: EditorView, sign: string, options: CaptureOptions): boolean {
  const { selection } = view.state
  const line = selection.$from.parent
  if (!selection.empty || line.type.name !== LINE_NODE || selection.$from.parentOffset > 0) return false
  if (sign === '@' && line.content.size > 0) return false
  const what = sign === '@' ? 'speaker' : 'kind'
  const id = String(line.attrs.id)
  options.undo.stopCapturing()
  const sheet = options.sheet()
  if (sheet !== null) sheet({ what: what === 'speaker' ? 'open' : 'kind', line: id })
  else {
    const start = { line: id, keys: [], active: -1, before: 'text' } as const
    const opened: Capture =
      what === 'speaker'
        ? { mode: 'speaker', trigger: 'at', ...start }
        : { mode: 'kind', trigger: 'slash', ...start }
    go(view, opened)
  }
  return true
}

/** Text that came without a key of its own: a virtual keyboard, a dead key, dictation. */
function handleText(view: EditorView, text: string, options: CaptureOptions): boolean {
  const capture = captureOf(view.state)
  if (!options.mayWrite()) return false
  if (capture.mode === 'text') return (text === '@' || text === '/') && openBySign(view, text, options)
  if (capture.mode === 'line') return true
  // While it composes, the page holds the text; it is taken out when the composition is done.
  if (view.composing) return false
  for (const each of text) typeIn(view, each, options)
  return true
}

function typeIn(view: EditorView, key: string, options: CaptureOptions): void {
  const press = {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    getModifierState: () => false,
  }
  const capture = captureOf(view.state)
  if (capture.mode === 'speaker')
    carryOut(view, stepSpeaker(capture, press, sourceFor(view.state, capture.line, options)), options)
  else if (capture.mode === 'kind') carryOut(view, stepKind(capture, press, options.kindItems()), options)
  else view.dispatch(view.state.tr.insertText(key))
}

/** What an input method wrote into the empty line of a list belongs to the list. */
function takeComposed(view: EditorView, options: CaptureOptions): void {
  const capture = captureOf(view.state)
  if (view.isDestroyed || view.composing || (capture.mode !== 'speaker' && capture.mode !== 'kind')) return
  if (capture.trigger === 'correct' || capture.trigger === 'tag') return
  const { $from } = view.state.selection
  const text = $from.parent.textContent
  if (text === '' || $from.parent.attrs.id !== capture.line) return
  view.dispatch(view.state.tr.delete($from.start(), $from.end()))
  for (const each of text) typeIn(view, each, options)
}

/** A click elsewhere leaves a list, and line mode. */
function leaveList(view: EditorView): boolean {
  const capture = captureOf(view.state)
  if (capture.mode === 'text') return false
  const { tr } = view.state
  if (capture.mode !== 'line') {
    const text = leftText(capture)
    if (text !== '') tr.insertText(text)
  }
  view.dispatch(tr.setMeta(captureKey, TEXT))
  return false
}

function decorate(state: EditorState): DecorationSet | null {
  const capture = captureOf(state)
  if (capture.mode === 'text') return null
  if (capture.mode === 'line') {
    const { from, to } = selectedLines(state)
    const lines: Decoration[] = []
    let position = positionOfLine(state.doc, from)
    for (let index = from; index < to; index++) {
      const { nodeSize } = state.doc.child(index)
      lines.push(Decoration.node(position, position + nodeSize, { 'data-current': 'true' }))
      position += nodeSize
    }
    return DecorationSet.create(state.doc, lines)
  }
  const typed = leftText(capture)
  if (typed === '') return null
  const widget = Decoration.widget(state.selection.head, () => typedElement(typed), { key: typed, side: -1 })
  return DecorationSet.create(state.doc, [widget])
}

function typedElement(typed: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'note-typed'
  element.textContent = typed
  return element
}
