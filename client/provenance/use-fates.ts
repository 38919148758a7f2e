import { useMemo } from 'react'
import { type FateFacts, type FindFates, fateFinder } from '../../shared/coverage/fate.ts'
import { recommendationNumbers } from '../../shared/draft/alternatives.ts'
import { readItems } from '../../shared/draft/draft-item.ts'
import { useFacts, useMeeting } from '../meeting/meeting-provider.tsx'
import { useRoom, useRoomField } from '../sync/use-room.ts'
import { useDocVersion } from './use-doc-version.ts'
import { useProvenance } from './use-provenance.ts'

/** What is known of the way from the notes to the draft. */
export interface KnownFates extends FateFacts {
  readonly find: FindFates
  /** Numbers under which recommendations are shown now, by item. */
  readonly numbers: ReadonlyMap<string, number>
  /** False while some of it is still on its way: then nothing may be said. */
  readonly isWhole: boolean
}

/** Gives it live, as far as this member may know it. */
export function useFates(): KnownFates {
  const { provenance, isWhole } = useProvenance()
  const { may } = useMeeting()
  const itemFacts = useFacts('itemFacts')
  const merges = useFacts('merges')
  const draft = useDrafted()
  // Of what is withheld from a participant nothing more will come.
  const isKnown = draft.isHere && (isWhole || !may('read-drafting'))
  return useMemo(() => {
    const { drafted, numbers } = draft
    const facts = { provenance, itemFacts, merges, drafted }
    return { ...facts, numbers, find: fateFinder(facts), isWhole: isKnown }
  }, [provenance, itemFacts, merges, draft, isKnown])
}

function useDrafted(): Pick<KnownFates, 'drafted' | 'numbers'> & { readonly isHere: boolean } {
  const { id, me, topics } = useMeeting()
  const room = useRoom(`m/${id}/draft`, me.id, true)
  const text = useRoomField(room, 'text')
  const version = useDocVersion(room.doc)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the document.
  return useMemo(() => {
    const sections = topics.map((topic) => topic.id)
    const items = text === 'none' ? [] : readItems(room.doc, sections)
    return {
      isHere: text !== 'none',
      drafted: new Set(items.map((item) => item.id)),
      numbers: recommendationNumbers(items),
    }
  }, [room, text, topics, version])
}
