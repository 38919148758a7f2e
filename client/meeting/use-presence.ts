import { useEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Me } from './meeting.ts'
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
  const { ledger, me } = useMeeting()
  const { awareness } = ledger
  const [present, setPresent] = useState<readonly Present[]>(() => read(awareness, me))
  useEffect(() => {
    const handle = (): void => setPresent((before) => keepIfSame(before, read(awareness, me)))
    handle()
    awareness.on('change', handle)
    return () => awareness.off('change', handle)
  }, [awareness, me])
  return present
}

function read(awareness: Awareness, me: Me): Present[] {
  const { id, name, role, mechanism, colour } = me
  const at: unknown = awareness.getLocalState()?.['at']
  const mine = { member: id, name, role, mechanism, colour, at: typeof at === 'string' ? at : null }
  return readPresent(awareness.getStates().values(), mine)
}

/** Presences are renewed all the time; pages are drawn again only when somebody came, went or moved. */
function keepIfSame(before: readonly Present[], now: readonly Present[]): readonly Present[] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
