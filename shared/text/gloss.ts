import { type Attributes, blockType } from './block.ts'

/**
 * Tells whether a line is a gloss (format.md): somebody's translation or explanation of the lines above it. It is none of
 * the words of whoever spoke.
 */
export function isGloss(attributes: Attributes): boolean {
  return blockType(attributes) === 'gloss'
}
