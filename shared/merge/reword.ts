import { type Attributes, sameRecord } from '../text/block.ts'
import type { AuthoredPiece, ItemLine } from './item-lines.ts'
import { likeAbove, type Unit, unitsOf, wordsOf } from './units.ts'
import { diffWords } from './word-diff.ts'

/**
 * Gives lines another wording, one line for each line of `words`: what stays keeps its author, its formats and its
 * atoms; what is new is `author`'s. An atom reads as U+FFFC, as it does in a plan.
 */
export function reword(lines: readonly ItemLine[], words: string, author: string): ItemLine[] {
  const units = unitsOf(lines)
  const before = wordsOf(lines)
  const reworded: Unit[] = []
  let at = 0
  for (const { from, to, insert } of diffWords(before, words)) {
    reworded.push(...units.slice(at, from), ...typed(insert, author))
    at = to
  }
  reworded.push(...units.slice(at))
  return linesOf(reworded, lines[0]?.attributes ?? {})
}

function typed(words: string, author: string): Unit[] {
  return words.split('').flatMap((unit): Unit[] => {
    if (unit === '\n') return [{ begins: null }]
    // Nobody can type an atom: this one was copied from elsewhere in the wording and stands for nothing here.
    return unit === '\uFFFC' ? [] : [{ insert: unit, formats: {}, author }]
  })
}

function linesOf(units: readonly Unit[], first: Attributes): ItemLine[] {
  let line = { attributes: first, pieces: [] as AuthoredPiece[] }
  const lines = [line]
  for (const unit of units) {
    if ('begins' in unit) {
      line = { attributes: unit.begins ?? likeAbove(line.attributes), pieces: [] }
      lines.push(line)
    } else addPiece(line.pieces, unit)
  }
  return lines.filter(({ pieces }) => !pieces.every(({ insert }) => isBlankInsert(insert)))
}

function isBlankInsert(insert: AuthoredPiece['insert']): boolean {
  return typeof insert === 'string' ? insert.trim() === '' : insert.t === 'break'
}

function addPiece(pieces: AuthoredPiece[], next: AuthoredPiece): void {
  const last = pieces.at(-1)
  const goesOn =
    last !== undefined &&
    typeof last.insert === 'string' &&
    typeof next.insert === 'string' &&
    last.author === next.author &&
    sameRecord(last.formats, next.formats)
  if (goesOn) pieces[pieces.length - 1] = { ...last, insert: `${last.insert}${next.insert}` }
  else pieces.push(next)
}
