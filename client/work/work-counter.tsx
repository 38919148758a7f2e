import { type Dispatch, type SetStateAction, useEffect } from 'react'
import { renderBlocks } from '../../shared/text/render.ts'
import { type CheckWork, countChecks } from '../checks/count-checks.ts'
import type { Topic } from '../meeting/meeting.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { useProvenance } from '../provenance/use-provenance.ts'
import { useRoom, useRoomField } from '../sync/use-room.ts'
import { countDrafted } from './count-drafted.ts'
import { countTopic, type TopicWork } from './count-work.ts'
import { useDraftWishes } from './use-draft-wishes.ts'
import type { Work } from './work.tsx'

/** All lines of a topic are read for a number that nobody waits for: seldom, also while many type. */
const PAUSE_MS = 1000

type OnCount = Dispatch<SetStateAction<Work>>
type TopicCount = TopicWork & CheckWork

/** Reads the rooms that this member may read, and counts. Draws nothing. */
export function WorkCounter({ onCount }: { onCount: OnCount }) {
  const { topics, may } = useMeeting()
  return (
    <>
      <DraftCounter onCount={onCount} />
      {topics
        .filter((topic) => may('read-notes', { topic }))
        .map((topic) => (
          <TopicCounter key={topic.id} topic={topic} onCount={onCount} />
        ))}
    </>
  )
}

function TopicCounter({ topic, onCount }: { topic: Topic; onCount: OnCount }) {
  const { id, me } = useMeeting()
  const { provenance, isWhole } = useProvenance()
  const room = useRoom(`m/${id}/notes/${topic.id}`, me.id, true)
  const isThere = useRoomField(room, 'text') !== 'none'
  // The chair, who may speak for all of them, has none whose words wait for them.
  const mechanism = me.role === 'participant' ? me.mechanism : null
  useEffect(() => {
    if (!isThere || !isWhole) return
    return onPause(room.doc, () => {
      const blocks = renderBlocks(room.doc.getText('text'))
      const counted = {
        ...countTopic(topic.id, blocks, provenance),
        ...countChecks(room.doc, blocks, mechanism),
      }
      onCount((work) => withTopic(work, topic.id, counted))
    })
  }, [room, isThere, topic.id, provenance, isWhole, mechanism, onCount])
  return null
}

function DraftCounter({ onCount }: { onCount: OnCount }) {
  const { id, me } = useMeeting()
  const room = useRoom(`m/${id}/draft`, me.id, true)
  const isThere = useRoomField(room, 'text') !== 'none'
  const wishes = useDraftWishes()
  useEffect(() => {
    if (!isThere) return
    const count = (): void => {
      const drafted = countDrafted(room.doc, wishes)
      onCount((work) => (work.drafted === drafted ? work : { ...work, drafted }))
    }
    return onPause(room.doc, count)
  }, [room, isThere, wishes, onCount])
  return null
}

/** The same work where nothing is counted anew: then nobody who shows it is drawn. */
function withTopic(work: Work, topic: string, counted: TopicCount): Work {
  if (JSON.stringify(work.topics.get(topic)) === JSON.stringify(counted)) return work
  return { ...work, topics: new Map(work.topics).set(topic, counted) }
}

/** What a Y.Doc tells; the type keeps Yjs itself out of this file. */
interface Changing {
  on(event: 'update', listener: () => void): unknown
  off(event: 'update', listener: () => void): unknown
}

/** Calls `count` now, and again when the document has changed and rests. */
function onPause(doc: Changing, count: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const handleUpdate = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      count()
    }, PAUSE_MS)
  }
  count()
  doc.on('update', handleUpdate)
  return () => {
    clearTimeout(timer)
    doc.off('update', handleUpdate)
  }
}
