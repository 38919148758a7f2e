import type { StatementBlock } from '../../shared/statements/statement.ts'
import { dropStart, plainText } from './statement-runs.ts'

/**
 * A number that somebody typed at a paragraph's start: `4.`, `4)`, `2.1`, `(b)`, `b)`. One letter with a full stop is
 * none, for it may be a name's.
 */
const TYPED =
  /^(\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){0,3}[.)]|\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){1,3}|\(?\p{L}{1,4}\))[^\S\n]+(?=\S)/u

/** Tells a typed number from the words of its paragraph, so that it is handled like one that Word has counted. */
export function withTypedNumber(block: StatementBlock): StatementBlock {
  if (block.number !== undefined || block.type === 'bullet') return block
  const found = TYPED.exec(plainText(block.runs))
  if (found?.[1] === undefined) return block
  return { ...block, number: found[1], runs: dropStart(block.runs, found[0].length) }
}
