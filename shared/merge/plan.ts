import type { AttributionLevel, ProvenanceFact } from '../meeting/facts.ts'
import type { Passage } from '../notes/passage.ts'
import { changesOf, type DraftedItem, type TakenWords } from './changes.ts'
import type { MergePlan, NewProposal } from './merge-plan.ts'
import { sortPassages, type TopicNotes } from './new-passages.ts'
import { mergedPassages, passageKey } from './passage-key.ts'
import { planned, withoutCopies } from './planned-passage.ts'
import { passageOf } from './proposal.ts'

/** What a plan is made from. */
export interface PlanInput {
  /** Topics in the order of the agenda; one that is not among them is left alone. */
  readonly notes: readonly TopicNotes[]
  /** Where items come from, by item. */
  readonly provenance: ReadonlyMap<string, ProvenanceFact>
  /** Items in the order of the draft, without those that were removed from it. */
  readonly items: readonly DraftedItem[]
  readonly taken: TakenWords
}

/**
 * Says what a merge would do now (MG1). Pure; what it proposes is not proposed again once an item says that it comes
 * from there (MG3). A recommendation without words is not proposed, nor one of which words are withheld.
 */
export function plan({ notes, provenance, items, taken }: PlanInput): MergePlan {
  const merged = mergedPassages(provenance)
  const fresh: NewProposal[] = []
  const passages = new Map<string, Passage>()
  let behind = 0
  let withheld = 0
  for (const { cap, passages: all } of notes) {
    const sorted = sortPassages(all, merged)
    behind += sorted.merged.length
    withheld += sorted.withheld
    for (const passage of sorted.fresh)
      fresh.push({ change: 'new', passage: planned(passage, cap), section: passage.topic })
    for (const passage of withoutCopies(all)) passages.set(passageKey(passage.topic, passage.id), passage)
  }
  const caps = new Map<string, AttributionLevel>(notes.map(({ topic, cap }) => [topic, cap]))
  const changes = changesOf({ items, provenance, taken, passages, caps })
  const changedKeys = new Set(changes.map((proposal) => passageKey(...passageOf(proposal))))
  const unchanged =
    behind - [...changedKeys].filter((key) => passages.get(key)?.kind === 'recommendation').length
  return { proposals: [...fresh, ...changes], unchanged, withheld }
}
