import { useEffect } from 'react'
import { FACED_ATOMS } from '../../editor/draft/atom-faces.ts'
import { behindMark, startOfFootnote } from '../../editor/draft/footnote-commands.ts'
import { enterFootnote, putCaret } from '../../editor/draft/footnote-keys.ts'
import { useDraft } from './draft-context.ts'

/**
 * Follows presses on brackets, marks of footnotes and references in all texts below an element, with an editor and
 * without: to the menu, to the footnote and back, to what is referred to.
 */
export function useMarkPresses(list: HTMLElement | null): void {
  const { desk, acts, mayWrite } = useDraft()
  useEffect(() => {
    if (list === null) return
    const follow = (element: HTMLElement, item: string): void => {
      const { bracket, to, note } = element.dataset
      if (bracket !== undefined) {
        if (mayWrite) desk.marks.onBracket?.(item, bracket, element)
      } else if (to !== undefined) acts.focusItem(to)
      else if (note !== undefined) goBetween(desk.editors.viewOf(item), element, note)
    }
    const handle = (event: MouseEvent | KeyboardEvent): void => {
      if ('key' in event && event.key !== 'Enter') return
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>(PRESSED) : null
      const item = element?.closest<HTMLElement>('article[data-item]')?.dataset['item']
      // A key in an editor is the text's own; a press that ends a selection means the words.
      const isInText = 'key' in event && (event.target as HTMLElement).isContentEditable
      if (element === null || item === undefined || isInText) return
      if (document.getSelection()?.isCollapsed === false && !element.matches('button')) return
      if ('key' in event) event.preventDefault()
      follow(element, item)
    }
    list.addEventListener('click', handle)
    list.addEventListener('keydown', handle)
    return () => {
      list.removeEventListener('click', handle)
      list.removeEventListener('keydown', handle)
    }
  }, [list, desk, acts, mayWrite])
}

const PRESSED = `${FACED_ATOMS}, .footnote-back`

/** From a mark to its footnote, and from a footnote to its mark. */
function goBetween(
  view: ReturnType<ReturnType<typeof useDraft>['desk']['editors']['viewOf']>,
  element: HTMLElement,
  note: string,
): void {
  const isBack = element.matches('.footnote-back')
  if (view?.dom.contains(element)) {
    if (!isBack) enterFootnote(view, note)
    else {
      const start = startOfFootnote(view.state.doc, note)
      if (start === null) return
      putCaret(view, start)
      const at = behindMark(view.state)
      if (at !== null) putCaret(view, at)
    }
    return
  }
  const other = isBack ? '[data-atom="note"]' : '.footnote-back'
  const text = element.closest('.draft-text')
  text?.querySelector<HTMLElement>(`${other}[data-note="${CSS.escape(note)}"]`)?.focus()
}
