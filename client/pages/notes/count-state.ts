import type { EditorView } from '@tiptap/pm/view'
import { useEffect, useState } from 'react'
import { countLine, countWords, textOf } from './count-words.ts'
import type { NotesDesk } from './notes-desk.ts'

/** So many lines at once, so that a key never waits for the count. */
const LINES_AT_ONCE = 100
/** A selection that is being drawn is counted once it rests. */
const SELECTED_MS = 150

/** Counts the words of a topic, again for another `version` of it; null until it is done the first time. */
export function useWordCount(desk: NotesDesk, version: unknown): number | null {
  const [words, setWords] = useState<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another text.
  useEffect(() => {
    const { doc } = desk.editor.state
    let timer: ReturnType<typeof setTimeout> | undefined
    let sum = 0
    const count = (from: number): void => {
      const to = Math.min(from + LINES_AT_ONCE, doc.childCount)
      for (let index = from; index < to; index++) sum += countLine(doc.child(index))
      if (to === doc.childCount) setWords(sum)
      else timer = setTimeout(() => count(to))
    }
    count(0)
    return () => clearTimeout(timer)
  }, [desk, version])
  return words
}

/** Counts the words of what is selected in the text; 0: nothing is. The page's own selection counts: readers have no other. */
export function useSelectedWordCount({ editor: { view } }: NotesDesk): number {
  const [words, setWords] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      if (!view.isDestroyed) setWords(countWords(selectedText(view)))
    }
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, SELECTED_MS)
    }
    wait()
    document.addEventListener('selectionchange', wait)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', wait)
    }
  }, [view])
  return words
}

function selectedText(view: EditorView): string {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return ''
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  if (!view.dom.contains(startContainer) || !view.dom.contains(endContainer)) return ''
  const from = view.posAtDOM(startContainer, startOffset)
  const to = view.posAtDOM(endContainer, endOffset)
  return to > from ? textOf(view.state.doc, from, to) : ''
}
