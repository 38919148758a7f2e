import type { Attributes } from './block.ts'
import { isFootnote } from './footnote.ts'
import { isGloss } from './gloss.ts'

/**
 * Tells whether two lines that follow each other belong to one intervention (format.md): the same speaker, and the
 * second does not open a new one. Lines without speakers, as in the draft, always belong together.
 */
export function sameIntervention(above: Attributes, below: Attributes): boolean {
  return (above.speaker ?? null) === (below.speaker ?? null) && below.lead !== '1'
}

/**
 * Tells whether the words of one line may become the other's where somebody only deletes what is between them (TX14): not
 * across interventions, a gloss stays apart from what was said, and a footnote from the text and from other footnotes.
 */
export function flowsTogether(above: Attributes, below: Attributes): boolean {
  if (isFootnote(above) || isFootnote(below)) return false
  return sameIntervention(above, below) && isGloss(above) === isGloss(below)
}

/** Attributes that a new line takes over from the one Enter was pressed in (format.md). */
const COPIED_BY_ENTER: ReadonlySet<string> = new Set(['type', 'level', 'depth', 'speaker'])

/**
 * Gives the attributes of the line that Enter makes. At the end of a heading comes a paragraph, as writers expect, and
 * after a gloss or a footnote what is said next; `lead`, `kind`, language and marks of record belong to the line they were set on.
 */
export function attributesAfterEnter(attributes: Attributes, atEnd: boolean): Attributes {
  const dropsType = isGloss(attributes) || isFootnote(attributes) || (atEnd && attributes.type === 'heading')
  return Object.fromEntries(
    Object.entries(attributes).filter(([key]) => {
      return COPIED_BY_ENTER.has(key) && !(dropsType && (key === 'type' || key === 'level'))
    }),
  )
}
