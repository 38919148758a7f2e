import type { CharId } from './block.ts'
import { type CharRun, type ClockSpan, RunIndex } from './char-runs.ts'

/** Characters in one chunk: 2 KB. */
const CHUNK_CHARS = 512
const CHUNK_SHIFT = 9
const CHUNK_MASK = CHUNK_CHARS - 1

interface Chunk {
  /** Code points, so that a surrogate pair is one character. */
  readonly codes: Uint32Array
  /** One bit for each character with which an entry begins. */
  readonly begins: Uint32Array
  /** One bit for each character that is credited to where it came back; null: none is. */
  credited: Uint32Array | null
}

/**
 * Deleted characters in the order in which they were deleted, each at a position, which counts up for ever.
 * Invariants:
 * 1. `from` is where an entry begins, or the end; what stands before it can't be found by its place any more.
 * 2. What stands before the position last released can't be read.
 * 3. A character takes 4 bytes and 2 bits, and each run of them some 100 bytes: the fewer, the more was deleted at once
 *    or one after the other.
 */
export class DeletedLog {
  readonly #index = new RunIndex()
  /** By position. */
  #runs: CharRun[] = []
  #chunks: Chunk[] = []
  /** The position with which the first chunk begins. */
  #base = 0
  #from = 0
  #end = 0
  /** The run of the position last asked for. */
  #near: CharRun | null = null

  /** The first position that is remembered. */
  get from(): number {
    return this.#from
  }

  /** The first position that can be read. */
  get base(): number {
    return this.#base
  }

  /** The position that comes next. */
  get end(): number {
    return this.#end
  }

  /** Appends a deleted piece. It can be found by its place once its entry is ended. */
  append(at: CharId, text: string): void {
    let { clock } = at
    for (const char of text) {
      const chunk = this.#chunkFor(this.#end)
      chunk.codes[this.#end & CHUNK_MASK] = char.codePointAt(0) as number
      const run = this.#index.add(at.client, clock, char.length, this.#end)
      if (run !== null) this.#runs.push(run)
      clock += char.length
      this.#end++
    }
  }

  /** Makes all since `from` one entry, then forgets the oldest entries, until at most `maxChars` are remembered. */
  endEntry(from: number, maxChars: number): void {
    if (from === this.#end) return
    const { begins } = this.#chunkAt(from)
    setBit(begins, from, true)
    while (this.#end - this.#from > maxChars) {
      do this.#from++
      while (this.#from < this.#end && !hasBit(this.#chunkAt(this.#from).begins, this.#from))
    }
    this.#index.settle(this.#from)
  }

  /** Lets go of the characters before a position. */
  release(before: number): void {
    const chunks = Math.floor((before - this.#base) / CHUNK_CHARS)
    if (chunks <= 0) return
    this.#chunks.splice(0, chunks)
    this.#base += chunks * CHUNK_CHARS
    const kept = this.#runs.findIndex((run) => run.position + run.count > this.#base)
    this.#runs.splice(0, kept === -1 ? this.#runs.length : kept)
    this.#near = null
  }

  /** Gives the position of a remembered character, or -1. */
  find(client: number, clock: number): number {
    const position = this.#index.find(client, clock)
    return position < this.#from ? -1 : position
  }

  /** Gives the run that a clock is in, or how far there is none. Parts of it may be forgotten. */
  spanAt(client: number, clock: number): ClockSpan {
    return this.#index.spanAt(client, clock)
  }

  /** Gives the code point at a position. */
  codeAt(position: number): number {
    return this.#chunkAt(position).codes[position & CHUNK_MASK] as number
  }

  /** Gives the place that a character had in the text. */
  placeOf(position: number): CharId {
    const near = this.#near
    const run = near !== null && isIn(near, position) ? near : this.#runAt(position)
    this.#near = run
    return { client: run.client, clock: run.clock + (position - run.position) * run.stride }
  }

  /** Tells whether a character is credited to where it came back. */
  isCredited(position: number): boolean {
    const { credited } = this.#chunkAt(position)
    return credited !== null && hasBit(credited, position)
  }

  /** Credits a character to where it came back, or takes that back. What was let go of stays as it is. */
  setCredited(position: number, isCredited: boolean): void {
    if (position < this.#base) return
    const chunk = this.#chunkAt(position)
    chunk.credited ??= new Uint32Array(CHUNK_CHARS / 32)
    setBit(chunk.credited, position, isCredited)
  }

  #chunkAt(position: number): Chunk {
    return this.#chunks[(position - this.#base) >> CHUNK_SHIFT] as Chunk
  }

  #chunkFor(position: number): Chunk {
    const chunk = this.#chunks[(position - this.#base) >> CHUNK_SHIFT]
    if (chunk !== undefined) return chunk
    const next = {
      codes: new Uint32Array(CHUNK_CHARS),
      begins: new Uint32Array(CHUNK_CHARS / 32),
      credited: null,
    }
    this.#chunks.push(next)
    return next
  }

  #runAt(position: number): CharRun {
    let low = 0
    let high = this.#runs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#runs[middle] as CharRun).position <= position) low = middle
      else high = middle - 1
    }
    return this.#runs[low] as CharRun
  }
}

function isIn({ position, count }: CharRun, at: number): boolean {
  return at >= position && at < position + count
}

function hasBit(bits: Uint32Array, position: number): boolean {
  return (((bits[(position & CHUNK_MASK) >> 5] as number) >>> (position & 31)) & 1) === 1
}

function setBit(bits: Uint32Array, position: number, value: boolean): void {
  const word = (position & CHUNK_MASK) >> 5
  const mask = 1 << (position & 31)
  const old = bits[word] as number
  bits[word] = value ? old | mask : old & ~mask
}
