import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { bringIntoSight } from '../../ui/bring-into-sight.ts'
import type { NotesDesk } from './notes-desk.ts'

/** Brings the line that the address names into sight and marks it: `…/topics/t1#<line>`. */
export function useLinkedLine(desk: NotesDesk): void {
  const { hash } = useLocation()
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1))
    if (id === '') return
    const line = desk.editor.view.dom.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)
    if (line === null) return
    bringIntoSight(line)
    line.dataset['linked'] = ''
    return () => {
      delete line.dataset['linked']
    }
  }, [desk, hash])
}
