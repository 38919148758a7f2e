import { type Attributes, sameRecord } from '../text/block.ts'
import type { AuthoredPiece, ItemLine } from './item-lines.ts'
import { diffWords } from './word-diff.ts'

/**
 * Gives lines another wording, one line for each line of `words`: what stays keeps its author, its formats and its
 * atoms; what is new is `author`'s. An atom reads as U+FFFC, as it does in a plan.
 */
export function reword(lines: readonly ItemLine[], words: string, author: string): ItemLine[] {
  const units = unitsOf(lines)
  const before = units.map(textOf).join('')
  const reworded: Unit[] = []
  let at = 0
  for (const { from, to, insert } of diffWords(before, words)) {
    reworded.push(...units.slice(at, from), ...typed(insert, author))
    at = to
  }
  reworded.push(...units.slice(at))
  return linesOf(reworded, lines[0]?.attributes ?? {})
}

/** One UTF-16 unit, one atom, or where the next line begins: with what it says of itself, or (null) as the one above. */
type Unit = AuthoredPiece | { readonly begins: Attributes | null }

function unitsOf(lines: readonly ItemLine[]): Unit[] {
  return lines.flatMap((line, index) => {
    const units = line.pieces.flatMap((piece): Unit[] => {
      const { insert } = piece
      return typeof insert === 'string'
        ? insert.split('').map((unit) => ({ ...piece, insert: unit }))
        : [piece]
    })
    return index === 0 ? units : [{ begins: line.attributes }, ...units]
  })
}

/** Reads a unit as a plan's words have it, always one UTF-16 unit. */
function textOf(unit: Unit): string {
  if ('begins' in unit) return '\n'
  if (typeof unit.insert === 'string') return unit.insert
  return unit.insert.t === 'break' ? '\n' : '\uFFFC'
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
      line = { attributes: unit.begins ?? line.attributes, pieces: [] }
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
