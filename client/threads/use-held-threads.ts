import { useEffect, useRef } from 'react'
import { threadKey } from '../outbox/thread-wish.ts'
import type { CommentDraft } from './drafts.ts'
import type { ShownThread } from './thread.ts'
import type { ThreadFilter } from './thread-filter.ts'
import { useAllDrafts } from './use-drafts.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * Gives the threads of a filter, and those that were among them and in which I am writing: whoever resolves a thread or
 * deletes its passage meanwhile takes nobody's field away.
 */
export function useHeldThreads(
  threads: readonly ShownThread[],
  lists: Readonly<Record<ThreadFilter, readonly ShownThread[]>>,
  filter: ThreadFilter,
): readonly ShownThread[] {
  const drafts = useAllDrafts()
  const before = useRef<{ filter: ThreadFilter; keys: ReadonlySet<string> }>({ filter, keys: NONE })
  const held = before.current.filter === filter ? before.current.keys : NONE
  const shown = heldThreads(threads, lists[filter], held, (thread) => isWrittenIn(thread, drafts))
  useEffect(() => {
    before.current = { filter, keys: new Set(shown.map(keyOf)) }
  })
  return shown
}

/** Gives those that belong here, and those that stood here before and are held, in the order of all. */
export function heldThreads(
  threads: readonly ShownThread[],
  belong: readonly ShownThread[],
  before: ReadonlySet<string>,
  isHeld: (thread: ShownThread) => boolean,
): readonly ShownThread[] {
  const here = new Set(belong)
  return threads.filter((thread) => here.has(thread) || (before.has(keyOf(thread)) && isHeld(thread)))
}

/** Tells whether a thread has words of mine that were not sent, or the caret in one of its fields. */
function isWrittenIn({ id, comments }: ShownThread, drafts: ReadonlyMap<string, CommentDraft>): boolean {
  const names = [`thread:${id}`, ...comments.map((comment) => `comment:${comment.id}`)]
  if (names.some((name) => hasDraft(drafts.get(name)))) return true
  const { activeElement } = document
  const card = activeElement?.matches('textarea') ? activeElement.closest('[data-thread-card]') : null
  return card?.getAttribute('data-thread-card') === id
}

/** Tells whether something was begun and has words. */
export function hasDraft(draft: CommentDraft | null | undefined): boolean {
  return draft !== null && draft !== undefined && draft.text.trim() !== ''
}

function keyOf({ room, id }: ShownThread): string {
  return threadKey(room, id)
}
