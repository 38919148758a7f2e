import { useEffect, useMemo } from 'react'
import type { Block } from '../../../shared/text/block.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { type BlockTimes, useBlockTimes } from '../../provenance/use-block-times.ts'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useRoom, useRoomField } from '../../sync/use-room.ts'

/** The notes of one topic, as this page has them. */
export interface ReadNotes {
  readonly blocks: readonly Block[]
  readonly times: ReadonlyMap<string, BlockTimes>
}

interface NotesReaderProps {
  topic: string
  onNotes(topic: string, notes: ReadNotes): void
}

/** Reads a topic's notes, live. Draws nothing. */
export function NotesReader({ topic, onNotes }: NotesReaderProps) {
  const { id, me } = useMeeting()
  const room = useRoom(`m/${id}/notes/${topic}`, me.id, true)
  const text = useRoomField(room, 'text')
  const version = useDocVersion(room.doc)
  // What a merge left out is asked for by the hours of words: once for each merge.
  const times = useBlockTimes(id, topic, useFacts('merges').size)
  // biome-ignore lint/correctness/useExhaustiveDependencies: text and version stand for what is in the document.
  const blocks = useMemo(
    () => (text === 'none' ? null : renderBlocks(room.doc.getText('text'))),
    [room, text, version],
  )
  useEffect(() => {
    if (blocks !== null) onNotes(topic, { blocks, times })
  }, [topic, blocks, times, onNotes])
  return null
}
