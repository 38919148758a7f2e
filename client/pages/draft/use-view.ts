import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { readView, type View, WHOLE, writeView } from './view-query.ts'

/** The view in the address, and the way to another one. */
export interface ViewChoice {
  readonly view: View
  change(part: Partial<View>): void
  /** Shows the whole document. */
  showAll(): void
}

/** Gives the view of the draft that stands in the address, so that links and Back keep it. */
export function useView(): ViewChoice {
  const [search, setSearch] = useSearchParams()
  const shown = writeView(new URLSearchParams(), readView(search)).toString()
  const view = useMemo(() => readView(new URLSearchParams(shown)), [shown])
  const set = useCallback(
    (next: (before: View) => View) => {
      // What the browser's own address says: keys may come faster than the page is drawn.
      const query = new URLSearchParams(window.location.search)
      const after = writeView(query, next(readView(query)))
      if (after.toString() !== query.toString())
        setSearch(after, { replace: true, state: { isSamePage: true } })
    },
    [setSearch],
  )
  return useMemo(
    () => ({
      view,
      change: (part) => set((before) => ({ ...before, ...part })),
      showAll: () => set(() => WHOLE),
    }),
    [view, set],
  )
}
