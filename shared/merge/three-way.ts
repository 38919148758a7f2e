import { diffWords, type Replacement } from './word-diff.ts'

/** A stretch on which all agree, or which one side alone has changed. */
export interface MergedPart {
  readonly text: string
  /** Whose words they are: `base` stood before, `both` wrote the same. */
  readonly from: 'base' | 'ours' | 'theirs' | 'both'
}

/** A stretch that both have changed, each in another way: a person decides. */
export interface ConflictPart {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

export type ThreeWayPart = MergedPart | ConflictPart

/** Tells a stretch that a person has to decide about. */
export function isConflict(part: ThreeWayPart): part is ConflictPart {
  return 'ours' in part
}

/**
 * Brings two changed wordings of one text together, word by word (MG1). What one side alone changed is taken; what
 * both changed in the same place is a conflict, and so are changes with no whole word left between them: "five" beside
 * "hundred" is another number. No word of either side is left out, but for those that the other side deleted.
 */
export function threeWay(base: string, ours: string, theirs: string): ThreeWayPart[] {
  const sides = [diffWords(base, ours), diffWords(base, theirs)] as const
  const parts: ThreeWayPart[] = []
  let at = 0
  for (const region of regionsOf(base, sides)) {
    add(parts, { text: base.slice(at, region.from), from: 'base' })
    parts.push(...decide(base, region))
    at = region.to
  }
  add(parts, { text: base.slice(at), from: 'base' })
  return parts
}

/** Gives the words that came of it; null where a person has to decide first. */
export function mergedWords(parts: readonly ThreeWayPart[]): string | null {
  let words = ''
  for (const part of parts) {
    if (isConflict(part)) return null
    words += part.text
  }
  return words
}

/** Puts a side in the place of each conflict, in order. */
export function resolveConflicts(
  parts: readonly ThreeWayPart[],
  sides: readonly ('ours' | 'theirs')[],
): string {
  let conflict = 0
  return parts.map((part) => (isConflict(part) ? part[sides[conflict++] ?? 'ours'] : part.text)).join('')
}

/** A stretch of the base in which one side has changed something, or both. */
interface Region {
  readonly from: number
  readonly to: number
  readonly ours: readonly Replacement[]
  readonly theirs: readonly Replacement[]
}

function regionsOf(
  base: string,
  [ours, theirs]: readonly [readonly Replacement[], readonly Replacement[]],
): Region[] {
  const edits = [
    ...ours.map((edit) => ({ edit, isOurs: true })),
    ...theirs.map((edit) => ({ edit, isOurs: false })),
  ].sort((one, other) => one.edit.from - other.edit.from || one.edit.to - other.edit.to)
  const regions: Region[] = []
  for (const { edit, isOurs } of edits) {
    const last = regions.at(-1)
    const goesOn = last !== undefined && touches(base, last, edit)
    const region = goesOn ? last : { from: edit.from, to: edit.to, ours: [], theirs: [] }
    const grown = {
      from: region.from,
      to: Math.max(region.to, edit.to),
      ours: isOurs ? [...region.ours, edit] : region.ours,
      theirs: isOurs ? region.theirs : [...region.theirs, edit],
    }
    if (goesOn) regions[regions.length - 1] = grown
    else regions.push(grown)
  }
  return regions
}

// Blanks alone between two changes keep nothing apart. Two changes of one side may stand as near as they like: taken
// together they are that side's words.
function touches(base: string, region: Region, edit: Replacement): boolean {
  return edit.from <= region.to || base.slice(region.to, edit.from).trim() === ''
}

function decide(base: string, { from, to, ours, theirs }: Region): ThreeWayPart[] {
  const before = base.slice(from, to)
  const [one, other] = [applied(base, from, to, ours), applied(base, from, to, theirs)]
  if (one === other) return one === '' ? [] : [{ text: one, from: 'both' }]
  if (theirs.length === 0) return one === '' ? [] : [{ text: one, from: 'ours' }]
  if (ours.length === 0) return other === '' ? [] : [{ text: other, from: 'theirs' }]
  return [{ base: before, ours: one, theirs: other }]
}

function applied(base: string, from: number, to: number, edits: readonly Replacement[]): string {
  let words = ''
  let at = from
  for (const edit of edits) {
    words += base.slice(at, edit.from) + edit.insert
    at = edit.to
  }
  return words + base.slice(at, to)
}

function add(parts: ThreeWayPart[], part: MergedPart): void {
  if (part.text !== '') parts.push(part)
}
