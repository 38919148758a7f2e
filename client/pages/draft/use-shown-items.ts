import { useMemo } from 'react'
import { keepTogether } from '../../../shared/draft/alternatives.ts'
import { type DraftItem, findDraftItem } from '../../../shared/draft/draft-item.ts'
import type { DraftWish } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import type { Placed } from '../../outbox/wished-draft.ts'
import { shownWishes, withWishes } from '../../outbox/wished-draft.ts'
import type { DraftDesk } from './draft-desk.ts'
import { type Section, sectionsOf } from './outline.ts'
import type { Making } from './use-making.ts'

export interface ShownItems {
  readonly sections: readonly Section<Placed>[]
  readonly items: ReadonlyMap<string, DraftItem>
}

interface Ground {
  readonly desk: DraftDesk
  /** As the room has them. */
  readonly inRoom: readonly DraftItem[]
  readonly entries: readonly Entry<DraftWish>[]
  readonly makings: readonly Making[]
  readonly agenda: readonly string[]
}

/** Puts items under their sections, as they stand once what is wished is done; those that are being made among them. */
export function useShownItems({ desk, inRoom, entries, makings, agenda }: Ground): ShownItems {
  return useMemo(() => {
    const wishes = shownWishes(entries)
    const removed = (item: string) => findDraftItem(desk.doc, item)
    // Those that were refused keep their field, and those that another tab has sent.
    const placed = withWishes(inRoom, [...wishes, ...makings.map(({ wish }) => wish)], removed)
    const items = new Map(placed.filter(isThere).map((item) => [item.id, item]))
    // What a page has moved already takes its versions along.
    return { sections: sectionsOf(keepTogether(placed), agenda), items }
  }, [desk, inRoom, entries, makings, agenda])
}

function isThere(item: Placed): item is DraftItem {
  return 'text' in item
}
