import { lowerLevel } from '../../shared/meeting/attribution.ts'
import type { AttributionLevel, ProvenanceFact, SourceFact } from '../../shared/meeting/facts.ts'
import { readInterventions } from '../../shared/notes/intervention.ts'
import type { Block } from '../../shared/text/block.ts'

/**
 * Gives the provenance of items with each source at the level that its intervention allows now, where that is less than
 * when the passage was merged: whoever asks later for less to be told gets it in the next export (EX1).
 */
export function lowerByNotes(
  provenance: ReadonlyMap<string, ProvenanceFact>,
  notes: ReadonlyMap<string, readonly Block[]>,
): ReadonlyMap<string, ProvenanceFact> {
  const levels = new Map([...notes].map(([topic, blocks]) => [topic, levelsByBlock(blocks)]))
  const lowered = (source: SourceFact): SourceFact => {
    const now = source.blocks.flatMap((block) => levels.get(source.topic)?.get(block) ?? [])
    return { ...source, attribution: now.reduce(lowerLevel, source.attribution) }
  }
  return new Map(
    [...provenance].map(([item, fact]) => [item, { ...fact, sources: fact.sources.map(lowered) }]),
  )
}

function levelsByBlock(blocks: readonly Block[]): Map<string, AttributionLevel> {
  const levels = new Map<string, AttributionLevel>()
  for (const { attribution, lines } of readInterventions(blocks)) {
    if (attribution === null) continue
    for (const { id, seams } of lines) {
      // The text of a joined line keeps its own id in the provenance.
      for (const block of [id, ...seams.map((seam) => seam.id)]) levels.set(block, attribution)
    }
  }
  return levels
}
