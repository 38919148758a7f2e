/** Fewer runs than this are never looked through for what may be dropped. */
const MIN_PRUNED_RUNS = 64

/**
 * Characters of one client that follow one another in its clock and in a list of positions: the one at `position + n`
 * has the clock `clock + n * stride`.
 */
export interface CharRun {
  readonly client: number
  clock: number
  position: number
  count: number
  /** UTF-16 units of each character; negative where clocks fall as positions rise, as under the backspace key. */
  stride: number
}

/** A range of one client's clocks that is in one run, or (null) in none. */
export interface ClockSpan {
  readonly client: number
  readonly from: number
  readonly to: number
  readonly run: CharRun | null
}

/**
 * Gives each mapped character's position. Invariants:
 * 1. No clock is mapped twice.
 * 2. Each client's runs are sorted by clock and don't overlap.
 * 3. At most twice as many runs are held as reach past what may be dropped, and {@link MIN_PRUNED_RUNS} more.
 */
export class RunIndex {
  readonly #byClient = new Map<number, CharRun[]>()
  #waiting: CharRun[] = []
  #last: CharRun | null = null
  #size = 0
  #pruneAt = MIN_PRUNED_RUNS
  /** The latest answer: whoever asks for one character mostly asks for the next one then. */
  #span: ClockSpan | null = null

  /**
   * Maps one more character; gives the run that begins with it, null where it goes on with the last one. It may be
   * found from {@link settle} on.
   */
  add(client: number, clock: number, width: number, position: number): CharRun | null {
    this.#span = null
    if (this.#last !== null && goesOn(this.#last, client, clock, width, position)) return null
    const run = { client, clock, position, count: 1, stride: width }
    this.#waiting.push(run)
    this.#last = run
    return run
  }

  /** Sorts in what was added, all at once: one by one, many would cost the square. Positions below `from` may go. */
  settle(from: number): void {
    if (this.#waiting.length === 0) return
    this.#span = null
    const added = this.#waiting.sort((a, b) => a.client - b.client || lowest(a) - lowest(b))
    for (let first = 0; first < added.length; ) {
      const { client } = added[first] as CharRun
      let end = first + 1
      while (added[end]?.client === client) end++
      const runs = this.#byClient.get(client)
      if (runs === undefined) this.#byClient.set(client, added.slice(first, end))
      else sortIn(runs, added.slice(first, end))
      first = end
    }
    this.#size += added.length
    this.#waiting = []
    if (this.#size > this.#pruneAt) this.#prune(from)
  }

  /** Gives the position of the character that begins at a clock, or -1. */
  find(client: number, clock: number): number {
    const { run } = this.spanAt(client, clock)
    return run === null ? -1 : positionIn(run, clock)
  }

  /** Gives the run that a clock is in, or how far there is none. */
  spanAt(client: number, clock: number): ClockSpan {
    const known = this.#span
    if (known !== null && known.client === client && clock >= known.from && clock < known.to) return known
    const runs = this.#byClient.get(client) ?? []
    const index = lastUpTo(runs, clock)
    const run = runs[index]
    const end = run === undefined ? 0 : lowest(run) + unitsOf(run)
    if (run !== undefined && clock < end) this.#span = { client, from: lowest(run), to: end, run }
    else {
      const next = runs[index + 1]
      this.#span = { client, from: end, to: next === undefined ? Infinity : lowest(next), run: null }
    }
    return this.#span
  }

  #prune(from: number): void {
    const isGone = (run: CharRun): boolean => run.position + run.count <= from
    this.#size = 0
    for (const [client, runs] of this.#byClient) {
      const left = runs.filter((run) => !isGone(run))
      this.#size += left.length
      if (left.length === 0) this.#byClient.delete(client)
      else if (left.length < runs.length) this.#byClient.set(client, left)
    }
    if (this.#last !== null && isGone(this.#last)) this.#last = null
    this.#pruneAt = 2 * this.#size + MIN_PRUNED_RUNS
  }
}

/** Gives the position of the character of a run that begins at a clock; -1 for the second half of a pair. */
export function positionIn(run: CharRun, clock: number): number {
  const offset = (clock - run.clock) / run.stride
  return Number.isInteger(offset) ? run.position + offset : -1
}

/** Gives how far into a run the characters are that begin from one clock up to another: the least, and the most. */
export function offsetsWithin({ clock, stride }: CharRun, from: number, to: number): [number, number] {
  if (stride > 0) return [Math.ceil((from - clock) / stride), Math.ceil((to - clock) / stride) - 1]
  return [Math.floor((to - clock) / stride) + 1, Math.floor((from - clock) / stride)]
}

/** Lets a run take in a character at either end; false where that doesn't fit. */
function goesOn(run: CharRun, client: number, clock: number, width: number, position: number): boolean {
  if (run.client !== client || Math.abs(run.stride) !== width) return false
  const isBefore = position === run.position - 1
  if (!isBefore && position !== run.position + run.count) return false
  const away = isBefore ? -1 : run.count
  const distance = clock - run.clock
  if (run.count === 1) {
    if (Math.abs(distance) !== width) return false
    run.stride = distance * away
  } else if (distance !== run.stride * away) return false
  run.count++
  if (isBefore) {
    run.position = position
    run.clock = clock
  }
  return true
}

function lowest({ clock, count, stride }: CharRun): number {
  return stride > 0 ? clock : clock + stride * (count - 1)
}

function unitsOf({ count, stride }: CharRun): number {
  return count * Math.abs(stride)
}

/** Finds the last run that begins at a clock or below it; -1: there is none. */
function lastUpTo(runs: readonly CharRun[], clock: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lowest(runs[middle] as CharRun) <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Merges sorted runs into sorted runs. */
function sortIn(runs: CharRun[], added: readonly CharRun[]): void {
  const [only] = added
  if (only !== undefined && added.length === 1) {
    runs.splice(lastUpTo(runs, lowest(only)) + 1, 0, only)
    return
  }
  let read = runs.length - 1
  for (const run of added) runs.push(run)
  let write = runs.length - 1
  for (let next = added.length - 1; next >= 0; write--) {
    const late = added[next] as CharRun
    const held = runs[read]
    if (held !== undefined && lowest(held) > lowest(late)) {
      runs[write] = held
      read--
    } else {
      runs[write] = late
      next--
    }
  }
}
