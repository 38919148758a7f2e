import { useMemo } from 'react'
import { creditLabels } from '../../../shared/report/proposers.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useProvenance } from '../../provenance/use-provenance.ts'
import { useDraft } from './draft-context.ts'
import { useShownLevel } from './shown-level.ts'

/**
 * Gives who proposes each item, as a document made at the shown level would say it: from the sources that this member
 * may know, in the document's language, under caps and k.
 */
export function useProposers(): ReadonlyMap<string, readonly string[]> {
  const { id, meeting, mechanisms, topics } = useMeeting()
  const { language } = useDraft()
  const { provenance } = useProvenance()
  const [attribution] = useShownLevel(id)
  const { smallestGroup } = meeting
  return useMemo(() => {
    const naming = { mechanisms, smallestGroup, language }
    const rules = { attribution, naming, topics: new Map(topics.map((topic) => [topic.id, topic])) }
    return new Map([...provenance].map(([item, { sources }]) => [item, creditLabels(rules, sources)]))
  }, [provenance, mechanisms, topics, smallestGroup, language, attribution])
}
