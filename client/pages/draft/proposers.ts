import { parseSpeakers } from '../../../shared/meeting/attribution.ts'
import type { SourceFact } from '../../../shared/meeting/facts.ts'

/** What a proposer is called; null for what the meeting doesn't know. */
export type NameOfMechanism = (id: string) => string | null

/**
 * Gives who proposes an item, from its sources: each country once, alphabetical in the interface's language. Inside
 * the meeting countries are named; what leaves it obeys the export's level. Chair and guests propose nothing.
 */
export function proposersOf(
  sources: readonly SourceFact[],
  nameOf: NameOfMechanism,
  language: string,
): string[] {
  const names = sources
    .flatMap(({ speaker }) => parseSpeakers(speaker))
    .map((speaker) => (speaker.kind === 'mechanism' ? nameOf(speaker.id) : null))
    .filter((name) => name !== null)
  return [...new Set(names)].sort(new Intl.Collator(language).compare)
}
