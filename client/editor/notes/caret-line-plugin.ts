import { Plugin } from '@tiptap/pm/state'

/**
 * Marks the line of the caret (`data-caret`), so that it is laid out whatever is seen. The browser lays lines out only near
 * what is seen, and finds that out with the next frame: a letter typed before that, just after Enter, would be put beside
 * a new line's text, where the editor reads nothing, and be lost.
 */
export function caretLinePlugin(): Plugin {
  return new Plugin({
    view(view) {
      let marked: Element | null = null
      const mark = (): void => {
        const { $head } = view.state.selection
        const line = $head.depth === 0 ? null : view.nodeDOM($head.before(1))
        const now = line instanceof HTMLElement ? line : null
        if (now === marked) return
        marked?.removeAttribute('data-caret')
        now?.setAttribute('data-caret', '')
        marked = now
      }
      mark()
      return { update: mark }
    },
  })
}
