import { useMemo } from 'react'
import { recommendationNumbers } from '../../../shared/draft/alternatives.ts'
import { readItems } from '../../../shared/draft/draft-item.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useRoom } from '../../sync/use-room.ts'

/** Gives the numbers under which recommendations are shown now, by item: they count through the whole draft, versions of one once. */
export function useItemNumbers(): ReadonlyMap<string, number> {
  const { id, me, topics } = useMeeting()
  const { doc } = useRoom(`m/${id}/draft`, me.id, true)
  const version = useDocVersion(doc)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the document.
  return useMemo(() => {
    const sections = topics.map((topic) => topic.id)
    return recommendationNumbers(readItems(doc, sections))
  }, [doc, topics, version])
}
