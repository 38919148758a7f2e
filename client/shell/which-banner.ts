import { isStorageFault, needsAnswer, type RoomFault, type RoomState } from '../sync/room-state.ts'
import type { Status } from '../sync/status.ts'

/** What is wrong, if anything is; `count`: changes that are not on the server's disk. */
export type BannerKind =
  | 'old-version'
  | 'signed-out'
  | 'refused'
  | 'wipe'
  | 'comments'
  | 'changes'
  | 'late'
  | 'storage-full'
  | 'storage-failed'
  | 'device'
  | 'offline'
  | 'reading'
  | 'new-version'

/** Faults of what the server did not take from the outbox, which stands among the rooms' states: comments alone, or all. */
export const COMMENTS_REFUSED = 'comments-refused'
export const CHANGES_REFUSED = 'changes-refused'

/**
 * Gives the one banner that the page shows: what needs somebody most. null: nothing is wrong. `hasUpdate`: a newer
 * Minuta is on this device; it can wait.
 */
export function whichBanner(
  states: readonly RoomState[],
  status: Status,
  hasUpdate: boolean,
): BannerKind | null {
  const faults = states.map(({ fault }) => fault?.code)
  if (faults.includes('old-version')) return 'old-version'
  if (faults.includes('signed-out')) return 'signed-out'
  const refused = states.filter(needsAnswer).map(({ fault }) => fault)
  const isOfText = (fault: RoomFault | null): boolean => !isOfOutbox(fault)
  if (refused.some((fault) => fault?.wipe === undefined && fault?.late !== true && isOfText(fault)))
    return 'refused'
  if (refused.some((fault) => fault?.wipe !== undefined)) return 'wipe'
  const sent = refused.find(isOfOutbox)
  if (sent !== undefined) return sent?.code === COMMENTS_REFUSED ? 'comments' : 'changes'
  if (refused.length > 0) return 'late'
  if (status.word === 'not-saved') {
    const stored = states.find(({ fault }) => isStorageFault(fault))
    if (stored !== undefined) return stored.fault?.code === 'storage-full' ? 'storage-full' : 'storage-failed'
    return 'device'
  }
  if (status.word === 'offline') return 'offline'
  if (status.word === 'reading') return 'reading'
  return hasUpdate ? 'new-version' : null
}

/** Tells whether a fault is of what went through the outbox. */
export function isOfOutbox(fault: RoomFault | null): boolean {
  return fault?.code === COMMENTS_REFUSED || fault?.code === CHANGES_REFUSED
}
