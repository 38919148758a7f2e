import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Kind } from '../../../shared/meeting/facts.ts'
import { focusEditor } from '../binding/caret-trust.ts'
import { joinLineAbove } from '../binding/commands.ts'
import { setBlock } from '../manners/blocks.ts'
import { type LineRange, selectedLines } from '../manners/lines.ts'
import {
  type Capture,
  isKind,
  isMark,
  type KindCapture,
  type KindItemId,
  type MarkItemId,
  type SpeakerCapture,
  type SpeakerSource,
} from './capture.ts'
import { type CaptureOptions, captureKey, captureOf, go, type SheetAsk } from './capture-options.ts'
import type { Step } from './capture-step.ts'
import { putGloss, takeGloss } from './gloss-commands.ts'
import { indexOfLine, interventionAt, speakersAround } from './interventions-in.ts'
import { closeIntervention, correctSpeaker, cutLine, openIntervention, setKind } from './line-commands.ts'
import { moveLine, moveToSentence } from './line-moves.ts'
import { askLanguage, askPlaced, askSensitive } from './marks-plugin.ts'

/** Gives who may be picked for the line that a list is open for. */
export function sourceFor(state: EditorState, line: string, options: CaptureOptions): SpeakerSource {
  const index = indexOfLine(state.doc, line)
  const { mode, ...capture } = captureOf(state)
  const isCorrection = mode === 'speaker' && 'trigger' in capture && capture.trigger === 'correct'
  // An open intervention is before itself; one that is corrected is not.
  const before = index < 0 ? 0 : isCorrection ? interventionAt(state.doc, index).from : index
  return { ...options.speakers(), recent: speakersAround(state.doc, before) }
}

/** Opens the list for who said the intervention of a line, or for the line's kind. */
export function openList(
  view: EditorView,
  what: 'speaker' | 'kind',
  line: string,
  options: CaptureOptions,
): void {
  if (!options.mayWrite()) return
  const sheet = options.sheet()
  if (sheet !== null) {
    sheet({ what: what === 'speaker' ? 'correct' : 'kind', line })
    return
  }
  const before = captureOf(view.state).mode === 'line' ? 'line' : 'text'
  const start = { line, keys: [], active: -1, before } as const
  const to: Capture =
    what === 'speaker'
      ? { mode: 'speaker', trigger: 'correct', ...start }
      : { mode: 'kind', trigger: 'tag', ...start }
  go(view, to)
  focusEditor(view)
}

/** Carries out a choice of the list that is open, as Enter does. */
export function pick(view: EditorView, step: Step, options: CaptureOptions): void {
  carryOut(view, step, options)
  focusEditor(view)
}

/** Carries out what was chosen in a sheet. */
export function answerSheet(
  view: EditorView,
  ask: SheetAsk,
  { speaker, kind }: { readonly speaker: string | null; readonly kind: Kind | null },
  options: CaptureOptions,
): void {
  write(view, options, (tr) => {
    if (ask.what === 'next') {
      const index = closeIntervention(tr, options.newId)
      sayWho(tr, String(tr.doc.child(index).attrs.id), speaker ?? '', kind, false)
      return
    }
    const index = indexOfLine(tr.doc, ask.line)
    if (index < 0) return
    if (ask.what === 'kind') setKind(tr, { from: index, to: index + 1 }, kind)
    else sayWho(tr, ask.line, speaker ?? '', kind, ask.what === 'correct')
  })
  options.tell(ask.what === 'kind' ? { did: 'kind', kind } : { did: 'speaker', speaker: speaker ?? '', kind })
  focusEditor(view)
}

/** Closes the caret's intervention and asks who speaks next. */
export function askWhoSpeaks(view: EditorView, options: CaptureOptions): void {
  if (!options.mayWrite()) return
  const sheet = options.sheet()
  if (sheet !== null) {
    sheet({ what: 'next' })
    return
  }
  const { tr } = view.state
  options.undo.stopCapturing()
  const index = closeIntervention(tr, options.newId)
  const line = String(tr.doc.child(index).attrs.id)
  const opened: Capture = { mode: 'speaker', trigger: 'closed', line, keys: [], active: -1, before: 'text' }
  view.dispatch(tr.setMeta(captureKey, opened).scrollIntoView())
}

