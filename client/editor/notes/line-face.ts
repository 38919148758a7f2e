import type { Node } from '@tiptap/pm/model'
import { parseLevel } from '../../../shared/meeting/attribution.ts'
import { type AttributionLevel, KINDS, type Kind } from '../../../shared/meeting/facts.ts'
import { isGloss } from '../../../shared/text/gloss.ts'
import { sameIntervention } from '../../../shared/text/interventions.ts'
import { attributesOf } from '../binding/block-node.ts'

/** What stands beside a line and before it: who speaks, once for an intervention, and of what kind it is. */
export interface LineFace {
  /** It opens an intervention: its speaker stands beside it. */
  readonly opens: boolean
  /** As the line's `speaker` has it; empty: nobody yet. */
  readonly speaker: string
  readonly kind: Kind | null
  /** It opens what is placed on record: said once for the lines that follow. */
  readonly placed: boolean
  /** It is nobody's words: somebody's translation or explanation of the lines above. */
  readonly gloss: boolean
  /** On a line that opens an intervention: how much may be told of who spoke; null: as much as the topic lets. */
  readonly level: AttributionLevel | null
}

/** The words and times that lines are shown with; the page's, in the reader's language. */
export interface NotesWords {
  /** Who a line's `speaker` names: country and mechanism, for several joined. */
  readonly speaker: (speaker: string) => { readonly name: string; readonly detail: string }
  readonly whoSpeaks: string
  /** Says whose words were joined to another's: "was: Chile". */
  readonly was: (speaker: string) => string
  readonly kind: (kind: Kind) => string
  readonly placed: string
  readonly gloss: string
  /** The language of lines whose words tell none, as BCP 47. */
  readonly lang: string
  /** Says a level; null where it is no less than the topic lets. */
  readonly level: (level: AttributionLevel) => string | null
  /** When the first words of an intervention were typed, by its opening line; null while nobody knows. */
  readonly time: (line: string) => string | null
  /** Direction of the page: a line of the other direction has its kind above it. */
  readonly dir: 'ltr' | 'rtl'
}

/** Gives the face of every line. */
export function facesOf(doc: Node): LineFace[] {
  const faces: LineFace[] = []
  doc.forEach((line, _offset, index) => {
    const attributes = attributesOf(line)
    const above = index === 0 ? null : attributesOf(doc.child(index - 1))
    const { speaker, kind } = attributes
    const opens = above === null || !sameIntervention(above, attributes)
    const isSame = !opens && above?.verbatim === '1' && typeof kind !== 'string'
    faces.push({
      opens,
      speaker: typeof speaker === 'string' ? speaker : '',
      kind: KINDS.find((known) => known === kind) ?? null,
      placed: attributes.verbatim === '1' && !isSame,
      gloss: isGloss(attributes),
      level: opens ? parseLevel(attributes.attribution) : null,
    })
  })
  return faces
}

/** Says what a screen reader hears before a line: "Finland, recommendation". */
export function labelOf({ speaker, kind, placed, gloss }: LineFace, words: NotesWords): string {
  if (gloss) return words.gloss
  const who = speaker === '' ? '' : words.speaker(speaker).name
  const parts = [who, kind === null ? '' : words.kind(kind), placed ? words.placed : '']
  return parts.filter((each) => each !== '').join(', ')
}
