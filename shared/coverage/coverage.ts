import { mechanismsOf } from '../checks/own-interventions.ts'
import type { Kind, MechanismFact, ProvenanceFact } from '../meeting/facts.ts'
import { fold } from '../names/fold.ts'
import { regionName } from '../names/region-name.ts'
import { type Intervention, isBlank, readInterventions } from '../notes/intervention.ts'
import { type Passage, readPassages } from '../notes/passage.ts'
import type { Block } from '../text/block.ts'
import { isGloss } from '../text/gloss.ts'
import { type ItemsBehind, itemsBehind } from './fate.ts'

/** What coverage is found from. */
export interface CoverageInput {
  /** In the order of the agenda. */
  readonly topics: readonly { readonly id: string; readonly notes: readonly Block[] }[]
  readonly mechanisms: ReadonlyMap<string, MechanismFact>
  /** All of it. */
  readonly provenance: ReadonlyMap<string, ProvenanceFact>
  /** Items of the draft that were not withdrawn. */
  readonly standing: ReadonlySet<string>
}

/**
 * How an intervention is counted. `led`: it stands behind the draft with all of its recommendations, or, if it has none,
 * with something; `recommendation`: one of its recommendations led nowhere; `other`: it has none, and led nowhere.
 */
export type Led = 'led' | 'recommendation' | 'other'

/** One intervention and where it led. */
export interface CoveredIntervention {
  readonly topic: string
  /** The id of its opening line. */
  readonly id: string
  readonly speaker: string | null
  readonly led: Led
  /** Standing items that it stands behind. */
  readonly items: readonly string[]
  /** Kinds of its passages, in their order, each once. */
  readonly kinds: readonly Kind[]
  /** Its recommendations that led nowhere. */
  readonly lost: readonly Passage[]
  /** Its lines that have words. */
  readonly spoken: readonly Block[]
}

/** A mechanism and what it stands behind. */
export interface CoveredMechanism {
  readonly id: string
  /** How often it spoke. */
  readonly interventions: number
  /** Standing items of which a source says that it is behind them. */
  readonly items: readonly string[]
}

/** A region of the meeting and what its mechanisms stand behind. */
export interface CoveredRegion {
  /** As the set-up has it. */
  readonly region: string
  readonly mechanisms: readonly string[]
  readonly items: readonly string[]
}

/** Where what was said led. */
export interface Coverage {
  readonly interventions: readonly CoveredIntervention[]
  readonly mechanisms: readonly CoveredMechanism[]
  readonly regions: readonly CoveredRegion[]
}

/** Finds where what was said led. Every intervention that has words is in it once; `topic`: of one topic alone. */
export function coverageOf(input: CoverageInput, topic: string | null = null): Coverage {
  const topics = input.topics.filter(({ id }) => topic === null || id === topic)
  const all = itemsBehind(input.provenance)
  const standing: ItemsBehind = (id, lines) => all(id, lines).filter((item) => input.standing.has(item))
  const interventions = topics.flatMap((each) => coveredIn(each.id, each.notes, standing))
  const behind = itemsByMechanism(input, topic)
  const spoke = new Map<string, number>()
  for (const { speaker } of interventions)
    for (const id of new Set(mechanismsOf(speaker))) spoke.set(id, (spoke.get(id) ?? 0) + 1)
  const mechanisms = [...input.mechanisms.keys()].map((id): CoveredMechanism => {
    return { id, interventions: spoke.get(id) ?? 0, items: [...(behind.get(id) ?? [])] }
  })
  return { interventions, mechanisms, regions: regionsOf(mechanisms, input.mechanisms) }
}

/** Counts interventions by where they led. */
export function countLed(interventions: readonly CoveredIntervention[]): Readonly<Record<Led, number>> {
  const counts = { led: 0, recommendation: 0, other: 0 }
  for (const { led } of interventions) counts[led]++
  return counts
}

function coveredIn(topic: string, notes: readonly Block[], itemsOf: ItemsBehind): CoveredIntervention[] {
  return saidIn(topic, notes).map(({ id, speaker, lines, spoken, passages }) => {
    const asked = passages.filter(({ kind }) => kind === 'recommendation')
    const lost = asked.filter(({ blocks }) => itemsOf(topic, blocks).length === 0)
    const items = itemsOf(topic, lines)
    const kinds = [...new Set(passages.map(({ kind }) => kind))]
    return { topic, id, speaker, led: ledOf(lost, items), items, kinds, lost, spoken }
  })
}

/** An intervention that has words. */
interface Said extends Omit<Intervention, 'attribution'> {
  readonly spoken: readonly Block[]
  /** Those of its passages that have words. */
  readonly passages: readonly Passage[]
}

// Reading notes is most of the work, and while somebody types in one topic those of the others stay the same.
const known = new WeakMap<readonly Block[], { readonly topic: string; readonly said: readonly Said[] }>()

function saidIn(topic: string, notes: readonly Block[]): readonly Said[] {
  const before = known.get(notes)
  if (before?.topic === topic) return before.said
  const passages = new Map<string, Passage[]>()
  for (const passage of readPassages(topic, notes)) {
    if (passage.words === '') continue
    const own = passages.get(passage.lead)
    if (own === undefined) passages.set(passage.lead, [passage])
    else own.push(passage)
  }
  const said = readInterventions(notes).flatMap(({ id, speaker, lines }): Said[] => {
    const spoken = lines.filter((line) => !isBlank(line) && !isGloss(line.attributes))
    return spoken.length === 0 ? [] : [{ id, speaker, lines, spoken, passages: passages.get(id) ?? [] }]
  })
  known.set(notes, { topic, said })
  return said
}

function ledOf(lost: readonly Passage[], items: readonly string[]): Led {
  if (lost.length > 0) return 'recommendation'
  return items.length > 0 ? 'led' : 'other'
}

function itemsByMechanism(
  { provenance, standing }: CoverageInput,
  topic: string | null,
): ReadonlyMap<string, ReadonlySet<string>> {
  const behind = new Map<string, Set<string>>()
  for (const [item, { sources }] of provenance) {
    if (!standing.has(item)) continue
    for (const source of sources) {
      if (topic !== null && source.topic !== topic) continue
      for (const id of mechanismsOf(source.speaker)) behind.set(id, (behind.get(id) ?? new Set()).add(item))
    }
  }
  return behind
}

function regionsOf(
  covered: readonly CoveredMechanism[],
  facts: ReadonlyMap<string, MechanismFact>,
): CoveredRegion[] {
  const regions = new Map<string, { region: string; mechanisms: string[]; items: Set<string> }>()
  for (const { id, items } of covered) {
    const region = facts.get(id)?.region ?? ''
    // One region may be written in two languages.
    const key = fold(regionName(region, 'en'))
    if (key === '') continue
    const known = regions.get(key) ?? { region, mechanisms: [], items: new Set<string>() }
    known.mechanisms.push(id)
    for (const item of items) known.items.add(item)
    regions.set(key, known)
  }
  return [...regions.values()].map((known) => ({ ...known, items: [...known.items] }))
}
