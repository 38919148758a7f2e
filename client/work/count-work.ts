import type { ProvenanceFact } from '../../shared/meeting/facts.ts'
import { sortPassages } from '../../shared/merge/new-passages.ts'
import { mergedPassages } from '../../shared/merge/passage-key.ts'
import { isBlank, speakerOf } from '../../shared/notes/intervention.ts'
import { type Passage, readPassages } from '../../shared/notes/passage.ts'
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
  /** Recommendations that no merge has taken yet, or not as they read now. */
  readonly unmerged: number
}

/** Counts what the pages show beside a topic. */
export function countTopic(
  topic: string,
  blocks: readonly Block[],
  provenance: ReadonlyMap<string, ProvenanceFact>,
): TopicWork {
  const spoken = blocks.filter((line) => line.state !== 'held' && !isBlank(line))
  const silent = spoken.filter((line) => speakerOf(line) === null)
  const passages = readPassages(topic, blocks)
  const { fresh, merged, withheld } = sortPassages(passages, mergedPassages(provenance))
  return {
    lines: spoken.length,
    recommendations: fresh.length + merged.length + withheld,
    withoutSpeaker: silent.length,
    firstWithoutSpeaker: silent[0]?.id ?? null,
    unmerged: fresh.length + merged.filter((passage) => hasChanged(passage, provenance)).length,
  }
}

/** Tells whether some item that comes from a passage knows other words of it. */
function hasChanged(passage: Passage, provenance: ReadonlyMap<string, ProvenanceFact>): boolean {
  for (const { sources } of provenance.values()) {
    for (const { topic, blocks, hash } of sources)
      if (topic === passage.topic && blocks[0] === passage.id && hash !== null && hash !== passage.hash)
        return true
  }
  return false
}
