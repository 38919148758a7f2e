import type { EditorView } from '@tiptap/pm/view'
import { useLayoutEffect } from 'react'

/** What stays free above and below the item. */
const EDGE = 8

/** Tells screen readers which item of the list the text's focus means, and keeps that item in sight. */
export function useListAria({ dom }: EditorView, list: string, active: number): void {
  useLayoutEffect(() => {
    const item = `${list}-${active}`
    dom.setAttribute('aria-controls', list)
    dom.setAttribute('aria-autocomplete', 'list')
    if (active < 0) dom.removeAttribute('aria-activedescendant')
    else {
      dom.setAttribute('aria-activedescendant', item)
      showInList(document.getElementById(item))
    }
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant'])
        dom.removeAttribute(name)
    }
  }, [dom, list, active])
}

/** Scrolls the list and nothing else: the page never moves while somebody speaks. */
function showInList(item: HTMLElement | null): void {
  const list = item?.parentElement
  if (item === null || list == null) return
  const [own, room] = [item.getBoundingClientRect(), list.getBoundingClientRect()]
  if (own.top < room.top) list.scrollTop -= room.top - own.top + EDGE
  else if (own.bottom > room.bottom) list.scrollTop += own.bottom - room.bottom + EDGE
}
