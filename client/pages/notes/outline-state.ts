import { useEffect, useMemo, useState } from 'react'
import { lineAtHeight } from '../../editor/notes/lines-in-page.ts'
import type { NotesDesk } from './notes-desk.ts'
import { type Outline, readOutline } from './outline-entries.ts'

/** Longer than the pause between two keys. */
const REST_MS = 250
/** Where somebody always types, the outline is no older than this. */
const LATEST_MS = 1500
/** The line at this height is the one that is read: under the top bar, with air above it. */
const READING_HEIGHT = 160

/** Gives the outline of the text, again once that has changed and then rested. */
export function useOutline(desk: NotesDesk): Outline {
  const [blocks, setBlocks] = useState(desk.blocks)
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined
    let latest: ReturnType<typeof setTimeout> | undefined
    let seen = desk.blocks
    const look = (): void => {
      clearTimeout(rest)
      clearTimeout(latest)
      latest = undefined
      setBlocks(desk.blocks)
    }
    const stop = desk.subscribe(() => {
      // A caret that moves changes no outline.
      if (desk.blocks === seen) return
      seen = desk.blocks
      clearTimeout(rest)
      rest = setTimeout(look, REST_MS)
      latest ??= setTimeout(look, LATEST_MS)
    })
    look()
    return () => {
      stop()
      clearTimeout(rest)
      clearTimeout(latest)
    }
  }, [desk])
  return useMemo(() => readOutline(blocks), [blocks])
}

/** Gives the index of the line that the reader is at: by the caret when it moves, by the page when that is scrolled. */
export function useCurrentLine(desk: NotesDesk): number {
  const [current, setCurrent] = useState(-1)
  useEffect(() => {
    const { editor } = desk
    const caretLine = (): number => editor.state.selection.$head.index(0)
    let caret = -1
    let frame = 0
    const handleChange = (): void => {
      const index = caretLine()
      if (index === caret || !editor.view.hasFocus()) return
      caret = index
      setCurrent(index)
    }
    const handleScroll = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (!isCaretSeen(desk)) setCurrent(lineAtHeight(editor.view.dom, READING_HEIGHT))
      })
    }
    handleScroll()
    handleChange()
    const stop = desk.subscribe(handleChange)
    window.addEventListener('scroll', handleScroll, { passive: true })
    return () => {
      stop()
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', handleScroll)
    }
  }, [desk])
  return current
}

/** Who writes is where the caret is, also where a long text was scrolled a little. */
function isCaretSeen({ editor: { view } }: NotesDesk): boolean {
  if (!view.hasFocus()) return false
  const { top } = view.coordsAtPos(view.state.selection.head)
  return top > 0 && top < window.innerHeight
}
