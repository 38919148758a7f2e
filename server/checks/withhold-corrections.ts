import type * as Y from 'yjs'
import type { CorrectionFact } from '../../shared/checks/check-facts.ts'
import type { Block } from '../../shared/text/block.ts'
import { correctionsOf } from './check-maps.ts'

/** A correction of words that are kept back, with the passage that it went with. */
interface WithheldCorrection {
  readonly passage: string
  readonly fact: CorrectionFact
}

/**
 * Gives what moves the corrections of lines from the notes to the drafting room, in which the lines' own words are kept
 * back: they say the same words. Call each part inside a write of its room.
 */
export function takeCorrections(
  notes: Y.Doc,
  lines: readonly Block[],
  passage: string,
): { take(): void; keep(drafting: Y.Doc): void } {
  // What was joined to a line was a line of its own when it was corrected.
  const ids = new Set(lines.flatMap(({ id, seams }) => [id, ...seams.map((seam) => seam.id)]))
  const corrections = correctionsOf(notes)
  const taken = [...corrections.entries()].filter(([, { line }]) => ids.has(line))
  return {
    take: () => {
      for (const [id] of taken) corrections.delete(id)
    },
    keep: (drafting) => {
      for (const [id, fact] of taken) withheldIn(drafting).set(id, { passage, fact })
    },
  }
}

/** Gives what brings the corrections of a passage back. Call each part inside a write of its room. */
export function restoreCorrections(
  drafting: Y.Doc,
  passage: string,
): { restore(notes: Y.Doc): void; drop(): void } {
  const kept = [...withheldIn(drafting).entries()].filter(([, each]) => each.passage === passage)
  return {
    restore: (notes) => {
      for (const [id, { fact }] of kept) correctionsOf(notes).set(id, fact)
    },
    drop: () => {
      for (const [id] of kept) withheldIn(drafting).delete(id)
    },
  }
}

function withheldIn(drafting: Y.Doc): Y.Map<WithheldCorrection> {
  return drafting.getMap<WithheldCorrection>('withheldCorrections')
}
