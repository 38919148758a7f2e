import { useEffect, useMemo } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { Placed } from '../../outbox/wished-draft.ts'
import { AdviceReader } from './advice-reader.ts'
import { adviceStoreOf } from './advice-store.ts'
import { useDraft } from './draft-context.ts'
import { readingOrder, type Section } from './outline.ts'
import { useRestedWords } from './use-rested-words.ts'

interface AdviceLayerProps {
  sections: readonly Section<Placed>[]
  items: ReadonlyMap<string, DraftItem>
}

/** Reads the draft for advice whenever its words have come to rest: never while somebody types. Shows nothing itself. */
export function AdviceLayer({ sections, items }: AdviceLayerProps) {
  const { desk, language } = useDraft()
  const reader = useMemo(() => new AdviceReader(language), [language])
  const version = useRestedWords(desk, true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the texts.
  useEffect(() => {
    let isWanted = true
    const inOrder = readingOrder(sections).flatMap((id) => items.get(id) ?? [])
    void reader.read(inOrder).then((advice) => {
      if (isWanted && advice !== null) adviceStoreOf(desk).set(advice)
    })
    return () => {
      isWanted = false
    }
  }, [desk, reader, sections, items, version])

  useEffect(() => () => adviceStoreOf(desk).set(new Map()), [desk])
  return null
}
