import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Where the row that has the focus goes, by whomever, the focus goes to the next one, and not to the page's top. */
export function useKeptFocus(ids: readonly string[]): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  const focused = useRef<string | null>(null)
  const before = useRef(ids)
  useEffect(() => {
    const element = list.current
    const follow = ({ target }: FocusEvent): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
      focused.current = row?.dataset['row'] ?? null
    }
    element?.addEventListener('focusin', follow)
    return () => element?.removeEventListener('focusin', follow)
  }, [])
  useLayoutEffect(() => {
    const index = before.current.indexOf(focused.current ?? '')
    before.current = ids
    if (focused.current === null || ids.includes(focused.current)) return
    focused.current = null
    if (document.activeElement !== document.body) return
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []
    const next = rows[Math.min(index, rows.length - 1)] ?? list.current
    next?.focus()
  }, [ids])
  return list
}
