import { useMemo, useState } from 'react'
import { type DraftItem, itemWords } from '../../../shared/draft/draft-item.ts'
import { useLookAlikes } from '../../alike/use-look-alikes.ts'
import { useText } from '../../i18n/text.tsx'
import { useFates } from '../../provenance/use-fates.ts'
import type { Candidate } from './combine-list.tsx'
import { useDraft } from './draft-context.ts'
import { useItems } from './use-desk.ts'

/** Look-alikes that come first. */
const MOST_ALIKE = 20

/**
 * Gives all items of one's kind, oneself among them and its look-alikes first, as they read when the dialog opened or
 * when they were last read again.
 */
export function useCandidates(item: string): {
  readonly candidates: readonly Candidate[]
  readonly name: string
  readAgain(): void
} {
  const { t, language } = useText()
  const { desk } = useDraft()
  const { numbers } = useFates()
  const items = useItems(desk)
  const type = items.find(({ id }) => id === item)?.type
  const [read, setRead] = useState(() => wordsOf(items))
  const same = useMemo(
    () => items.filter((each) => each.type === type && (read.get(each.id) ?? '') !== ''),
    [items, type, read],
  )
  const texts = useMemo(
    () => same.map(({ id }) => ({ key: id, words: read.get(id) ?? '', lang: null })),
    [same, read],
  )
  const { pairs } = useLookAlikes(texts, language, MOST_ALIKE, item)
  const candidates = useMemo(() => {
    const terms = new Map((pairs ?? []).map((pair) => [pair.b, pair.terms]))
    const order = [...terms.keys()]
    const rankOf = ({ id }: Candidate): number =>
      terms.has(id) ? order.indexOf(id) : order.length + (numbers.get(id) ?? 0)
    const all = same.map(({ id }): Candidate => {
      const number = numbers.get(id)
      const name = number === undefined ? t('merge.anItem') : t('merge.item', { number })
      return { id, name, words: read.get(id) ?? '', terms: terms.get(id) ?? null }
    })
    return all.sort((one, other) => rankOf(one) - rankOf(other))
  }, [same, pairs, read, numbers, t])
  const name = candidates.find(({ id }) => id === item)?.name ?? t('merge.anItem')
  return { candidates, name, readAgain: () => setRead(wordsOf(desk.watch.items)) }
}

function wordsOf(items: readonly DraftItem[]): ReadonlyMap<string, string> {
  return new Map(items.map((each) => [each.id, itemWords(each)]))
}
