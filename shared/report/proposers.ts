import { lowerLevel, parseLevel, parseSpeakers, type Speaker } from '../meeting/attribution.ts'
import type { AttributionLevel, SourceFact } from '../meeting/facts.ts'
import { type SpeakerLabel, sortLabels, speakerLabel } from '../names/attribution-label.ts'
import { cleanLine } from './clean-text.ts'
import type { Direction } from './report.ts'
import { reportWords } from './report-words.ts'
import { capOf, type Scope, topicNumber } from './scope.ts'
import { directionOfLanguage, markBeside } from './text-direction.ts'

/** Who stands behind an item, and how much may be told of them (EX1). */
export interface Proposer {
  readonly speaker: Speaker
  readonly level: AttributionLevel
  /** The topic whose cap lowered it; null where none did. */
  readonly cappedBy: string | null
}

/**
 * Gives the proposers of an item by name. Each is told at the least of: the export's level, what the intervention
 * allows, the topic's cap. Who stands behind an item twice is told at the lesser level of both: the words of the more
 * guarded intervention are in the item too.
 */
export function proposersOf(scope: Scope, item: string): ReadonlyMap<string, Proposer> {
  const proposers = new Map<string, Proposer>()
  for (const source of scope.input.provenance.get(item)?.sources ?? []) {
    const { level, cappedBy } = sourceLevel(scope, source)
    for (const speaker of parseSpeakers(source.speaker)) {
      const key = speakerKey(speaker)
      const known = proposers.get(key)
      const isLess = known === undefined || lowerLevel(known.level, level) !== known.level
      if (isLess) proposers.set(key, { speaker, level, cappedBy })
    }
  }
  return proposers
}

/** Names a speaker within one item. */
export function speakerKey(speaker: Speaker): string {
  if (speaker.kind === 'mechanism') return `m:${speaker.id}`
  return speaker.kind === 'chair' ? 'chair' : `guest:${speaker.name}`
}

/** Gives what the item says of its proposers, in order, each once; counts those of whom it says less (EX4). */
export function proposerLabels(scope: Scope, proposers: Iterable<Proposer>): string[] {
  const labels: SpeakerLabel[] = []
  for (const { speaker, level, cappedBy } of proposers) {
    const label = speakerLabel(speaker, level, scope.naming)
    if (label !== null) labels.push({ ...label, text: cleanLine(label.text) })
    countLowered(scope, level, cappedBy, label)
  }
  return sortLabels(labels, scope.options.language).filter((label) => label !== '')
}

/**
 * Gives the labels as the Universal Periodic Review writes them: `(Belgium); (Finland)`. In a line of the other
 * direction marks keep each label a unit of its own.
 */
export function creditText(scope: Scope, labels: readonly string[], line: Direction): string {
  const { language } = scope.options
  const { semicolon } = reportWords[language]
  const mark = markBeside(directionOfLanguage(language), line)
  return labels.map((label) => `(${label})${mark}`).join(`${semicolon}${mark}`)
}

function sourceLevel(scope: Scope, source: SourceFact): { level: AttributionLevel; cappedBy: string | null } {
  // What can't be read allows nothing.
  const allowed = lowerLevel(scope.options.attribution, parseLevel(source.attribution) ?? 'none')
  const level = lowerLevel(allowed, capOf(scope, source.topic))
  return { level, cappedBy: level === scope.options.attribution || level === allowed ? null : source.topic }
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
