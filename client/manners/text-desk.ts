import type { Editor } from '@tiptap/core'
import { useSyncExternalStore } from 'react'
import type { FlatUndo } from '../editor/binding/flat-undo.ts'

/** A text that is written in, as what stands beside it knows it. */
export interface TextDesk {
  readonly editor: Editor
  readonly undo: Pick<FlatUndo, 'stopCapturing'>
  /** Calls back at every change of the editor. */
  readonly subscribe: (listener: () => void) => () => void
}

/** Gives something read off a text; the component is drawn again only when that is another value. */
export function useFromText<Value>({ subscribe, editor }: TextDesk, read: (editor: Editor) => Value): Value {
  return useSyncExternalStore(subscribe, () => read(editor))
}
