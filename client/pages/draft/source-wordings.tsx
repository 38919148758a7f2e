import { useEffect } from 'react'
import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { passageKey } from '../../../shared/merge/passage-key.ts'
import { usePassageNow } from '../../provenance/use-passage-now.ts'
import { useTaken } from '../../provenance/use-taken.ts'

interface SourceWordingsProps {
  item: string
  source: SourceFact
  onWordings(key: string, wordings: readonly string[]): void
}

/** Reads a source's words, as taken and as they are now. Draws nothing. */
export function SourceWordings({ item, source, onWordings }: SourceWordingsProps) {
  const { isHere, words } = usePassageNow(source)
  const taken = useTaken().get(item)?.[passageKey(source.topic, source.blocks[0] ?? '')]
  const key = sourceKey(source)
  useEffect(() => {
    if (isHere) onWordings(key, taken === undefined || taken === words ? [words] : [taken, words])
  }, [isHere, words, taken, key, onWordings])
  return null
}

/** Names a source within one item. */
export function sourceKey({ topic, blocks, merge }: SourceFact): string {
  return `${topic}/${blocks[0] ?? merge}`
}
