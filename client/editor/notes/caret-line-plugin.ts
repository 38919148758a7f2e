import { Plugin } from '@tiptap/pm/state'
import { isInSight } from './lines-in-page.ts'

/** How tall the words of the caret's line are, for the page's styles. */
const HEIGHT = '--caret-line'

/**
 * Marks the line of the caret, its group and those beside it, so that they are laid out whatever is seen, and the line by
 * itself.
 *
 * `data-caret`: the browser lays groups of lines out only near what is seen, and finds that out with the next frame: a letter
 * typed before that, just after Enter, would be put beside a new line's text, where the editor reads nothing, and be lost; an
 * arrow pressed before that, at the border of a group, would lead between two lines.
 * `data-caret="sized"`: the line's height is given (`--caret-line`) and follows its words, so that a letter has the browser
 * lay out this line alone; else it passes all groups, at each letter and each time that it is asked where something stands.
 */
export function caretLinePlugin(): Plugin {
  return new Plugin({
    props: {
      // ProseMirror would measure all that the text stands in, to scroll each of them: at each letter, and mostly none.
      handleScrollToSelection: (view) => isInSight(view, view.state.selection.head),
    },
    view(view) {
      let line: HTMLElement | null = null
      let groups: readonly Element[] = []
      const watch = new ResizeObserver(() => line && giveHeight(line))
      const mark = (): void => {
        const { $head } = view.state.selection
        const dom = $head.depth === 0 ? null : view.nodeDOM($head.before(1))
        const now = dom instanceof HTMLElement ? dom : null
        groups = markGroups(groups, now?.parentElement ?? null)
        if (now === line) return
        watch.disconnect()
        line?.removeAttribute('data-caret')
        line?.style.removeProperty(HEIGHT)
        now?.setAttribute('data-caret', '')
        for (const part of now?.children ?? []) watch.observe(part)
        line = now
      }
      mark()
      return { update: mark, destroy: () => watch.disconnect() }
    },
  })
}

function markGroups(before: readonly Element[], around: Element | null): readonly Element[] {
  const beside = [around?.previousElementSibling, around?.nextElementSibling]
  const now = [around, ...beside].flatMap((each) => (each?.className === 'note-group' ? [each] : []))
  if (now.length === before.length && now.every((group, index) => group === before[index])) return before
  for (const group of before) group.removeAttribute('data-caret')
  for (const group of now) group.setAttribute('data-caret', '')
  return now
}

/** What stands beside the words has no part in it: it hangs out of the line. */
function giveHeight(line: HTMLElement): void {
  const inFlow = [...line.children].filter((part) => getComputedStyle(part).position !== 'absolute')
  const end = Math.max(...inFlow.map((part) => part.getBoundingClientRect().bottom))
  const start = line.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(line).paddingBlockStart)
  const height = `${end - start}px`
  if (line.style.getPropertyValue(HEIGHT) === height) return
  line.style.setProperty(HEIGHT, height)
  line.setAttribute('data-caret', 'sized')
}
