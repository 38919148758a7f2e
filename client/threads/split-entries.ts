import { type Entry, roomOf, threadKey } from './wish.ts'

/** Parts what is on its way by itself from what was refused and what waits behind it in the same thread. */
export function splitEntries(entries: readonly Entry[]): {
  readonly waiting: readonly Entry[]
  readonly refused: readonly Entry[]
} {
  const stuck = new Set<string>()
  const waiting: Entry[] = []
  const refused: Entry[] = []
  for (const entry of entries) {
    if (entry.isSent) continue
    const thread = threadKey(roomOf(entry.wish), entry.wish.thread)
    if (entry.refused !== null) stuck.add(thread)
    if (stuck.has(thread)) refused.push(entry)
    else waiting.push(entry)
  }
  return { waiting, refused }
}
