import { isRefused, isStorageFault, type RoomState } from './room-state.ts'

/** Longer than this without an answer, and "Saving…" would no longer be true (ui.md §8). */
export const SAVING_MS = 5000

export interface Status {
  /** `refused`: not taken, and here alone; `late`: not taken, and the server keeps it for the chair (SY11). */
  readonly word: 'saved' | 'saving' | 'offline' | 'not-saved' | 'refused' | 'late' | 'reading'
  /** Changes that are not on the server's disk; for `offline`: those of them that this device holds. */
  readonly count: number
  /** For `reading`: when the server last said how the text stands. */
  readonly asOf: number | null
}

/** What the status word says for the rooms open now: the worst of them. `saved` follows from `stored` alone. */
export function statusOf(states: readonly RoomState[], now: number): Status {
  const asOf = states.reduce<number | null>((oldest, { asOf }) => older(oldest, asOf), null)
  const words = states.map((state) => wordOf(state, now))
  const word = WORST_FIRST.find((each) => words.includes(each)) ?? 'saved'
  const count = states.reduce((sum, state) => sum + (word === 'offline' ? keptHere(state) : state.unsaved), 0)
  return { word, count, asOf: word === 'reading' ? asOf : null }
}

/** Says when {@link statusOf} may change although no state does; null: never. */
export function nextStatusChange(states: readonly RoomState[], now: number): number | null {
  const times = states.flatMap(({ unsavedSince, link, linkSince }) => [
    ...(unsavedSince === null ? [] : [unsavedSince + SAVING_MS]),
    ...(link === 'online' ? [] : [linkSince + SAVING_MS]),
  ])
  const later = times.filter((time) => time > now)
  return later.length === 0 ? null : Math.min(...later)
}

const WORST_FIRST = ['not-saved', 'refused', 'offline', 'late', 'saving', 'reading', 'saved'] as const

function wordOf(state: RoomState, now: number): Status['word'] {
  const { link, unsaved, unsavedSince, kept, mayWrite, fault, text } = state
  if (fault?.wipe !== undefined) return 'refused'
  if (unsaved > 0) {
    if (isStorageFault(fault)) return 'not-saved'
    if (isRefused(state)) return fault?.late === true ? 'late' : 'refused'
    const isYoung = unsavedSince !== null && now - unsavedSince < SAVING_MS
    if (link === 'online' && isYoung) return 'saving'
    // A link that is open and silent is as good as none: what can be said for sure is where the words are.
    return kept ? 'offline' : isYoung ? 'saving' : 'not-saved'
  }
  if (isStorageFault(fault) && mayWrite) return 'not-saved'
  const isCut = link !== 'online' && now - state.linkSince >= SAVING_MS
  if (!isCut) return 'saved'
  return mayWrite && text !== 'none' ? 'offline' : 'reading'
}

/** What was typed a moment ago is not kept before IndexedDB says so. */
function keptHere({ kept, keptCount, unsaved }: RoomState): number {
  return kept ? Math.min(keptCount, unsaved) : 0
}

function older(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}
