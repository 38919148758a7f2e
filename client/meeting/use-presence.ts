import { useEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { useMeeting } from './meeting-provider.tsx'
import { type Present, readPresent } from './present.ts'

/** Tells the others where I am, for as long as the page stands: `overview`, `notes/t1`, `draft`. */
export function useHere(at: string): void {
  const { awareness } = useMeeting().ledger
  useEffect(() => {
    awareness.setLocalStateField('at', at)
    return () => awareness.setLocalStateField('at', null)
  }, [awareness, at])
}

/** Gives who has the meeting open and where, me among them. */
export function useWhoIsHere(): readonly Present[] {
  const { awareness } = useMeeting().ledger
  const [present, setPresent] = useState<readonly Present[]>(() => read(awareness))
  useEffect(() => {
    const handle = (): void => setPresent((before) => keepIfSame(before, read(awareness)))
    handle()
    awareness.on('change', handle)
    return () => awareness.off('change', handle)
  }, [awareness])
  return present
}

function read(awareness: Awareness): Present[] {
  return readPresent(awareness.getStates().values())
}

/** Presences are renewed all the time; pages are drawn again only when somebody came, went or moved. */
function keepIfSame(before: readonly Present[], now: readonly Present[]): readonly Present[] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
