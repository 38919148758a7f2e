import type { AttributionLevel, ProvenanceFact } from '../../shared/meeting/facts.ts'
import { plan } from '../../shared/merge/plan.ts'
import { isBlank, speakerOf } from '../../shared/notes/intervention.ts'
import { readPassages } from '../../shared/notes/passage.ts'
import type { Block } from '../../shared/text/block.ts'

/** The notes of one topic in numbers. */
export interface TopicWork {
  /** Lines with words. */
  readonly lines: number
  readonly recommendations: number
  /** Lines with words of which nobody has said yet who spoke them. */
  readonly withoutSpeaker: number
  /** The first of them. */
  readonly firstWithoutSpeaker: string | null
  /** Recommendations that no merge has taken yet. */
  readonly unmerged: number
}

/** Counts what the pages show beside a topic. */
export function countTopic(
  topic: string,
  blocks: readonly Block[],
  cap: AttributionLevel,
  provenance: ReadonlyMap<string, ProvenanceFact>,
): TopicWork {
  const spoken = blocks.filter((line) => line.state !== 'held' && !isBlank(line))
  const silent = spoken.filter((line) => speakerOf(line) === null)
  const passages = readPassages(topic, blocks)
  const { proposals, unchanged, withheld } = plan({ notes: [{ cap, passages }], provenance })
  return {
    lines: spoken.length,
    recommendations: proposals.length + unchanged + withheld,
    withoutSpeaker: silent.length,
    firstWithoutSpeaker: silent[0]?.id ?? null,
    unmerged: proposals.length,
  }
}
