import { type EditorState, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Kind } from '../../../shared/meeting/facts.ts'
import type { FlatUndo } from '../binding/flat-undo.ts'
import type { Capture, KindItem, SpeakerSource } from './capture.ts'
import type { MarkAsks } from './mark-asks.ts'

/** What was done by a command, for a screen reader. */
export type Done =
  | { readonly did: 'speaker'; readonly speaker: string; readonly kind: Kind | null }
  | { readonly did: 'kind'; readonly kind: Kind | null }
  | { readonly did: 'mention'; readonly label: string }
  | { readonly did: 'block' | 'cut' | 'join' | 'line-mode' | 'text-mode' }

/** What a sheet is to ask. `next`: who speaks after the caret's intervention; `open`: who speaks from a line on. */
export type SheetAsk =
  | { readonly what: 'next' }
  | { readonly what: 'open' | 'correct' | 'kind'; readonly line: string }

export interface CaptureOptions {
  readonly undo: Pick<FlatUndo, 'stopCapturing'>
  readonly newId: () => string
  /** Whether this member may write now. */
  readonly mayWrite: () => boolean
  readonly speakers: () => Omit<SpeakerSource, 'recent'>
  readonly kindItems: () => readonly KindItem[]
  /** Asks in a sheet instead of a list under the caret, where there is no room or no keyboard; else null. */
  readonly sheet: () => ((ask: SheetAsk) => void) | null
  readonly tell: (done: Done) => void
  readonly marks: MarkAsks
  /** Copies the link to a line, and says so. */
  readonly copyLink: (line: string) => void
}

export const captureKey = new PluginKey<Capture>('notesCapture')
export const TEXT: Capture = { mode: 'text' }

/** Gives what keys mean in an editor now. */
export function captureOf(state: EditorState): Capture {
  return captureKey.getState(state) ?? TEXT
}

/** Has keys mean something else from now on. */
export function go(view: EditorView, to: Capture): void {
  view.dispatch(view.state.tr.setMeta(captureKey, to))
}
