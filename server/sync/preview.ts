import * as Y from 'yjs'
import { LARGE_STATE_BYTES, MAX_RUSH_MS, RUSH_MS, SNAPSHOT_EVERY } from '../../shared/limits/sync-limits.ts'
import { SYNC, syncFrame } from '../../shared/protocol/messages.ts'
import type { StoredRoom } from '../journal/journal.ts'
import type { Clock } from './ports.ts'

/** Entries behind the snapshot that are merged for a preview: merging grows faster than their number (JR1). */
const MAX_TAIL = 2 * SNAPSHOT_EVERY

/** Takes the frames that hold all of a room that is stored. */
export type OnPreview = (frames: readonly Uint8Array[]) => void

/**
 * What a large room gives to newcomers before it is in memory (JR1): its stored state, byte for byte as it is on disk,
 * so that a hundred people who open it at once do not wait until Yjs has read it.
 */
export class Preview {
  readonly #clock: Clock
  #listeners: OnPreview[] = []
  #frames: readonly Uint8Array[] | null = null
  #lastOpened: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#lastOpened = clock.now()
  }

  /** Shows the frames to an opener, now or when they are there. */
  show(onPreview: OnPreview): void {
    this.#lastOpened = this.#clock.now()
    if (this.#frames === null) this.#listeners.push(onPreview)
    else onPreview(this.#frames)
  }

  /** Offers what is stored, if it is large; resolves when the rush of openers is over. */
  async offer(stored: StoredRoom): Promise<void> {
    if (stored.tail.length > MAX_TAIL) return
    const frames = framesOf(stored)
    if (frames.reduce((sum, { length }) => sum + length, 0) < LARGE_STATE_BYTES) return
    this.#frames = frames
    for (const onPreview of this.#listeners.splice(0)) onPreview(frames)
    const began = this.#clock.now()
    for (;;) {
      const now = this.#clock.now()
      const wait = Math.min(this.#lastOpened + RUSH_MS, began + MAX_RUSH_MS) - now
      if (wait <= 0) return
      await new Promise<void>((resolve) => {
        this.#clock.after(wait, resolve)
      })
    }
  }
}

function framesOf({ snapshot, tail }: StoredRoom): Uint8Array[] {
  const updates = tail.map(({ update }) => update)
  const rest = updates.length > 1 ? [Y.mergeUpdates(updates)] : updates
  const all = snapshot === null ? rest : [snapshot.state, ...rest]
  return all.map((update, index) => syncFrame(index === 0 ? SYNC.step2 : SYNC.update, update))
}
