import type { ShownThread } from './thread.ts'

/** Which threads of a place are listed. */
export const THREAD_FILTERS = ['open', 'resolved', 'detached', 'mine'] as const
export type ThreadFilter = (typeof THREAD_FILTERS)[number]

/**
 * Sorts threads under the filters: open ones stand on their passage, detached ones have lost it and are open too; mine
 * are those in which I wrote, in whatever state.
 */
export function filterThreads(
  threads: readonly ShownThread[],
  detached: ReadonlySet<string>,
  me: string,
): Readonly<Record<ThreadFilter, readonly ShownThread[]>> {
  const unresolved = threads.filter(({ resolved }) => resolved === null)
  return {
    open: unresolved.filter(({ id }) => !detached.has(id)),
    resolved: threads.filter(({ resolved }) => resolved !== null),
    detached: unresolved.filter(({ id }) => detached.has(id)),
    mine: threads.filter(({ comments }) => comments.some(({ by }) => by === me)),
  }
}

/** Gives the filter under which a thread is found. */
export function filterOf(thread: ShownThread, detached: ReadonlySet<string>): ThreadFilter {
  if (thread.resolved !== null) return 'resolved'
  return detached.has(thread.id) ? 'detached' : 'open'
}
