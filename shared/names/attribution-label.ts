import type { Speaker } from '../meeting/attribution.ts'
import type { AttributionLevel, MechanismFact } from '../meeting/facts.ts'
import { collator, countryOf } from './country-name.ts'
import { fold } from './fold.ts'
import type { NameLanguage } from './name-language.ts'
import { nameWords } from './name-words.ts'
import { regionName } from './region-name.ts'

/** What the label of a speaker depends on beside the level. */
export interface Naming {
  /** All mechanisms of the meeting: how many share a label decides whether it may be said. */
  readonly mechanisms: ReadonlyMap<string, MechanismFact>
  /** k: fewer than this under one label, and the next level is taken. */
  readonly smallestGroup: number
  readonly language: NameLanguage
}

/** What is said of a speaker. `isGroup`: words that stand for anybody who took part. */
export interface SpeakerLabel {
  readonly text: string
  readonly isGroup: boolean
}

/**
 * Gives what may be said of one speaker at a level: mechanism → country → region → "several participants" → null,
 * nothing. Where a level has nothing to say, or says it of fewer than k mechanisms, the next one is taken. A chair is
 * known by the office, a guest by the name alone: both are participants from the region on, a guest from the country on.
 */
export function speakerLabel(speaker: Speaker, level: AttributionLevel, naming: Naming): SpeakerLabel | null {
  if (level === 'none') return null
  const text = ownLabel(speaker, level, naming)
  return text === null ? groupLabel(naming) : { text, isGroup: false }
}

/** Gives what may be said of all who spoke together, in a row: each label once, alphabetically, "several participants" last. */
export function attributionLabel(
  speakers: readonly Speaker[],
  level: AttributionLevel,
  naming: Naming,
): string | null {
  const labels = sortLabels(
    speakers.flatMap((speaker) => speakerLabel(speaker, level, naming) ?? []),
    naming.language,
  )
  return labels.length === 0 ? null : labels.join(nameWords[naming.language].comma)
}

/** Gives labels as a document lists them: each once, alphabetically in its language, "several participants" last. */
export function sortLabels(labels: readonly SpeakerLabel[], language: NameLanguage): string[] {
  const { compare } = collator(language)
  const groups = labels.filter(({ isGroup }) => isGroup).map(({ text }) => text)
  const names = labels.filter(({ isGroup }) => !isGroup).map(({ text }) => text)
  // Two names that a language counts as equal still have one order.
  names.sort((one, other) => compare(one, other) || (one < other ? -1 : 1))
  return [...new Set([...names, ...groups])]
}

function ownLabel(speaker: Speaker, level: AttributionLevel, naming: Naming): string | null {
  switch (speaker.kind) {
    case 'mechanism': {
      const mechanism = naming.mechanisms.get(speaker.id)
      return mechanism === undefined ? null : mechanismLabel(mechanism, level, naming)
    }
    case 'chair':
      return level === 'named' || level === 'country' ? nameWords[naming.language].chair : null
    case 'guest':
      return level === 'named' ? speaker.name.trim() || null : null
  }
}

function mechanismLabel(mechanism: MechanismFact, level: AttributionLevel, naming: Naming): string | null {
  const { language } = naming
  const country = countryOf(mechanism, language)
  if (level === 'named') {
    return country === null ? mechanism.name : `${country}${nameWords[language].comma}${mechanism.name}`
  }
  if (level === 'country' && country !== null) return country
  return level === 'participants' ? null : regionLabel(mechanism, naming)
}

function regionLabel({ region }: MechanismFact, naming: Naming): string | null {
  const wanted = fold(regionName(region, 'en'))
  if (wanted === '') return null
  const sharing = [...naming.mechanisms.values()].filter(
    (other) => fold(regionName(other.region, 'en')) === wanted,
  )
  return sharing.length < naming.smallestGroup ? null : regionName(region, naming.language)
}

// "Several participants" is a label too: of a meeting of two it tells who spoke.
function groupLabel({ mechanisms, smallestGroup, language }: Naming): SpeakerLabel | null {
  if (mechanisms.size < smallestGroup) return null
  return { text: nameWords[language].severalParticipants, isGroup: true }
}
