import type { ProvenanceFact, SourceFact } from '../meeting/facts.ts'

/** Names a passage of a meeting. Ids hold no slash (format.md), so no two passages share a name. */
export function passageKey(topic: string, passage: string): string {
  return `${topic}/${passage}`
}

/** Names the passage behind an item; of one that is withheld the topic alone. */
export function sourceKey({ topic, blocks }: Pick<SourceFact, 'topic' | 'blocks'>): string {
  return passageKey(topic, blocks[0] ?? '')
}

/** Gives the names of the passages that items come from. */
export function mergedPassages(provenance: ReadonlyMap<string, ProvenanceFact>): Set<string> {
  const merged = new Set<string>()
  for (const { sources } of provenance.values()) {
    for (const { topic, blocks } of sources)
      if (blocks[0] !== undefined) merged.add(passageKey(topic, blocks[0]))
  }
  return merged
}
