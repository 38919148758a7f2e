import { useEffect, useMemo, useState } from 'react'
import type { MergePlan } from '../../../shared/merge/merge-plan.ts'
import { type PlanInput, plan } from '../../../shared/merge/plan.ts'
import { plannedItems, readTaken } from '../../../shared/merge/read-draft.ts'
import { type Passage, readPassages } from '../../../shared/notes/passage.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import type { Topic } from '../../meeting/meeting.ts'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useProvenance } from '../../provenance/use-provenance.ts'
import { useRoom, useRoomState } from '../../sync/use-room.ts'

/**
 * The plan as it would be made now, from the notes as this page has them; null until all of them are here, and where
 * items come from.
 */
export function NotesWatch({ onPlan }: { onPlan(plan: MergePlan | null): void }) {
  const { topics, may } = useMeeting()
  const { provenance, isWhole } = useProvenance()
  const [passages, setPassages] = useState<ReadonlyMap<string, readonly Passage[]>>(new Map())
  const draft = useDraft()
  const readable = topics.filter((topic) => may('read-notes', { topic }))

  const current = useMemo(() => {
    const notes = topics.flatMap((topic) => {
      const found = passages.get(topic.id)
      return found === undefined ? [] : [{ topic: topic.id, cap: topic.cap, passages: found }]
    })
    return notes.length < topics.length || !isWhole || draft === null
      ? null
      : plan({ notes, provenance, ...draft })
  }, [topics, passages, provenance, isWhole, draft])
  useEffect(() => onPlan(current), [onPlan, current])

  return readable.map((topic) => (
    <TopicWatch
      key={topic.id}
      topic={topic}
      onPassages={(found) => setPassages((before) => new Map(before).set(topic.id, found))}
    />
  ))
}

/** What of the draft a plan is made from; null until it is here. */
function useDraft(): Pick<PlanInput, 'items' | 'taken'> | null {
  const { id, me, topics } = useMeeting()
  const draft = useRoom(`m/${id}/draft`, me.id, true)
  const drafting = useRoom(`m/${id}/drafting`, me.id, true)
  const facts = useFacts('itemFacts')
  const isHere = [useRoomState(draft).text, useRoomState(drafting).text].every((text) => text !== 'none')
  const versions = [useDocVersion(draft.doc), useDocVersion(drafting.doc)].join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions stand for what is in the documents.
  return useMemo(() => {
    if (!isHere) return null
    const sections = topics.map((topic) => topic.id)
    return { items: plannedItems(draft.doc, sections, facts), taken: readTaken(drafting.doc) }
  }, [isHere, draft, drafting, topics, facts, versions])
}

interface TopicWatchProps {
  topic: Topic
  onPassages(passages: readonly Passage[]): void
}

function TopicWatch({ topic, onPassages }: TopicWatchProps) {
  const { id, me } = useMeeting()
  const room = useRoom(`m/${id}/notes/${topic.id}`, me.id, true)
  const { text } = useRoomState(room)
  const version = useDocVersion(room.doc)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the document.
  useEffect(() => {
    if (text !== 'none') onPassages(readPassages(topic.id, renderBlocks(room.doc.getText('text'))))
  }, [room, topic.id, text, version])
  return null
}
