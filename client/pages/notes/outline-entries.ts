import { parseSpeakers } from '../../../shared/meeting/attribution.ts'
import { KINDS, type Kind } from '../../../shared/meeting/facts.ts'
import { isBlank, readInterventions, speakerOf } from '../../../shared/notes/intervention.ts'
import { type Block, blockType } from '../../../shared/text/block.ts'

/** One row of the outline, in the order of the text. */
export type OutlineEntry = OutlineHeading | OutlineIntervention

interface OutlinePlace {
  /** The line that it leads to, and that line's index. */
  readonly line: string
  readonly index: number
  /** Its first words. */
  readonly words: string
}

interface OutlineHeading extends OutlinePlace {
  readonly is: 'heading'
  readonly level: number
}

interface OutlineIntervention extends OutlinePlace {
  readonly is: 'intervention'
  /** The lines' `speaker`; null: nobody yet. */
  readonly speaker: string | null
  /** The line whose hour is that of the first words. */
  readonly opening: string
  /** How many passages of each kind it holds; kinds that it holds none of are left out. */
  readonly kinds: ReadonlyMap<Kind, number>
}

/** A topic's notes as its outline shows them. */
export interface Outline {
  readonly entries: readonly OutlineEntry[]
  readonly interventions: number
  readonly kinds: ReadonlyMap<Kind, number>
  /** Lines with words of which nobody has said who spoke them. */
  readonly silent: readonly string[]
  /** Whoever spoke, one by one: `m:fin`, `chair`, `guest:…`. */
  readonly speakers: readonly string[]
}

/** What of an outline is shown; null: all. */
export interface OutlineFilter {
  readonly kind: Kind | null
  readonly speaker: string | null
}

/** As much of a line as tells which it is. */
const WORDS_LENGTH = 120

/** Reads the outline of a topic's notes: headings, and interventions that have words. */
export function readOutline(blocks: readonly Block[]): Outline {
  const indexes = new Map(blocks.map((block, index) => [block.id, index]))
  const entries: OutlineEntry[] = []
  const kinds = new Map<Kind, number>()
  const silent: string[] = []
  const speakers = new Set<string>()
  let interventions = 0
  for (const { id, speaker, lines } of readInterventions(blocks)) {
    const said = lines.filter((line) => !isBlank(line))
    const first = said.find((line) => !isHeading(line))
    if (first !== undefined) {
      interventions++
      for (const each of speakersOf(speaker)) speakers.add(each)
    }
    for (const line of said) {
      const place = { line: line.id, index: indexes.get(line.id) ?? 0, words: firstWords(line) }
      if (isHeading(line)) entries.push({ is: 'heading', level: levelOf(line), ...place })
      else if (line === first)
        entries.push({ is: 'intervention', speaker, opening: id, kinds: countKinds(lines), ...place })
      if (speakerOf(line) === null) silent.push(line.id)
    }
    for (const [kind, count] of countKinds(lines)) kinds.set(kind, (kinds.get(kind) ?? 0) + count)
  }
  return { entries, interventions, kinds, silent, speakers: [...speakers] }
}

/** Leaves out what a filter does not ask for; headings stay only where nothing is filtered. */
export function filterOutline(
  entries: readonly OutlineEntry[],
  filter: OutlineFilter,
): readonly OutlineEntry[] {
  const { kind, speaker } = filter
  if (kind === null && speaker === null) return entries
  return entries.filter(
    (entry) =>
      entry.is === 'intervention' &&
      (kind === null || entry.kinds.has(kind)) &&
      (speaker === null || speakersOf(entry.speaker).includes(speaker)),
  )
}

/** Finds the entry that a line belongs to: the last one that begins at it or before. Null: the line is before all. */
export function entryAt(entries: readonly OutlineEntry[], index: number): OutlineEntry | null {
  let from = 0
  let to = entries.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((entries[middle]?.index ?? 0) <= index) from = middle + 1
    else to = middle
  }
  return entries[from - 1] ?? null
}

/** Gives each of those who spoke together as a `speaker` of one. */
function speakersOf(speaker: string | null): string[] {
  if (speaker === null) return []
  return parseSpeakers(speaker).map((each) => (each.kind === 'mechanism' ? `m:${each.id}` : speaker))
}

function countKinds(lines: readonly Block[]): ReadonlyMap<Kind, number> {
  const counts = new Map<Kind, number>()
  for (const { attributes } of lines) {
    const kind = KINDS.find((known) => known === attributes.kind)
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

function isHeading({ attributes }: Block): boolean {
  return blockType(attributes) === 'heading'
}

function levelOf({ attributes }: Block): number {
  return Math.min(3, Math.max(1, Number(attributes.level) || 1))
}

/** What an atom says stands with the words; what is withheld says nothing. */
function firstWords(line: Block): string {
  const text = line.inlines
    .map((inline) =>
      'text' in inline ? inline.text : typeof inline.atom.label === 'string' ? inline.atom.label : ' ',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= WORDS_LENGTH) return text
  const space = text.lastIndexOf(' ', WORDS_LENGTH)
  return `${text.slice(0, space > 0 ? space : WORDS_LENGTH)}…`
}
