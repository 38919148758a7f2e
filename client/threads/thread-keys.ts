import { useEffect, useRef } from 'react'
import { commandOf } from '../editor/notes/command-key.ts'
import type { ShownThread } from './thread.ts'
import { focusCard } from './thread-card.tsx'

interface ThreadKeys {
  /** What is shown, in its order. */
  readonly threads: readonly ShownThread[]
  readonly selected: string | null
  readonly mayResolve: (thread: ShownThread) => boolean
  select(thread: string): void
  resolve(thread: ShownThread): void
  /** Back to the text. */
  leave(): void
}

/** Where keys are those of threads: the panel, as a sheet too, and the discussion of the meeting. */
const GROUNDS = '.panel, .panel-dialog, .discussion'

/**
 * Reads the keys of threads (ui.md §7) wherever the focus is beside the text: `N` `Shift+N` from one to the next, `R`
 * resolves, `Escape` goes back. Never while somebody types.
 */
export function useThreadKeys(keys: ThreadKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const { target } = event
      if (!(target instanceof Element) || target.closest(GROUNDS) === null || event.defaultPrevented) return
      if (target.closest('textarea, input') !== null) return
      const act = actOf(event, latest.current)
      if (act === null) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])
}

function actOf(event: KeyboardEvent, keys: ThreadKeys): (() => void) | null {
  if (event.key === 'Escape') return () => keys.leave()
  switch (commandOf(event)) {
    case 'n':
      return () => step(keys, event.shiftKey ? -1 : 1)
    case 'r': {
      const thread = keys.threads.find(({ id }) => id === keys.selected)
      if (thread === undefined || event.shiftKey || !keys.mayResolve(thread)) return null
      return () => {
        const next = neighbour(keys, 1) ?? neighbour(keys, -1)
        keys.resolve(thread)
        if (next !== null) focusCard(next)
      }
    }
    default:
      return null
  }
}

function step(keys: ThreadKeys, by: 1 | -1): void {
  // At the end the last one has the focus: the key is never without an answer.
  const next = neighbour(keys, by) ?? keys.selected
  if (next === null) return
  keys.select(next)
  focusCard(next)
}

function neighbour({ threads, selected }: ThreadKeys, by: 1 | -1): string | null {
  const at = threads.findIndex(({ id }) => id === selected)
  if (at < 0) return threads.at(by > 0 ? 0 : -1)?.id ?? null
  return threads[at + by]?.id ?? null
}
