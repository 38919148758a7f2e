import { type AttributionLevel, KINDS, type Kind } from '../meeting/facts.ts'
import { type Block, blockText } from '../text/block.ts'
import { isGloss } from '../text/gloss.ts'
import { textHash } from '../text/text-hash.ts'
import { isWithheld } from '../withheld/withheld-fact.ts'
import { type Intervention, isBlank, readInterventions } from './intervention.ts'

/** A line with a `kind` and the kindless lines after it in the same intervention (format.md). */
export type Passage = Pick<ReadPassage, keyof ReadPassage>

/** Gives the passages of a topic's notes in reading order. Lines before the first `kind` of an intervention are in none. */
export function readPassages(topic: string, blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = []
  for (const intervention of readInterventions(blocks)) {
    for (const part of cutAtKinds(intervention.lines)) {
      const [first] = part
      const kind = KINDS.find((known) => known === first?.attributes.kind)
      // A kind of a later format: it is no passage that this build could name, and belongs to none before it either.
      if (first === undefined || kind === undefined) continue
      passages.push(new ReadPassage(topic, intervention, kind, first, part))
    }
  }
  return passages
}

/** Hashes its words when somebody asks for it: that is most of the work here, and most passages are never asked. */
class ReadPassage {
  readonly topic: string
  /** The id of its first block. */
  readonly id: string
  /** The id of the intervention that it is part of. */
  readonly lead: string
  readonly kind: Kind
  /** The lines' `speaker`; null: nobody yet. */
  readonly speaker: string | null
  /** The intervention's own level; null: the topic's cap. */
  readonly attribution: AttributionLevel | null
  /** BCP 47, as the passage's first line says it; null: the meeting's. */
  readonly lang: string | null
  /** One line of text for each line that has any; an atom reads as U+FFFC. Empty: nothing was said yet. */
  readonly words: string
  /** Some of its words are kept for the drafting group: it goes into no plan. */
  readonly isWithheld: boolean
  readonly blocks: readonly Block[]
  readonly #spoken: readonly Block[]
  #hash: string | null = null

  constructor(topic: string, said: Intervention, kind: Kind, first: Block, blocks: readonly Block[]) {
    this.topic = topic
    this.id = first.id
    this.lead = said.id
    this.kind = kind
    this.speaker = said.speaker
    this.attribution = said.attribution
    this.lang = typeof first.attributes.lang === 'string' ? first.attributes.lang : null
    this.#spoken = blocks.filter((line) => !isGloss(line.attributes) && !isBlank(line))
    this.words = this.#spoken.map(blockText).join('\n')
    this.isWithheld = blocks.some(holdsWithheld)
    this.blocks = blocks
  }

  /** Tells these words from any others: atoms count with what they say, formats and blank lines don't. */
  get hash(): string {
    this.#hash ??= wordsHash(this.#spoken)
    return this.#hash
  }
}

function holdsWithheld({ inlines }: Block): boolean {
  return inlines.some((inline) => 'atom' in inline && isWithheld(inline.atom))
}

function cutAtKinds(lines: readonly Block[]): Block[][] {
  const parts: Block[][] = []
  for (const line of lines) {
    const { kind } = line.attributes
    if (typeof kind === 'string' && kind !== '') parts.push([line])
    else parts.at(-1)?.push(line)
  }
  return parts
}

/**
 * Tells the words of lines from any others: atoms count with what they say, formats don't. Atoms are written out, since
 * a mention that names somebody else is another wording; U+FFFC, as which they read, opens each, so that no typed text
 * says the same.
 */
export function wordsHash(lines: readonly Block[]): string {
  const written = lines.map(({ inlines }) =>
    inlines
      .map((inline) => ('text' in inline ? inline.text : `\uFFFC${JSON.stringify(inline.atom)}`))
      .join(''),
  )
  return textHash(written.join('\n'))
}
