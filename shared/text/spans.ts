import type { Inline } from './block.ts'
import { inlineLength } from './block.ts'

/** Gives the inlines between two offsets of a block, cut at both. */
export function cutInlines(inlines: readonly Inline[], from: number, to: number): Inline[] {
  const cut: Inline[] = []
  let offset = 0
  for (const inline of inlines) {
    const length = inlineLength(inline)
    const start = Math.max(from - offset, 0)
    const end = Math.min(to - offset, length)
    offset += length
    if (end <= start) {
      if (offset >= to) break
      continue
    }
    if (start === 0 && end === length) cut.push(inline)
    else if ('text' in inline) {
      const at = { client: inline.at.client, clock: inline.at.clock + start }
      cut.push({ at, text: inline.text.slice(start, end), formats: inline.formats })
    }
  }
  return cut
}
