import { useMemo } from 'react'
import { focusEditor } from '../../editor/binding/caret-trust.ts'
import type { DraftDesk } from './draft-desk.ts'
import { focusPanel } from './panel-focus.ts'
import type { SelectItem } from './use-select-item.ts'

/** Ways between the draft's text and its threads. The same object as long as the room is the same. */
export interface CommentActs {
  /** Shows the threads of an item. The panel has the focus. */
  open(item: string): void
  /** Shows a thread. With `focuses` its card has the focus, else that stays where it is. */
  show(item: string, thread: string, focuses: boolean): void
  /** Back from the panel: to the caret, where the way began there, else to the item. */
  back(item: string): void
}

interface Ground {
  readonly desk: DraftDesk
  readonly select: SelectItem
  readonly showPanel: () => void
  readonly focusItem: (item: string) => void
}

/** Gives the ways between text and threads. */
export function useCommentActs({ desk, select, showPanel, focusItem }: Ground): CommentActs {
  return useMemo(() => {
    let begunInText: string | null = null
    const leaveText = (item: string): void => {
      const active = desk.active.current()
      const focused = document.activeElement
      const isThere = active !== null && (active.editor.view.hasFocus() || isInToolbar(focused))
      begunInText = isThere && active.item === item ? item : null
    }
    return {
      open: (item) => {
        leaveText(item)
        select(item, { thread: null })
        showPanel()
        focusPanel()
      },
      show: (item, thread, focuses) => {
        leaveText(item)
        select(item, { thread })
        showPanel()
        if (!focuses) return
        const card = document.querySelector<HTMLElement>(`[data-thread-card="${CSS.escape(thread)}"]`)
        // What shows threads may be on its way.
        if (card === null) desk.cardToFocus = thread
        else card.focus()
      },
      back: (item) => {
        const active = desk.active.current()
        if (begunInText === item && active?.item === item) focusEditor(active.editor.view)
        else focusItem(item)
      },
    }
  }, [desk, select, showPanel, focusItem])
}

function isInToolbar(element: Element | null): boolean {
  return element?.closest('[role=toolbar]') != null
}
