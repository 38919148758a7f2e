import { useMemo } from 'react'
import type { SourceFact } from '../../shared/meeting/facts.ts'
import { isBlank } from '../../shared/notes/intervention.ts'
import { type Passage, readPassages } from '../../shared/notes/passage.ts'
import { type Block, blockText } from '../../shared/text/block.ts'
import { isGloss } from '../../shared/text/gloss.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { RoomClient } from '../sync/room-client.ts'
import { useRoom, useRoomField } from '../sync/use-room.ts'
import { useDocVersion } from './use-doc-version.ts'

/** A passage behind an item, as the notes have it now. */
export interface PassageNow {
  readonly room: RoomClient
  /** Whether the notes are here. */
  readonly isHere: boolean
  readonly notes: readonly Block[]
  /** The lines that were said. */
  readonly said: readonly Block[]
  readonly glosses: readonly Block[]
  /** One line for each line; empty: they are no longer in the notes. */
  readonly words: string
  /** Null: it is no passage of the notes any more, though its lines may be there. */
  readonly passage: Passage | null
}

/** Gives the passage of a source, live. The reader may read the topic's notes, and the source is not withheld. */
export function usePassageNow(source: SourceFact): PassageNow {
  const { id, me } = useMeeting()
  const room = useRoom(`m/${id}/notes/${source.topic}`, me.id, true)
  const text = useRoomField(room, 'text')
  const version = useDocVersion(room.doc)
  // biome-ignore lint/correctness/useExhaustiveDependencies: text and version stand for what is in the document.
  return useMemo(() => {
    const notes = text === 'none' ? [] : renderBlocks(room.doc.getText('text'))
    return { room, isHere: text !== 'none', notes, ...passageIn(notes, source) }
  }, [room, text, version, source])
}

function passageIn(
  notes: readonly Block[],
  { topic, blocks }: SourceFact,
): Pick<PassageNow, 'said' | 'glosses' | 'words' | 'passage'> {
  const passage = readPassages(topic, notes).find(({ id }) => id === blocks[0]) ?? null
  // Of another kind by now: the lines that were taken.
  const lines = passage?.blocks ?? notes.filter(({ id, state }) => blocks.includes(id) && state !== 'held')
  const spoken = lines.filter((line) => !isBlank(line))
  const said = spoken.filter(({ attributes }) => !isGloss(attributes))
  return {
    passage,
    said,
    glosses: spoken.filter(({ attributes }) => isGloss(attributes)),
    words: said.map(blockText).join('\n'),
  }
}
