import { lowerLevel } from '../../shared/meeting/attribution.ts'
import type { SourceFact } from '../../shared/meeting/facts.ts'

/** Gives a source as it was, with no more told of who spoke than now: somebody may have asked for less since. */
export function asTold(source: SourceFact, now: readonly SourceFact[]): SourceFact {
  const same = now.find(({ topic, blocks }) => topic === source.topic && blocks[0] === source.blocks[0])
  if (same === undefined) return source
  return { ...source, attribution: lowerLevel(source.attribution, same.attribution) }
}
