/** A stretch of the text before that is replaced; everything between two of them stays. Offsets in UTF-16 units. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly insert: string
}

// A word, a run of blanks within a line, or any other single character. Chinese has no blanks: each character counts.
const WORD = /\p{Script=Han}|[\p{L}\p{M}\p{N}'’-]+|[^\S\n]+|./gsu

const BLANKS = /^[^\S\n]+$/

/** Past so many comparisons (two texts of 700 changed words each) the whole changed middle counts as one change. */
const MAX_COMPARISONS = 500_000

/** Gives what turns one text into another, word by word: as few words as possible are replaced, in order, and no
 * blank between two of them is kept. */
export function diffWords(before: string, after: string): Replacement[] {
  const a = before.match(WORD) ?? []
  const b = after.match(WORD) ?? []
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const changedA = a.slice(start, a.length - end)
  const changedB = b.slice(start, b.length - end)
  return withoutLoneBlanks(before, replacements(changedA, changedB, a.slice(0, start).join('').length))
}

// A blank that stands between two changed words is the same by chance: kept, it would join words of two minds.
function withoutLoneBlanks(before: string, edits: readonly Replacement[]): Replacement[] {
  const joined: Replacement[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    const between = last === undefined ? '' : before.slice(last.to, edit.from)
    if (last !== undefined && BLANKS.test(between))
      joined[joined.length - 1] = {
        from: last.from,
        to: edit.to,
        insert: last.insert + between + edit.insert,
      }
    else joined.push(edit)
  }
  return joined
}

function replacements(a: readonly string[], b: readonly string[], offset: number): Replacement[] {
  const found: Replacement[] = []
  let at = offset
  let open: Replacement | null = null
  const change = (dropped: string, insert: string): void => {
    open = { from: open?.from ?? at, to: at + dropped.length, insert: (open?.insert ?? '') + insert }
    at += dropped.length
  }
  const close = (): void => {
    if (open !== null) found.push(open)
    open = null
  }
  const same = longestCommon(a, b)
  let [inA, inB] = [0, 0]
  for (const [nextA, nextB] of [...same, [a.length, b.length] as const]) {
    const dropped = a.slice(inA, nextA).join('')
    const inserted = b.slice(inB, nextB).join('')
    if (dropped !== '' || inserted !== '') change(dropped, inserted)
    if (nextA < a.length) {
      close()
      at += (a[nextA] as string).length
    }
    ;[inA, inB] = [nextA + 1, nextB + 1]
  }
  close()
  return found
}

/** Gives the places, in both lists, of a longest common subsequence; a word counts for more than a blank. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > MAX_COMPARISONS) return []
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] as number
  for (let i = a.length - 1; i >= 0; i--) {
    const weight = BLANKS.test(a[i] as string) ? 1 : 2
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + weight : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
