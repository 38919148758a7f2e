import type * as Y from 'yjs'
import type { CharId } from './block.ts'
import { changedText, type DeletedPiece, type DeletedRange, type InsertedPiece } from './changed-text.ts'
import type { Move } from './moves.ts'

/** Shorter text than this is taken as typed anew when it comes back elsewhere: anybody types "and" again. */
export const MIN_MOVED_CHARS = 4

/** How much deleted text is remembered per text. Enough for several long statements cut and pasted in pieces. */
export const MAX_REMEMBERED_CHARS = 256 * 1024

/** One deleted character: where it stood, and whether it is credited to a place it came back to. */
interface DeletedChar {
  readonly at: CharId
  readonly unit: string
  credited: boolean
}

/** A character of a deleted stretch; an optional one had been deleted before, so it may or may not come back. */
interface Candidate {
  readonly char: DeletedChar
  readonly optional: boolean
}

interface Stretch {
  readonly person: string
  readonly candidates: readonly Candidate[]
  readonly owned: readonly DeletedChar[]
}

/**
 * Finds text that was deleted and came back identical: by undo, by cut and paste, in a moved block. Restored in its
 * own place it is matched whatever its length; elsewhere with what the same person lately deleted, from
 * {@link MIN_MOVED_CHARS} on, or whole with what the same transaction deleted. A deleted character is credited once.
 */
export class MoveMatcher {
  readonly #stretches: Stretch[] = []
  readonly #chars = new Map<string, DeletedChar>()
  /** For a character that came back: what it is credited for. */
  readonly #credits = new Map<string, DeletedChar>()

  /**
   * Gives the moves of one person's update, which deletes `ranges`. Call it from Yjs's `afterTransaction`, while the
   * text of what was deleted is still there.
   */
  match(person: string, transaction: Y.Transaction, text: Y.Text, ranges: readonly DeletedRange[]): Move[] {
    const { inserted, deleted } = changedText(transaction, text, ranges)
    const fresh = deleted.length > 0 ? this.#remember(person, deleted) : null
    const moves: Move[] = []
    for (const stretch of inserted) {
      const sources: (DeletedChar | null)[] = stretch.pieces.flatMap((piece) => this.#inPlace(piece))
      this.#elsewhere(person, stretch.text, sources, fresh)
      const targets = stretch.pieces.flatMap(charsOf)
      for (const [unit, source] of sources.entries()) {
        if (source !== null) this.#credits.set(keyOf(targets[unit] as CharId), source)
      }
      addMoves(moves, sources, targets)
    }
    return moves
  }

  #remember(person: string, deleted: readonly DeletedPiece[]): Stretch {
    const candidates: Candidate[] = []
    const owned: DeletedChar[] = []
    for (const { at, length, text, isMine } of deleted) {
      for (const [unit, place] of charRun(at, length).entries()) {
        const earlier = this.#chars.get(keyOf(place))
        if (text === null) {
          if (earlier !== undefined) candidates.push({ char: earlier, optional: !isMine })
          continue
        }
        const char = { at: place, unit: text.charAt(unit), credited: false }
        candidates.push({ char, optional: false })
        owned.push(char)
        this.#chars.set(keyOf(place), char)
        // What had come back is gone again, so that its source may come back elsewhere: an undone move.
        const credit = this.#credits.get(keyOf(place))
        if (credit !== undefined) credit.credited = false
        this.#credits.delete(keyOf(place))
      }
    }
    const stretch = { person, candidates, owned }
    this.#stretches.push(stretch)
    while (this.#chars.size > MAX_REMEMBERED_CHARS) {
      for (const { at } of this.#stretches.shift()?.owned ?? []) this.#chars.delete(keyOf(at))
    }
    return stretch
  }

  /** Undo puts a copy straight before what it restores: Yjs then names the deleted character as right neighbour. */
  #inPlace({ rightOrigin, text }: InsertedPiece): (DeletedChar | null)[] {
    const sources = new Array<DeletedChar | null>(text.length).fill(null)
    if (rightOrigin === null || !this.#chars.has(keyOf(rightOrigin))) return sources
    let unit = 0
    for (const char of text) {
      const found: DeletedChar[] = []
      for (let at = unit; at < unit + char.length; at++) {
        const source = this.#chars.get(keyOf({ client: rightOrigin.client, clock: rightOrigin.clock + at }))
        if (source !== undefined && !source.credited && source.unit === text.charAt(at)) found.push(source)
      }
      // Both halves of a character outside the basic plane, or none.
      if (found.length === char.length) {
        for (const source of found) {
          source.credited = true
          sources[unit++] = source
        }
      } else unit += char.length
    }
    return sources
  }

  #elsewhere(person: string, text: string, sources: (DeletedChar | null)[], fresh: Stretch | null): void {
    for (let newest = this.#stretches.length - 1; newest >= 0; newest--) {
      const stretch = this.#stretches[newest] as Stretch
      const isFresh = stretch === fresh
      if (stretch.person !== person || (!isFresh && stretch.candidates.length < MIN_MOVED_CHARS)) continue
      const found = align(text, sources, stretch.candidates)
      const isWhole = found.length === text.length || found.length >= stretch.candidates.length
      if (found.length < MIN_MOVED_CHARS && !(isFresh && isWhole)) continue
      for (const { unit, char } of found) {
        char.credited = true
        sources[unit] = char
      }
    }
  }
}

