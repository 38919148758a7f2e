import { useMemo, useSyncExternalStore } from 'react'
import { leftOf, useDismissed } from './advice-choices.ts'
import { adviceStoreOf, type GivenAdvice } from './advice-store.ts'
import { useDraft } from './draft-context.ts'

/** Gives the advice on an item that is left, and how much of it was dismissed. */
export function useItemAdvice(item: string): {
  readonly left: readonly GivenAdvice[]
  readonly dismissed: number
} {
  const { desk } = useDraft()
  const store = adviceStoreOf(desk)
  const given = useSyncExternalStore(store.subscribe, () => store.of(item))
  const dismissed = useDismissed()
  return useMemo(() => {
    const left = leftOf(item, given, dismissed)
    return { left, dismissed: given.length - left.length }
  }, [item, given, dismissed])
}
