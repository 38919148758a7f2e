import { lowerLevel, parseSpeakers } from '../../../shared/meeting/attribution.ts'
import type { AttributionLevel } from '../../../shared/meeting/facts.ts'
import { attributionLabel, type Naming, speakerLabel } from '../../../shared/names/attribution-label.ts'
import { nameWords } from '../../../shared/names/name-words.ts'
import { readInterventions } from '../../../shared/notes/intervention.ts'
import type { Atom } from '../../../shared/text/atom.ts'
import type { NotesDesk } from './notes-desk.ts'
import type { Printed } from './print-sheet.ts'

/** Says who spoke as paper may: no closer than the intervention and its topic let (EX1). */
export function printedInterventions(
  desk: NotesDesk,
  cap: AttributionLevel,
  naming: Naming,
  noSpeaker: string,
): Printed['interventions'] {
  return readInterventions(desk.blocks).map(({ id, speaker, attribution, lines }) => {
    const level = lowerLevel(attribution ?? cap, cap)
    const first = desk.times.first(id)
    const time = first === null ? null : desk.words.formatTime(first)
    return {
      lines: lines.map((line) => line.id),
      speaker: { ...nameOf(desk, speaker, level, naming, noSpeaker), time },
    }
  })
}

function nameOf(
  desk: NotesDesk,
  speaker: string | null,
  level: AttributionLevel,
  naming: Naming,
  noSpeaker: string,
): { name: string; detail: string } {
  if (speaker === null) return { name: noSpeaker, detail: '' }
  if (level === 'named') return desk.words.words.speaker(speaker)
  return { name: attributionLabel(parseSpeakers(speaker), level, naming) ?? '', detail: '' }
}

/** Says a mention as paper may, by the facts; null: its own label may stand. */
export function printedMention(atom: Atom, cap: AttributionLevel, naming: Naming): string | null {
  const isMechanism = atom.of === 'mechanism'
  if (cap === 'named' || (cap === 'country' && isMechanism)) return null
  const label = isMechanism ? speakerLabel({ kind: 'mechanism', id: String(atom.id) }, cap, naming) : null
  return label?.text ?? nameWords[naming.language].participant
}
