import type * as Y from 'yjs'
import type { AnchoredRange } from './anchor.ts'
import { type Block, type CharId, inlineLength } from './block.ts'
import { findItem, markerOf } from './items.ts'
import type { CharRange } from './moves.ts'

/**
 * Knows where characters of a text stand among its blocks. Nothing is made for each character: who asks for a few
 * hundred anchors in a long text pays for these, and for a look at each marker.
 */
export class VisibleChars {
  readonly #text: Y.Text
  readonly #blocks: readonly Block[]
  /** Block by client and clock of its marker, and of the markers joined to it. */
  readonly #byMarker = new Map<number, Map<number, number>>()
  #root = -1
  #latest = -1

  constructor(text: Y.Text, blocks: readonly Block[]) {
    this.#text = text
    this.#blocks = blocks
    for (const [index, { marker, seams }] of blocks.entries()) {
      if (marker === null) this.#root = index
      else this.#note(marker, index)
      for (const seam of seams) this.#note(seam.marker, index)
    }
  }

  /** Gives where characters stand; nothing for those that were deleted. */
  find({ client, clock, length }: CharRange): AnchoredRange[] {
    const { doc } = this.#text
    const found: AnchoredRange[] = []
    const end = clock + length
    for (let at = clock; doc !== null && at < end; ) {
      const item = findItem(doc, { client, clock: at })
      if (item === null) break
      const next = Math.min(end, item.id.clock + item.length)
      if (!item.deleted && item.parent === this.#text)
        this.#findOf(item, { client, clock: at, length: next - at }, found)
      at = next
    }
    return found
  }

  #findOf(item: Y.Item, chars: CharRange, found: AnchoredRange[]): void {
    const before = found.length
    // A passage's words stand together: most are where the ones before were.
    this.#findIn(this.#latest, chars, found)
    if (found.length > before) return
    this.#latest = this.#blockOf(item)
    this.#findIn(this.#latest, chars, found)
  }

  #findIn(index: number, { client, clock, length }: CharRange, found: AnchoredRange[]): void {
    let offset = 0
    for (const inline of this.#blocks[index]?.inlines ?? []) {
      const units = inlineLength(inline)
      const first = Math.max(clock, inline.at.clock)
      const end = Math.min(clock + length, inline.at.clock + units)
      if (inline.at.client === client && first < end) {
        const from = offset + first - inline.at.clock
        found.push({ block: index, from, to: from + end - first })
      }
      offset += units
    }
  }

  #blockOf(item: Y.Item): number {
    for (let before: Y.Item | null = item; before !== null; before = before.left) {
      if (markerOf(before) === null) continue
      return this.#byMarker.get(before.id.client)?.get(before.id.clock) ?? -1
    }
    return this.#root
  }

  #note({ client, clock }: CharId, index: number): void {
    const clocks = this.#byMarker.get(client)
    if (clocks === undefined) this.#byMarker.set(client, new Map([[clock, index]]))
    else clocks.set(clock, index)
  }
}
