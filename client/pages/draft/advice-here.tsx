import { lazy, Suspense } from 'react'
import { again } from '../../ui/again.ts'
import { useItemAdvice } from './use-item-advice.ts'

// With the first advice that somebody looks at.
const AdvicePart = lazy(again(async () => ({ default: (await import('./advice-part.tsx')).AdvicePart })))

/** Advice on the selected item, where there is any. */
export function AdviceHere({ item }: { item: string }) {
  const { left, dismissed } = useItemAdvice(item)
  if (left.length === 0 && dismissed === 0) return null
  return (
    <Suspense fallback={null}>
      <AdvicePart item={item} />
    </Suspense>
  )
}