interface Pair {
  readonly unit: number
  readonly char: DeletedChar
}

/** Lays a deleted stretch against inserted text: the whole of either must stand in the other; the longest match wins. */
function align(text: string, sources: readonly (DeletedChar | null)[], candidates: readonly Candidate[]): Pair[] {
  let best: Pair[] = []
  for (let start = 0; start < candidates.length; start++) {
    if (candidates[start]?.char.unit !== text.charAt(0)) continue
    const pairs = layFrom(text, sources, 0, candidates, start)
    if (pairs.length > best.length) best = pairs
  }
  for (let unit = 1; unit < text.length; unit++) {
    if (candidates[0]?.char.unit !== text.charAt(unit)) continue
    const pairs = layFrom(text, sources, unit, candidates, 0)
    if (pairs.length > best.length) best = pairs
  }
  return best
}

function layFrom(
  text: string,
  sources: readonly (DeletedChar | null)[],
  from: number,
  candidates: readonly Candidate[],
  start: number,
): Pair[] {
  const pairs: Pair[] = []
  let unit = from
  for (let index = start; index < candidates.length && unit < text.length; index++) {
    const { char, optional } = candidates[index] as Candidate
    const fits = !char.credited && sources[unit] === null && char.unit === text.charAt(unit)
    if (fits) pairs.push({ unit: unit++, char })
    else if (!optional) break
  }
  return pairs
}

/** Writes down matched characters, neighbours made by one client on both sides as one move. */
function addMoves(moves: Move[], sources: readonly (DeletedChar | null)[], targets: readonly CharId[]): void {
  let open: { from: CharId; to: CharId; length: number } | null = null
  for (const [unit, source] of sources.entries()) {
    const to = targets[unit] as CharId
    if (source === null) open = null
    else if (open !== null && follows(open.from, open.length, source.at) && follows(open.to, open.length, to)) {
      open.length++
    } else {
      open = { from: source.at, to, length: 1 }
      moves.push(open)
    }
  }
}

function follows(start: CharId, length: number, at: CharId): boolean {
  return at.client === start.client && at.clock === start.clock + length
}

function charRun(at: CharId, length: number): CharId[] {
  return Array.from({ length }, (_, unit) => ({ client: at.client, clock: at.clock + unit }))
}

function charsOf(piece: InsertedPiece): CharId[] {
  return charRun(piece.at, piece.text.length)
}

function keyOf(at: CharId): string {
  return `${at.client}:${at.clock}`
}
