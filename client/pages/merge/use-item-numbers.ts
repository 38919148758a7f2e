import { useMemo } from 'react'
import { readItems } from '../../../shared/draft/draft-item.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useRoom } from '../../sync/use-room.ts'

/** Gives the numbers under which recommendations are shown now, by item: they count through the whole draft. */
export function useItemNumbers(): ReadonlyMap<string, number> {
  const { id, me, topics } = useMeeting()
  const { doc } = useRoom(`m/${id}/draft`, me.id, true)
  const version = useDocVersion(doc)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the document.
  return useMemo(() => {
    const items = readItems(
      doc,
      topics.map((topic) => topic.id),
    )
    const recommendations = items.filter(({ type }) => type === 'recommendation')
    return new Map(recommendations.map((item, index) => [item.id, index + 1]))
  }, [doc, topics, version])
}
