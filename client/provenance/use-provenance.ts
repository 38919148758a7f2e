import { useMemo } from 'react'
import { fullProvenance, hasWithheld } from '../../shared/meeting/full-provenance.ts'
import { type FactsOf, LedgerReader } from '../meeting/ledger-facts.ts'
import { useFacts, useMeeting } from '../meeting/meeting-provider.tsx'
import { useLedgerFacts } from '../meeting/use-ledger-facts.ts'
import type { RoomClient } from '../sync/room-client.ts'
import { useRoom } from '../sync/use-room.ts'

/** Where items come from, as far as this member may know it. */
export interface KnownProvenance {
  readonly provenance: FactsOf<'provenance'>
  /** False while what this member may know of it is still on its way. */
  readonly isWhole: boolean
}

/**
 * Gives where items come from; again at each change. The ledger tells all members what all may know; chair and
 * rapporteurs read the rest in the drafting room, which is opened once there is a rest.
 */
export function useProvenance(): KnownProvenance {
  const { id, me, may, reader } = useMeeting()
  const ledger = useFacts('provenance')
  const hasRest = may('read-drafting') && hasWithheld(ledger)
  // A hook has to name some room: the ledger is open anyway.
  const room = useRoom(`m/${id}/${hasRest ? 'drafting' : 'ledger'}`, me.id, true)
  const drafting = useLedgerFacts(hasRest ? readerOf(room) : reader, 'provenance')
  return useMemo(() => {
    if (!hasRest) return { provenance: ledger, isWhole: true }
    const provenance = fullProvenance(ledger, drafting)
    return { provenance, isWhole: !hasWithheld(provenance) }
  }, [hasRest, ledger, drafting])
}

const readers = new WeakMap<RoomClient, LedgerReader>()

/** Sources stand in the drafting room as they do in the ledger. */
function readerOf(room: RoomClient): LedgerReader {
  const known = readers.get(room) ?? new LedgerReader(room.doc)
  readers.set(room, known)
  return known
}
