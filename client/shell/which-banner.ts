import { isRefused, isStorageFault, type RoomState } from '../sync/room-state.ts'
import type { Status } from '../sync/status.ts'

/** What is wrong, if anything is; `count`: changes that are not on the server's disk. */
export type BannerKind =
  | 'old-version'
  | 'signed-out'
  | 'refused'
  | 'late'
  | 'storage-full'
  | 'storage-failed'
  | 'device'
  | 'offline'
  | 'reading'

/** Gives the one banner that the page shows: what needs somebody most. null: nothing is wrong. */
export function whichBanner(states: readonly RoomState[], status: Status): BannerKind | null {
  const faults = states.map(({ fault }) => fault?.code)
  if (faults.includes('old-version')) return 'old-version'
  if (faults.includes('signed-out')) return 'signed-out'
  const refused = states.filter((state) => isRefused(state) && state.unsaved > 0)
  if (refused.length > 0) return refused.every(({ fault }) => fault?.late === true) ? 'late' : 'refused'
  if (status.word === 'not-saved') {
    const stored = states.find(({ fault }) => isStorageFault(fault))
    if (stored !== undefined) return stored.fault?.code === 'storage-full' ? 'storage-full' : 'storage-failed'
    return 'device'
  }
  if (status.word === 'offline') return 'offline'
  return status.word === 'reading' ? 'reading' : null
}
