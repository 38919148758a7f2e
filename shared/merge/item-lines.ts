import { isBlank } from '../notes/intervention.ts'
import type { Atom } from '../text/atom.ts'
import { authoredSpans } from '../text/authorship.ts'
import type { Attributes, Block, Formats } from '../text/block.ts'
import { isGloss } from '../text/gloss.ts'
import type { MoveMap } from '../text/moves.ts'
import { cutInlines } from '../text/spans.ts'

/** A piece of an item's text as it is to be written, and whose it is. */
export interface AuthoredPiece {
  readonly insert: string | Atom
  readonly formats: Formats
  /** Who typed it; null: the server. */
  readonly author: string | null
}

/** One line of an item as it is to be written. */
export interface ItemLine {
  readonly attributes: Attributes
  readonly pieces: readonly AuthoredPiece[]
}

/** Who typed what in the notes of one topic. */
export interface NotesAuthorship {
  readonly memberOf: (client: number) => string | null
  readonly moves: MoveMap
}

const NOTES_ONLY: ReadonlySet<string> = new Set(['speaker', 'lead', 'kind', 'attribution', 'verbatim'])

/**
 * Gives the lines of an item that takes lines of the notes as they stand: every word, atom and format, and who typed
 * it. Blank lines and glosses are left out.
 */
export function itemLines(blocks: readonly Block[], authorship: NotesAuthorship): ItemLine[] {
  const spoken = blocks.filter((block) => !isBlank(block) && !isGloss(block.attributes))
  return authoredLines(spoken, authorship).map(({ attributes, pieces }) => {
    return { attributes: draftAttributes(attributes), pieces }
  })
}

/** Gives lines as they stand, each word, atom and format with who typed it. */
export function authoredLines(blocks: readonly Block[], { memberOf, moves }: NotesAuthorship): ItemLine[] {
  return blocks.map((block) => {
    const pieces = authoredSpans(block, memberOf, moves).flatMap(({ from, to, typedBy }) =>
      cutInlines(block.inlines, from, to).map((inline) => {
        const insert = 'text' in inline ? inline.text : inline.atom
        return { insert, formats: inline.formats, author: typedBy }
      }),
    )
    return { attributes: block.attributes, pieces }
  })
}

/** What is unknown stays (TX6). A heading of the draft is an item of its own, so that a line of one is a paragraph. */
function draftAttributes(attributes: Attributes): Attributes {
  const kept = Object.entries(attributes).filter(([key]) => !NOTES_ONLY.has(key))
  if (attributes.type !== 'heading') return Object.fromEntries(kept)
  return Object.fromEntries(kept.filter(([key]) => key !== 'type' && key !== 'level'))
}
