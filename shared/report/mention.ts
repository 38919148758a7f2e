import { lowerLevel, type Speaker } from '../meeting/attribution.ts'
import type { AttributionLevel } from '../meeting/facts.ts'
import { speakerLabel } from '../names/attribution-label.ts'
import { nameWords } from '../names/name-words.ts'
import type { Atom } from '../text/atom.ts'
import { cleanLine } from './clean-text.ts'
import { type Proposer, speakerKey } from './proposers.ts'
import type { ReportItem } from './report-input.ts'
import type { Scope } from './scope.ts'

/**
 * Gives the words for a mention of a member or a mechanism: by the facts, never by the label that stands in the text,
 * and no closer than the export, the cap of the section's topic and, for who proposes the item, its proposers (EX1).
 */
export function mentionText(
  scope: Scope,
  item: ReportItem,
  proposers: ReadonlyMap<string, Proposer>,
  atom: Atom,
): string {
  const id = String(atom.id)
  const level = mentionLevel(scope, item)
  const text =
    atom.of === 'member'
      ? memberText(scope, proposers, level, id)
      : speakerText(scope, proposers, level, { kind: 'mechanism', id })
  return cleanLine(text ?? nameWords[scope.options.language].participant)
}

function mentionLevel({ options, topics }: Scope, { section }: ReportItem): AttributionLevel {
  const cap = topics.get(section)?.cap
  return cap === undefined ? options.attribution : lowerLevel(options.attribution, cap)
}

function memberText(
  scope: Scope,
  proposers: ReadonlyMap<string, Proposer>,
  level: AttributionLevel,
  id: string,
): string | null {
  const member = scope.input.members.get(id)
  if (member === undefined) return null
  if (member.mechanism !== null) {
    const speaker: Speaker = { kind: 'mechanism', id: member.mechanism }
    if (levelWithin(proposers, level, speaker) !== 'named') {
      return speakerText(scope, proposers, level, speaker)
    }
  }
  if (level === 'named') return member.name
  return member.role === 'chair' ? speakerText(scope, proposers, level, { kind: 'chair' }) : null
}

function speakerText(
  scope: Scope,
  proposers: ReadonlyMap<string, Proposer>,
  level: AttributionLevel,
  speaker: Speaker,
): string | null {
  const label = speakerLabel(speaker, levelWithin(proposers, level, speaker), scope.naming)
  // One is spoken of here, so "several participants" would be wrong.
  return label === null || label.isGroup ? null : label.text
}

function levelWithin(
  proposers: ReadonlyMap<string, Proposer>,
  level: AttributionLevel,
  speaker: Speaker,
): AttributionLevel {
  const own = proposers.get(speakerKey(speaker))?.level
  return own === undefined ? level : lowerLevel(level, own)
}
