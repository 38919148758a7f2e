import { useEffect, useMemo } from 'react'
import { interventionsOf } from '../../../shared/checks/own-interventions.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { useTopicChecks } from '../../checks/topic-checks.ts'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useBlockTimes } from '../../provenance/use-block-times.ts'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useRoom, useRoomField } from '../../sync/use-room.ts'
import type { TopicWords } from './topic-words.ts'

interface TopicWatchProps {
  topic: Topic
  mechanism: string
  onWords(topic: string, words: TopicWords): void
}

/** Reads what a mechanism said in a topic, live. Draws nothing. */
export function TopicWatch({ topic, mechanism, onWords }: TopicWatchProps) {
  const { id, me } = useMeeting()
  const room = useRoom(`m/${id}/notes/${topic.id}`, me.id, true)
  const text = useRoomField(room, 'text')
  const link = useRoomField(room, 'link')
  const version = useDocVersion(room.doc)
  const told = useTopicChecks(room.doc)
  // biome-ignore lint/correctness/useExhaustiveDependencies: text and version stand for what is in the document.
  const interventions = useMemo(
    () => (text === 'none' ? null : interventionsOf(mechanism, renderBlocks(room.doc.getText('text')))),
    [room, text, version, mechanism],
  )
  const hashes = interventions?.map(({ hash }) => hash).join(' ')
  const times = useBlockTimes(id, topic.id, hashes)
  useEffect(() => {
    if (interventions === null) return
    onWords(topic.id, { ...told, topic, interventions, times, isLive: text === 'live' && link === 'online' })
  }, [topic, interventions, told, times, text, link, onWords])
  return null
}
