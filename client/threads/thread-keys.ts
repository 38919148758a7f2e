import type { KeyboardEvent } from 'react'
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

/** Reads the keys of threads (ui.md §7): `N` `Shift+N` from one to the next, `R` resolves, `Escape` goes back. */
export function threadKeyHandler(keys: ThreadKeys) {
  return (event: KeyboardEvent): void => {
    const isField = event.target instanceof HTMLElement && event.target.closest('textarea, input') !== null
    if (isField || event.defaultPrevented) return
    const act = actOf(event, keys)
    if (act === null) return
    event.preventDefault()
    act()
  }
}

function actOf(event: KeyboardEvent, keys: ThreadKeys): (() => void) | null {
  if (event.key === 'Escape') return () => keys.leave()
  switch (commandOf(event.nativeEvent)) {
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
  const next = neighbour(keys, by)
  if (next === null) return
  keys.select(next)
  focusCard(next)
}

function neighbour({ threads, selected }: ThreadKeys, by: 1 | -1): string | null {
  const at = threads.findIndex(({ id }) => id === selected)
  if (at < 0) return threads.at(by > 0 ? 0 : -1)?.id ?? null
  return threads[at + by]?.id ?? null
}
