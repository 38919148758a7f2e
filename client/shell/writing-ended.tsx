import './refused-words.css'
import { Info } from 'lucide-react'
import type { RoomClient } from '../sync/room-client.ts'
import { isRefused } from '../sync/room-state.ts'
import { useRoomState } from '../sync/use-room.ts'
import { RefusedWords } from './refused-words.tsx'
import { WipeQuestion } from './wipe-question.tsx'

interface WritingEndedProps {
  client: RoomClient
  /** From `useWritingEnded`. */
  reason: string | null
}

/**
 * Stands above a text that its reader could write a moment ago: why that has ended, the words that came too late, and
 * whether what they deleted is to go for everybody.
 */
export function WritingEnded({ client, reason }: WritingEndedProps) {
  const state = useRoomState(client)
  const wipe = state.fault?.wipe
  if (wipe !== undefined) return <WipeQuestion client={client} wipe={wipe} />
  if (isRefused(state) && state.unsaved > 0) return <RefusedWords client={client} reason={reason} />
  if (reason === null) return null
  return (
    <p className="writing-ended">
      <Info />
      {reason}
    </p>
  )
}