/** Does what a key asks for; tells whether the key is used up. */
export function carryOut(view: EditorView, step: Step, options: CaptureOptions): boolean {
  switch (step.does) {
    case 'nothing':
      return !step.passes
    case 'go':
      go(view, step.to)
      if (step.to.mode === 'text') options.tell({ did: 'text-mode' })
      return true
    case 'leave': {
      const { tr } = view.state
      if (step.text !== '') tr.insertText(step.text)
      view.dispatch(tr.setMeta(captureKey, step.to))
      return step.passes !== true
    }
    case 'speak':
      return speak(view, step.speaker, step.kind, options)
    case 'choose':
      return choose(view, step.item, options)
    case 'kind':
      write(view, options, (tr) => setKind(tr, selectedLines(view.state), step.kind))
      options.tell({ did: 'kind', kind: step.kind })
      return true
    case 'move':
      moveLine(view, step.step, step.extends)
      return true
    case 'sentence':
      moveToSentence(view, step.side)
      return true
    case 'link':
      options.copyLink(String(view.state.selection.$head.parent.attrs.id))
      return true
    case 'correct':
      openList(view, 'speaker', String(view.state.selection.$from.parent.attrs.id), options)
      return true
    case 'cut':
      write(view, options, (tr) => cutLine(tr, options.newId))
      options.tell({ did: 'cut' })
      return true
    case 'join':
      options.undo.stopCapturing()
      joinLineAbove(true)(view.state, view.dispatch)
      options.tell({ did: 'join' })
      return true
  }
}

function speak(view: EditorView, speaker: string, kind: Kind | null, options: CaptureOptions): boolean {
  const capture = captureOf(view.state) as SpeakerCapture
  write(view, options, (tr) => {
    tr.setMeta(captureKey, { mode: capture.before } satisfies Capture)
    sayWho(tr, capture.line, speaker, kind, capture.trigger === 'correct')
  })
  options.tell({ did: 'speaker', speaker, kind })
  return true
}

/** Says in one step who speaks from a line on, or said its whole intervention, and of what kind the line is. */
export function sayWho(
  transaction: Transaction,
  line: string,
  speaker: string,
  kind: Kind | null,
  isCorrection: boolean,
): void {
  const index = indexOfLine(transaction.doc, line)
  if (index < 0) return
  if (isCorrection) correctSpeaker(transaction, index, speaker)
  else openIntervention(transaction, index, speaker)
  if (kind !== null) setKind(transaction, { from: index, to: index + 1 }, kind)
}

function choose(view: EditorView, item: KindItemId, options: CaptureOptions): boolean {
  const capture = captureOf(view.state) as KindCapture
  const index = indexOfLine(view.state.doc, capture.line)
  const lines = capture.trigger === 'tag' ? { from: index, to: index + 1 } : selectedLines(view.state)
  if (isMark(item)) {
    go(view, { mode: capture.before })
    if (index >= 0) askMark(view, item, lines, options)
    return true
  }
  if (item === 'link') {
    go(view, { mode: capture.before })
    options.copyLink(capture.line)
    return true
  }
  write(view, options, (tr) => {
    tr.setMeta(captureKey, { mode: capture.before } satisfies Capture)
    if (index < 0) return
    if (item === 'none' || isKind(item)) setKind(tr, lines, item === 'none' ? null : item)
    else setBlock(tr, lines, item)
  })
  const kind = isKind(item) ? item : null
  options.tell(kind !== null || item === 'none' ? { did: 'kind', kind } : { did: 'block' })
  return true
}

/** Does what a mark of record asks for, on some lines or their passages. */
function askMark(view: EditorView, item: MarkItemId, lines: LineRange, options: CaptureOptions): void {
  const { marks } = options
  switch (item) {
    case 'placed':
      askPlaced(view, lines, options, marks)
      break
    case 'sensitive':
      askSensitive(view, lines, marks)
      break
    case 'language':
      askLanguage(view, lines, marks)
      break
    case 'gloss':
      putGloss(view, options, marks)
      break
    case 'no-gloss':
      takeGloss(view, options, marks)
  }
}

/** Each command is one step of undo. */
function write(
  view: EditorView,
  options: CaptureOptions,
  change: (transaction: Transaction) => unknown,
): void {
  const { tr } = view.state
  options.undo.stopCapturing()
  change(tr)
  view.dispatch(tr.scrollIntoView())
  options.undo.stopCapturing()
}
