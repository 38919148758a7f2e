import { useMemo } from 'react'
import type { TakenWords } from '../../shared/merge/changes.ts'
import { readTaken } from '../../shared/merge/read-draft.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { useRoom, useRoomField } from '../sync/use-room.ts'
import { useDocVersion } from './use-doc-version.ts'

const NOTHING: TakenWords = new Map()

/** Gives the words of passages as they were taken, by item: for who reads the drafting room, to others nothing. */
export function useTaken(): TakenWords {
  const { id, me, may } = useMeeting()
  const mayRead = may('read-drafting')
  // A hook has to name some room: the ledger is open anyway.
  const room = useRoom(`m/${id}/${mayRead ? 'drafting' : 'ledger'}`, me.id, true)
  const text = useRoomField(room, 'text')
  const version = useDocVersion(room.doc)
  // biome-ignore lint/correctness/useExhaustiveDependencies: text and version stand for what is in the document.
  return useMemo(() => (mayRead ? readTaken(room.doc) : NOTHING), [mayRead, room, text, version])
}
