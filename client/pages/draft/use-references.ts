import { useCallback } from 'react'
import { itemWords } from '../../../shared/draft/draft-item.ts'
import { fold } from '../../../shared/names/fold.ts'
import { referenceText } from '../../../shared/report/reference-words.ts'
import type { FindReferences } from '../../editor/draft/reference-plugin.ts'
import { useDraft } from './draft-context.ts'

/** No list is longer: what is not among them is found by another word. */
const MOST = 8
/** Enough to know a recommendation by. */
const MOST_CHARACTERS = 90

/** Gives the way to find what an item can refer to: by number, or by words that stand in it. */
export function useReferences(): (from: string) => FindReferences {
  const { desk, language } = useDraft()
  return useCallback(
    (from) => (typed) => {
      const wanted = fold(typed)
        .split(' ')
        .filter((word) => word !== '')
      return desk.watch.items
        .flatMap((item) => {
          const label = desk.marks.placeOf(item.id)?.label ?? null
          if (label === null || item.id === from) return []
          const words = itemWords(item).replaceAll('\uFFFC', '').replace(/\s+/g, ' ').trim()
          const own = fold(`${label} ${words}`)
          // A number is the item's own, not one of its words.
          const isMeant = /^\d+$/.test(typed)
            ? label.startsWith(typed)
            : wanted.every((word) => own.startsWith(word) || own.includes(` ${word}`))
          if (!isMeant) return []
          const short = words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}\u2026` : words
          return [{ item: item.id, label: referenceText('recommendation', label, language), words: short }]
        })
        .sort((one, other) => desk.marks.orderOf(one.item) - desk.marks.orderOf(other.item))
        .slice(0, MOST)
    },
    [desk, language],
  )
}
