import { lowerLevel, parseLevel, parseSpeakers, type Speaker } from '../meeting/attribution.ts'
import type { AttributionLevel, SourceFact, TopicFact } from '../meeting/facts.ts'
import { type Naming, type SpeakerLabel, sortLabels, speakerLabel } from '../names/attribution-label.ts'
import type { NameLanguage } from '../names/name-language.ts'
import { type Direction, directionOfLanguage } from '../text/direction.ts'
import { cleanLine } from './clean-text.ts'
import { reportWords } from './report-words.ts'
import { type Scope, topicNumber } from './scope.ts'
import { markBeside } from './text-direction.ts'

/** Who stands behind an item, and how much may be told of them (EX1). */
export interface Proposer {
  readonly speaker: Speaker
  readonly level: AttributionLevel
  /** The topic whose cap lowered it; null where none did. */
  readonly cappedBy: string | null
}

/** What decides how much an item says of its proposers, on a page as in a document. */
export interface CreditRules {
  /** The most that is told of anybody. */
  readonly attribution: AttributionLevel
  /** Topics by id: a source of one that is not there may be told nothing of. */
  readonly topics: ReadonlyMap<string, Pick<TopicFact, 'cap'>>
  /** In the document's language. */
  readonly naming: Naming
}

/**
 * Gives what an item says of its proposers: each label once, alphabetically in the document's language. A page that
 * shows a level and a document that is made at it say the same.
 */
export function creditLabels(rules: CreditRules, sources: readonly SourceFact[]): string[] {
  return sorted(rules, labelled(rules, proposersFrom(rules, sources).values()))
}

/**
 * Gives the proposers of an item by name. Each is told at the least of: the export's level, what the intervention
 * allows, the topic's cap. Who stands behind an item twice is told at the lesser level of both: the words of the more
 * guarded intervention are in the item too.
 */
export function proposersOf(scope: Scope, item: string): ReadonlyMap<string, Proposer> {
  return proposersFrom(rulesOf(scope), scope.input.provenance.get(item)?.sources ?? [])
}

function proposersFrom(rules: CreditRules, sources: readonly SourceFact[]): ReadonlyMap<string, Proposer> {
  const proposers = new Map<string, Proposer>()
  for (const source of sources) {
    const { level, cappedBy } = sourceLevel(rules, source)
    for (const speaker of parseSpeakers(source.speaker)) {
      const key = speakerKey(speaker)
      const known = proposers.get(key)
      const isLess = known === undefined || lowerLevel(known.level, level) !== known.level
      if (isLess) proposers.set(key, { speaker, level, cappedBy })
    }
  }
  return proposers
}

function rulesOf({ naming, topics, options }: Scope): CreditRules {
  return { naming, topics, attribution: options.attribution }
}

/** Names a speaker within one item. */
export function speakerKey(speaker: Speaker): string {
  if (speaker.kind === 'mechanism') return `m:${speaker.id}`
  return speaker.kind === 'chair' ? 'chair' : `guest:${speaker.name}`
}

/** Gives what the item says of its proposers, in order, each once; counts those of whom it says less (EX4). */
export function proposerLabels(scope: Scope, proposers: Iterable<Proposer>): string[] {
  const rules = rulesOf(scope)
  const found = labelled(rules, proposers)
  for (const { level, cappedBy, label } of found) countLowered(scope, level, cappedBy, label)
  return sorted(rules, found)
}

interface Labelled extends Proposer {
  /** Null: nothing may be said. */
  readonly label: SpeakerLabel | null
}

function labelled({ naming }: CreditRules, proposers: Iterable<Proposer>): Labelled[] {
  return [...proposers].map((proposer) => ({
    ...proposer,
    label: speakerLabel(proposer.speaker, proposer.level, naming),
  }))
}

function sorted({ naming }: CreditRules, found: readonly Labelled[]): string[] {
  const labels = found.flatMap(({ label }) =>
    label === null ? [] : [{ ...label, text: cleanLine(label.text) }],
  )
  return sortLabels(labels, naming.language).filter((label) => label !== '')
}

/**
 * Gives the labels as the Universal Periodic Review writes them: `(Belgium); (Finland)`. In a line of the other
 * direction marks keep each label a unit of its own.
 */
export function creditText(language: NameLanguage, labels: readonly string[], line: Direction): string {
  const { semicolon } = reportWords[language]
  const mark = markBeside(directionOfLanguage(language), line)
  return labels.map((label) => `(${label})${mark}`).join(`${semicolon}${mark}`)
}

function sourceLevel(
  { attribution, topics }: CreditRules,
  source: SourceFact,
): { level: AttributionLevel; cappedBy: string | null } {
  // What can't be read allows nothing.
  const allowed = lowerLevel(attribution, parseLevel(source.attribution) ?? 'none')
  const level = lowerLevel(allowed, topics.get(source.topic)?.cap ?? 'none')
  return { level, cappedBy: level === attribution || level === allowed ? null : source.topic }
}

function countLowered(
  scope: Scope,
  level: AttributionLevel,
  cappedBy: string | null,
  label: SpeakerLabel | null,
): void {
  const { attribution } = scope.options
  if (attribution === 'none') return
  const isTooFew = label === null || (level === 'region' && label.isGroup)
  if (cappedBy !== null) scope.omissions.add('capped', topicNumber(scope, cappedBy))
  else if (level !== attribution || isTooFew) scope.omissions.add('lowered')
}
