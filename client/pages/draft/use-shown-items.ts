import { useMemo } from 'react'
import { keepTogether } from '../../../shared/draft/alternatives.ts'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { applyMove } from './moves.ts'
import { type Placed, type Section, sectionsOf } from './outline.ts'
import type { Making } from './use-making.ts'

export interface ShownItems {
  readonly sections: readonly Section<Placed>[]
  readonly items: ReadonlyMap<string, DraftItem>
}

/** Puts items under their sections, those that are being made among them. */
export function useShownItems(
  shown: readonly DraftItem[],
  makings: readonly Making[],
  agenda: readonly string[],
): ShownItems {
  return useMemo(() => {
    const items = new Map(shown.map((item) => [item.id, item]))
    let placed: readonly Placed[] = shown
    for (const making of makings) {
      if (!items.has(making.id)) placed = applyMove([...placed, making], making.id, making.target)
    }
    // What a page has moved already takes its versions along.
    return { sections: sectionsOf(keepTogether(placed), agenda), items }
  }, [shown, makings, agenda])
}
