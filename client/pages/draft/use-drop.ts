import { type DragEvent, useState } from 'react'
import type { MoveTarget } from '../../outbox/draft-wish.ts'
import type { Placed } from '../../outbox/wished-draft.ts'
import { ITEM_DRAG } from './drag-type.ts'
import { dropTarget } from './moves.ts'
import type { Section } from './outline.ts'

/** Between which items a dragged one would fall: before this one of its section, or (`null`) at the section's end. */
export interface DropPlace {
  readonly section: string
  readonly before: string | null
}

/** Lets items fall between items: shows where, and moves what fell. */
export function useDrop(
  sections: readonly Section<Placed>[],
  move: (item: string, target: MoveTarget) => void,
) {
  const [place, setPlace] = useState<DropPlace | null>(null)
  const end = (): void => setPlace(null)
  return {
    place,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(ITEM_DRAG)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        const next = placeUnder(event, sections)
        setPlace((before) => (next === null || samePlace(before, next) ? before : next))
      },
      onDrop: (event: DragEvent) => {
        const item = event.dataTransfer.getData(ITEM_DRAG)
        if (item === '') return
        event.preventDefault()
        const target = place === null ? null : dropTarget(sections, item, place.section, place.before)
        if (target !== null) move(item, target)
        end()
      },
      onDragEnd: end,
      onDragLeave: (event: DragEvent) => {
        const to = event.relatedTarget
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) end()
      },
    },
  }
}

/** Reads the page under the mouse: the upper half of an item is before it, a section's heading before its first. */
function placeUnder(event: DragEvent, sections: readonly Section<Placed>[]): DropPlace | null {
  const under =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item], [data-section]') : null
  if (under === null) return null
  const { item, section } = under.dataset
  const found = sections.find(({ id, items }) => id === section || items.some((one) => one.item.id === item))
  if (found === undefined) return null
  const ids = found.items.map((one) => one.item.id)
  if (item === undefined)
    return { section: found.id, before: under.dataset['end'] === undefined ? (ids[0] ?? null) : null }
  const { top, height } = under.getBoundingClientRect()
  const before = event.clientY < top + height / 2 ? item : (ids[ids.indexOf(item) + 1] ?? null)
  return { section: found.id, before }
}

function samePlace(one: DropPlace | null, other: DropPlace): boolean {
  return one !== null && one.section === other.section && one.before === other.before
}
