import type * as Y from 'yjs'
import type { RoomName, RoomParts } from '../../shared/ids/ids.ts'
import { type Block, inlineLength } from '../../shared/text/block.ts'
import type { MoveMap } from '../../shared/text/moves.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import type { Journal } from '../journal/journal.ts'
import { RoomStopped } from '../sync/room-stopped.ts'
import type { Rooms } from '../sync/rooms.ts'
import { WritingTimes } from './writing-times.ts'

/** When a block's words were first and last typed: milliseconds since 1970. */
export interface BlockTime {
  readonly first: number
  readonly last: number
}

/** Rooms whose times are remembered; others are read again from the journal. */
const MAX_ROOMS = 64

/** Tells when the words of a notes room were typed (format.md: times come from the journal, not from the text). */
export class BlockTimes {
  readonly #rooms: Rooms
  readonly #journal: Journal
  readonly #known = new Map<RoomName, WritingTimes>()

  constructor(rooms: Rooms, journal: Journal) {
    this.#rooms = rooms
    this.#journal = journal
  }

  /** Gives the times of every block that shows words, by block id. What is not on disk yet is not among them. */
  async of(name: RoomName, parts: RoomParts): Promise<Readonly<Record<string, BlockTime>>> {
    const room = await this.#rooms.get(name, parts)
    const times = this.#known.get(name) ?? new WritingTimes()
    times.add(await this.#journal.history(name, times.seq))
    this.#remember(name, times)
    return new Promise((resolve, reject) => {
      room.whenStored(
        () => resolve(timesOf(room.document.doc.getText('text'), times, room.document.moves)),
        () => reject(new RoomStopped(name)),
      )
    })
  }

  #remember(name: RoomName, times: WritingTimes): void {
    this.#known.delete(name)
    this.#known.set(name, times)
    const [oldest] = this.#known.keys()
    if (this.#known.size > MAX_ROOMS && oldest !== undefined) this.#known.delete(oldest)
  }
}

/** Gives the times of a text's blocks. Moved words keep the time at which they were typed. */
export function timesOf(text: Y.Text, times: WritingTimes, moves: MoveMap): Record<string, BlockTime> {
  const found: Record<string, BlockTime> = Object.create(null)
  for (const block of renderBlocks(text)) {
    const time = timeOf(block, times, moves)
    if (time !== null) found[block.id] = time
  }
  return found
}

function timeOf(block: Block, times: WritingTimes, moves: MoveMap): BlockTime | null {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const inline of block.inlines) {
    for (let unit = 0; unit < inlineLength(inline); unit++) {
      const here = { client: inline.at.client, clock: inline.at.clock + unit }
      const at = times.of(moves.origins(here).at(-1) ?? here)
      if (at === null) continue
      first = Math.min(first, at)
      last = Math.max(last, at)
    }
  }
  return last < first ? null : { first, last }
}
