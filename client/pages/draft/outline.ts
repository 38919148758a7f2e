import { keepTogether, type Version, versionsOf } from '../../../shared/draft/alternatives.ts'
import { GENERAL_SECTION } from '../../../shared/draft/draft-item.ts'
import type { Placed } from '../../outbox/wished-draft.ts'

/** An item with the number it is shown under: recommendations count through the whole draft, nothing else does. */
export interface Numbered<Item extends Placed> {
  readonly item: Item
  readonly number: number | null
  /** Versions of one recommendation share its number. */
  readonly version: Version
}

/** One section of the draft, with what stands in it, in order. */
export interface Section<Item extends Placed> {
  /** A topic's id, or `general`. */
  readonly id: string
  readonly items: readonly Numbered<Item>[]
}

/**
 * Puts items under their sections: the agenda's order, `general` last, a section that the agenda doesn't know (its
 * topic is gone) with the general ones. Every section is there, also an empty one.
 */
export function sectionsOf<Item extends Placed>(
  items: readonly Item[],
  agenda: readonly string[],
): Section<Item>[] {
  const under = new Map<string, Item[]>([...agenda, GENERAL_SECTION].map((id) => [id, []]))
  for (const item of items) (under.get(item.section) ?? under.get(GENERAL_SECTION))?.push(item)
  let count = 0
  return [...under].map(([id, inside]) => {
    const together = keepTogether(inside)
    const versions = versionsOf(together)
    return {
      id,
      items: together.map((item, index) => {
        const version = versions[index] ?? ALONE
        if (item.type !== 'recommendation') return { item, number: null, version }
        if (version.index === 0) count++
        return { item, number: count, version }
      }),
    }
  })
}

const ALONE: Version = { index: 0, isContested: false }

/** Counts the recommendations; versions of one are one. */
export function countItems(sections: readonly Section<Placed>[]): number {
  return sections.reduce((sum, { items }) => sum + items.filter(isCounted).length, 0)
}

function isCounted({ number, version }: Numbered<Placed>): boolean {
  return number !== null && version.index === 0
}

/** Gives the items' ids as they are read, from the first to the last. */
export function readingOrder(sections: readonly Section<Placed>[]): string[] {
  return sections.flatMap(({ items }) => items.map(({ item }) => item.id))
}

/**
 * Gives the item before or after one; null past the ends. From an item that is not there (or none) it is the first or
 * the last, so that `J` begins at the top.
 */
export function neighbour(order: readonly string[], id: string | null, step: 1 | -1): string | null {
  const index = id === null ? -1 : order.indexOf(id)
  if (index < 0) return (step > 0 ? order[0] : order.at(-1)) ?? null
  return order[index + step] ?? null
}
