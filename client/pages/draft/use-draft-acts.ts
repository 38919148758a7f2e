import { useEffect, useMemo, useRef } from 'react'
import type { ItemType } from '../../../shared/draft/draft-item.ts'
import { useText } from '../../i18n/text.tsx'
import type { Translate } from '../../i18n/translate.ts'
import type { MoveTarget } from '../../outbox/draft-wish.ts'
import type { Placed } from '../../outbox/wished-draft.ts'
import { announce } from '../../ui/announce.ts'
import type { DraftActs } from './draft-context.ts'
import type { DraftDesk } from './draft-desk.ts'
import { sectionTarget, stepTarget } from './moves.ts'
import { neighbour, readingOrder, type Section } from './outline.ts'
import { focusPanel } from './panel-focus.ts'
import type { ItemCommands } from './use-item-commands.ts'
import type { Makings } from './use-making.ts'

interface Ground {
  readonly desk: DraftDesk
  readonly sections: readonly Section<Placed>[]
  /** Shows the whole document: what is made new stands where no other view has a place for it. */
  readonly showAll: () => void
  /** The whole document is shown, by topic. */
  readonly isWhole: boolean
  readonly titleOf: (section: string) => string
  readonly commands: ItemCommands
  readonly makings: Makings
  /** Puts an item into the address. */
  readonly select: (item: string) => void
  readonly showPanel: () => void
}

interface Given {
  readonly acts: DraftActs
  readonly move: (item: string, target: MoveTarget) => void
}

/** Gives what items may ask for. The objects stay the same, so that 500 rows are not drawn for one key. */
export function useDraftActs(given: Ground): Given {
  const { t } = useText()
  const latest = useRef({ ...given, t })
  useEffect(() => {
    latest.current = { ...given, t }
  })

  return useMemo(() => {
    const now = (): Ground & { t: typeof t } => latest.current
    const move = (item: string, target: MoveTarget): void => {
      const { commands, titleOf } = now()
      commands.move(item, target)
      const number = numberAfter(now().sections, item, target)
      if (number !== null) announce(now().t('draft.moved', { number, section: titleOf(target.section) }))
    }
    const moveIf = (item: string, target: MoveTarget | null): void => {
      if (target !== null) move(item, target)
    }
    const focusItem = (item: string): void => {
      now().select(item)
      now().desk.rows.draw([item])
      rowElement(item)?.focus()
    }
    // Other views have another order, which the page itself has drawn.
    const order = (): readonly string[] => {
      if (now().isWhole) return readingOrder(now().sections)
      now().desk.rows.drawAll()
      return shownOrder()
    }
    const make = (target: MoveTarget, type: ItemType = 'recommendation', of: string | null = null): void => {
      now().showAll()
      now().makings.make(target, type, of)
    }
    const makeBeside = (item: string, after: string | null, type?: ItemType, of?: string): void => {
      const section = now().sections.find(({ items }) => items.some((one) => one.item.id === item))
      if (section !== undefined) make({ section: section.id, after }, type, of)
    }
    const acts: DraftActs = {
      focusItem,
      select: (item) => now().select(item),
      openPanel: (item) => {
        now().select(item)
        now().showPanel()
        focusPanel()
      },
      leave: (item, step, x) => {
        const next = neighbour(order(), item, step)
        if (next === null || isMade(now().makings, next)) return false
        now().desk.editors.enter(next, step > 0 ? 'first' : 'last', x)
        return true
      },
      moveStep: (item, step) => moveIf(item, stepTarget(now().sections, item, step)),
      moveToSection: (item, section) => moveIf(item, sectionTarget(now().sections, item, section)),
      remove: (item) => {
        const next = neighbour(order(), item, 1) ?? neighbour(order(), item, -1)
        now().commands.remove(item, removedWords(now(), item), () => soon(() => focusItem(item)))
        if (next === null) return
        focusFromMenu(() => focusItem(next))
      },
      changeType: (item, type) => {
        now().commands.changeType(item, type)
        announce(now().t(`views.typed.${type}`))
      },
      newAfter: (item, type) => makeBeside(item, item, type),
      newVersion: (item) => makeBeside(item, null, 'recommendation', item),
      makeAlternative: (item, of) => now().commands.makeAlternative(item, of),
      newIn: (section) => {
        const inside = now().sections.find(({ id }) => id === section)?.items
        make({ section, after: inside?.at(-1)?.item.id ?? null })
      },
      newFirst: (type) => {
        const { sections } = now()
        const first = sections.find(({ items }) => items.length > 0) ?? sections[0]
        if (first !== undefined) make({ section: first.id, after: null }, type)
      },
    }
    return { acts, move }
  }, [])
}

/** Once what was pressed has given the focus back, and what is wished is shown. */
function soon(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

/** Again once a menu has given the focus back to its button, if that has gone. */
function focusFromMenu(focus: () => void): void {
  focus()
  soon(() => {
    if (document.activeElement === document.body) focus()
  })
}

function removedWords({ desk, t }: Pick<Ground, 'desk'> & { t: Translate }, item: string): string {
  const number = desk.marks.placeOf(item)?.label ?? null
  return number === null ? t('draft.removedOther') : t('draft.removed', { number })
}

function isMade({ list }: Makings, item: string): boolean {
  return list.some(({ id }) => id === item)
}

function rowElement(item: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`article[data-item="${CSS.escape(item)}"]`)
}

function shownOrder(): string[] {
  const rows = document.querySelectorAll<HTMLElement>('.draft article[data-item]')
  return [...rows].flatMap(({ dataset: { item } }) => (item === undefined ? [] : [item]))
}

/** Gives the number that an item is shown under; null for what has none. */
export function numberOf(sections: readonly Section<Placed>[], item: string): number | null {
  return sections.flatMap(({ items }) => items).find((one) => one.item.id === item)?.number ?? null
}

/** Gives the number that a recommendation will have where it goes; null for what has none. */
function numberAfter(sections: readonly Section<Placed>[], item: string, target: MoveTarget): number | null {
  const own = numberOf(sections, item)
  if (own === null) return null
  let count = 0
  for (const { id, items } of sections) {
    if (id === target.section && target.after === null) return count + 1
    for (const one of items) {
      if (one.number !== null && one.version.index === 0 && one.item.id !== item) count++
      if (id === target.section && one.item.id === target.after) return count + 1
    }
  }
  return own
}
