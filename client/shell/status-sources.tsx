import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { RoomClient } from '../sync/room-client.ts'

interface Sources {
  readonly rooms: readonly RoomClient[]
  add(room: RoomClient): () => void
}

const SourcesContext = createContext<Sources | undefined>(undefined)

/** Collects the rooms that the status word speaks for. */
export function StatusSources({ children }: { children: ReactNode }) {
  const [rooms, setRooms] = useState<readonly RoomClient[]>([])
  const sources = useMemo<Sources>(
    () => ({
      rooms,
      add: (room) => {
        setRooms((before) => [...before, room])
        return () =>
          setRooms((before) => {
            const at = before.indexOf(room)
            return at < 0 ? before : before.toSpliced(at, 1)
          })
      },
    }),
    [rooms],
  )
  return <SourcesContext value={sources}>{children}</SourcesContext>
}

/** Has the status word and the banners speak for a room, for as long as the page stands. */
export function useStatusSource(room: RoomClient): void {
  const add = useSources().add
  // `add` is a new function after each change, and does the same: only another room is another source.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => add(room), [room])
}

export function useStatusRooms(): readonly RoomClient[] {
  return useSources().rooms
}

function useSources(): Sources {
  const sources = useContext(SourcesContext)
  if (!sources) throw new Error('A status source needs the shell around its page')
  return sources
}
