import { lowerLevel } from '../meeting/attribution.ts'
import type { AttributionLevel, ProvenanceFact, SourceFact } from '../meeting/facts.ts'
import { isBlank } from '../notes/intervention.ts'
import { type Passage, wordsHash } from '../notes/passage.ts'
import type { Block } from '../text/block.ts'
import { isGloss } from '../text/gloss.ts'
import type {
  AttributionProposal,
  ChangedProposal,
  PlannedItem,
  WithdrawnProposal,
  WithdrawnWhy,
} from './merge-plan.ts'
import { passageKey } from './passage-key.ts'
import { planned } from './planned-passage.ts'
import { mergedWords, type ThreeWayPart, threeWay } from './three-way.ts'

/** The words of passages as they were taken, by item, then by {@link passageKey}. */
export type TakenWords = ReadonlyMap<string, Readonly<Record<string, string>>>

/** An item with its lines. */
export interface DraftedItem extends PlannedItem {
  readonly blocks: readonly Block[]
}

/** What changes of items are found from. */
export interface ChangesInput {
  /** Items in the order of the draft, without those that were removed from it. */
  readonly items: readonly DraftedItem[]
  /** Where items come from, by item. */
  readonly provenance: ReadonlyMap<string, ProvenanceFact>
  readonly taken: TakenWords
  /** Passages of any kind by {@link passageKey}. */
  readonly passages: ReadonlyMap<string, Passage>
  /** How much may be told of who spoke, by topic; a topic that is not here was not read. */
  readonly caps: ReadonlyMap<string, AttributionLevel>
}

type ItemProposal = ChangedProposal | WithdrawnProposal | AttributionProposal

/** Finds what has become of the passages that items come from (MG1). What is as it was taken is not proposed. */
export function changesOf({ items, provenance, taken, passages, caps }: ChangesInput): ItemProposal[] {
  return items.flatMap((item) => {
    const sources = provenance.get(item.id)?.sources ?? []
    return sources.flatMap((source) => {
      const cap = caps.get(source.topic)
      const [id] = source.blocks
      if (cap === undefined || id === undefined || source.hash === null) return []
      const key = passageKey(source.topic, id)
      const words = taken.get(item.id)?.[key] ?? null
      const passage = passages.get(key)
      const why = withdrawnBy(passage)
      if (why !== null)
        return source.isLetGo === true ? [] : [withdrawn(item, source, id, why, words, sources)]
      return changed(item, source, passage as Passage, cap, words)
    })
  })
}

function withdrawnBy(passage: Passage | undefined): WithdrawnWhy | null {
  if (passage === undefined) return 'gone'
  if (passage.kind !== 'recommendation') return 'other-kind'
  if (passage.isWithheld) return 'withheld'
  return passage.words === '' ? 'no-words' : null
}

function withdrawn(
  item: DraftedItem,
  { topic }: SourceFact,
  id: string,
  why: WithdrawnWhy,
  words: string | null,
  sources: readonly SourceFact[],
): WithdrawnProposal {
  const hasOthers = sources.some((other) => other.topic !== topic || other.blocks[0] !== id)
  return {
    change: 'withdrawn',
    topic,
    id,
    why,
    item: told(item),
    taken: why === 'withheld' ? null : words,
    hasOthers,
  }
}

function changed(
  item: DraftedItem,
  source: SourceFact,
  passage: Passage,
  cap: AttributionLevel,
  taken: string | null,
): ItemProposal[] {
  if (passage.hash === source.hash) {
    const { speaker, attribution } = source
    const now = lowerLevel(passage.attribution ?? cap, cap)
    if (passage.speaker === speaker && now === attribution) return []
    return [
      {
        change: 'attribution',
        passage: planned(passage, cap),
        item: told(item),
        was: { speaker, attribution },
      },
    ]
  }
  const isUntouched = wordsHash(item.blocks.filter((block) => !isBlank(block))) === source.hash
  const parts = partsOf(item, passage, isUntouched, taken)
  const change = mergedWords(parts) === null ? 'conflict' : isUntouched ? 'update' : 'three-way'
  return [{ change, passage: planned(passage, cap), item: told(item), taken, parts }]
}

/**
 * Brings both wordings together. An item that says what its passage said takes what it says now. One that was edited, whose
 * passage was taken before its words were kept, or that has other atoms than its passage (they all read alike, so that
 * no words could tell which is meant), is for a person.
 */
function partsOf(
  item: DraftedItem,
  passage: Passage,
  isUntouched: boolean,
  taken: string | null,
): readonly ThreeWayPart[] {
  if (isUntouched) return threeWay(item.words, item.words, passage.words)
  if (taken !== null && atomsOf(item.blocks) === atomsOf(passage.blocks))
    return threeWay(taken, item.words, passage.words)
  return item.words === passage.words
    ? [{ text: item.words, from: 'both' }]
    : [{ base: taken ?? '', ours: item.words, theirs: passage.words }]
}

function atomsOf(blocks: readonly Block[]): string {
  return blocks
    .filter((block) => !isGloss(block.attributes))
    .flatMap(({ inlines }) => inlines.map((inline) => ('atom' in inline ? JSON.stringify(inline.atom) : '')))
    .join('')
}

/** Leaves out what does not travel. */
function told({ blocks: _, ...item }: DraftedItem): PlannedItem {
  return item
}
