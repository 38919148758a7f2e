import { type Attributes, blockType } from './block.ts'

/** Tells whether a line is a footnote (format.md): its words belong to the mark that it names, not to the lines around. */
export function isFootnote(attributes: Attributes): boolean {
  return blockType(attributes) === 'footnote'
}
