import { lowerLevel } from '../meeting/attribution.ts'
import type { AttributionLevel } from '../meeting/facts.ts'
import type { Passage } from '../notes/passage.ts'
import type { PlannedPassage } from './merge-plan.ts'

/** Gives a passage as a plan shows it; `cap`: at most this much is told of who spoke. */
export function planned(passage: Passage, cap: AttributionLevel): PlannedPassage {
  const { topic, id, hash, speaker, attribution, lang, words } = passage
  const blocks = passage.blocks.map((block) => block.id)
  return { topic, id, blocks, hash, speaker, attribution: lowerLevel(attribution ?? cap, cap), lang, words }
}

/** Leaves one of those that stand twice under one id: two people moved one line at once (TX8). */
export function withoutCopies(passages: readonly Passage[]): Passage[] {
  const first = new Map<string, Passage>()
  for (const passage of passages) {
    const other = first.get(passage.id)
    if (other === undefined || (isRestored(other) && !isRestored(passage))) first.set(passage.id, passage)
  }
  return passages.filter((passage) => first.get(passage.id) === passage)
}

function isRestored({ blocks }: Passage): boolean {
  return blocks[0]?.state === 'restored'
}
