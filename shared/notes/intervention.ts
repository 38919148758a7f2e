import { lowerLevel, parseLevel } from '../meeting/attribution.ts'
import type { AttributionLevel } from '../meeting/facts.ts'
import { type Block, blockText } from '../text/block.ts'
import { sameIntervention } from '../text/interventions.ts'

/** What one speaker said without a break (format.md): lines with one `speaker` in a row, cut where a line has `lead`. */
export interface Intervention {
  /** The id of its opening line. */
  readonly id: string
  /** The lines' `speaker`; null: nobody yet. */
  readonly speaker: string | null
  /** How much of who said it may be told; null: as much as the topic's cap lets. */
  readonly attribution: AttributionLevel | null
  readonly lines: readonly Block[]
}

/**
 * Gives the interventions of a topic's notes in reading order. Every line is in exactly one. Lines that were deleted
 * and hold words all the same count as any other; lines held for one reader's caret are in none.
 */
export function readInterventions(blocks: readonly Block[]): Intervention[] {
  const found: Block[][] = []
  let above: Block | null = null
  for (const line of blocks) {
    if (line.state === 'held') continue
    if (above !== null && sameIntervention(above.attributes, line.attributes)) found.at(-1)?.push(line)
    else found.push([line])
    above = line
  }
  return found.map((lines) => ({
    id: (lines[0] as Block).id,
    speaker: speakerOf(lines[0] as Block),
    attribution: levelOf(lines),
    lines,
  }))
}

/** Gives a line's `speaker`; null: nobody yet. */
export function speakerOf({ attributes }: Block): string | null {
  const { speaker } = attributes
  return typeof speaker === 'string' && speaker !== '' ? speaker : null
}

/** Tells whether a line has no words: pressing Enter says nothing yet. */
export function isBlank(line: Block): boolean {
  return blockText(line).trim() === ''
}

// The opening line carries the level. Where lines were joined or moved another may carry one too, and then whoever
// asked for less to be told gets it.
function levelOf(lines: readonly Block[]): AttributionLevel | null {
  const levels = lines.map(({ attributes }) => parseLevel(attributes.attribution))
  return levels.reduce((one, other) =>
    one === null || other === null ? (one ?? other) : lowerLevel(one, other),
  )
}
