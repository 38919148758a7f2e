import { useLayoutEffect } from 'react'
import type { NotesDesk } from './notes-desk.ts'

/** Tells screen readers which item of the list the text's focus means, and keeps that item in sight. */
export function useListAria(desk: NotesDesk, list: string, active: number): void {
  useLayoutEffect(() => {
    const { dom } = desk.editor.view
    const item = `${list}-${active}`
    dom.setAttribute('aria-controls', list)
    dom.setAttribute('aria-autocomplete', 'list')
    if (active < 0) dom.removeAttribute('aria-activedescendant')
    else {
      dom.setAttribute('aria-activedescendant', item)
      document.getElementById(item)?.scrollIntoView({ block: 'nearest' })
    }
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant'])
        dom.removeAttribute(name)
    }
  }, [desk, list, active])
}
