import { lowerLevel } from '../meeting/attribution.ts'
import type { AttributionLevel, ProvenanceFact } from '../meeting/facts.ts'
import type { Passage } from '../notes/passage.ts'
import type { MergePlan, NewProposal, PlannedPassage } from './merge-plan.ts'
import { mergedPassages, passageKey } from './passage-key.ts'

/** The notes of one topic, as far as a plan needs them. */
export interface TopicNotes {
  /** At most this much is told of who spoke here. */
  readonly cap: AttributionLevel
  readonly passages: readonly Passage[]
}

/** What a plan is made from. */
export interface PlanInput {
  /** Topics in the order of the agenda. */
  readonly notes: readonly TopicNotes[]
  /** Where items come from, by item. */
  readonly provenance: ReadonlyMap<string, ProvenanceFact>
}

/**
 * Says what a merge would do now (MG1). Pure; what it proposes is not proposed again once an item says that it comes
 * from there (MG3). A recommendation without words is not proposed, nor one of which words are withheld.
 */
export function plan({ notes, provenance }: PlanInput): MergePlan {
  const merged = mergedPassages(provenance)
  const proposals: NewProposal[] = []
  let unchanged = 0
  let withheld = 0
  for (const { cap, passages } of notes) {
    for (const passage of withoutCopies(passages.filter(({ kind }) => kind === 'recommendation'))) {
      if (merged.has(passageKey(passage.topic, passage.id))) unchanged++
      else if (passage.isWithheld) withheld++
      else if (passage.words !== '')
        proposals.push({ change: 'new', passage: planned(passage, cap), section: passage.topic })
    }
  }
  return { proposals, unchanged, withheld }
}

// Two people who move one line at once leave it twice under one id (TX8). The one that nobody deleted is it.
function withoutCopies(passages: readonly Passage[]): Passage[] {
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

function planned(passage: Passage, cap: AttributionLevel): PlannedPassage {
  const { topic, id, hash, speaker, attribution, lang, words } = passage
  const blocks = passage.blocks.map((block) => block.id)
  return { topic, id, blocks, hash, speaker, attribution: lowerLevel(attribution ?? cap, cap), lang, words }
}
