import { isBlank } from '../../shared/notes/intervention.ts'
import type { Block } from '../../shared/text/block.ts'

/** Gives when the last of some lines' words was typed; null: of one of them it is not known. */
export function lastTyped(lines: readonly Block[], lastOf: (line: string) => number | null): number | null {
  let last = Number.NEGATIVE_INFINITY
  for (const line of lines) {
    if (isBlank(line)) continue
    const at = lastOf(line.id)
    if (at === null) return null
    last = Math.max(last, at)
  }
  return Number.isFinite(last) ? last : null
}
