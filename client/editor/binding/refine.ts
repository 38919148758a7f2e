import type { Node } from '@tiptap/pm/model'
import { ATOM_NODE } from './block-node.ts'
import type { Change } from './changes.ts'

/**
 * Shrinks changes to what really differs (TX9): the same text at the start and end of a replaced range stays, lines
 * that stand on both sides are matched by id and compared inside. No cut is left inside a surrogate pair.
 */
export function refineChanges(changes: readonly Change[], before: Node, after: Node): Change[] {
  const refined: Change[] = []
  for (const change of changes) {
    if (change.fromA === change.toA || change.fromB === change.toB) refined.push(change)
    else {
      const a = tokensOf(before, change.fromA, change.toA)
      const b = tokensOf(after, change.fromB, change.toB)
      for (const gap of differences(a, b)) {
        refined.push({
          fromA: change.fromA + gap.fromA,
          toA: change.fromA + gap.toA,
          fromB: change.fromB + gap.fromB,
          toB: change.fromB + gap.toB,
        })
      }
    }
  }
  return refined.map((change) => wholePairs(change, before, after))
}

/** One token for each position: a UTF-16 unit, an atom, a line's opening with its id, or a line's close. */
function tokensOf(doc: Node, from: number, to: number): string[] {
  const tokens: string[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isText) {
      const text = node.text ?? ''
      for (let at = Math.max(from, pos); at < Math.min(to, pos + text.length); at++)
        tokens[at - from] = text.charAt(at - pos)
    } else if (node.type.name === ATOM_NODE) tokens[pos - from] = `atom ${JSON.stringify(node.attrs.atom)}`
    else if (node.isTextblock) {
      if (pos >= from) tokens[pos - from] = `open ${node.attrs.id}`
      const close = pos + node.nodeSize - 1
      if (close < to) tokens[close - from] = 'close'
    }
  })
  return tokens
}

function differences(a: readonly string[], b: readonly string[], baseA = 0, baseB = 0): Change[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const middleA = a.slice(start, a.length - end)
  const middleB = b.slice(start, b.length - end)
  if (middleA.length === 0 && middleB.length === 0) return []
  const anchor = middleB.findIndex((token) => token.startsWith('open ') && middleA.includes(token))
  const fromA = baseA + start
  const fromB = baseB + start
  if (anchor < 0) return [{ fromA, toA: fromA + middleA.length, fromB, toB: fromB + middleB.length }]
  const partner = middleA.indexOf(middleB[anchor] as string)
  return [
    ...differences(middleA.slice(0, partner), middleB.slice(0, anchor), fromA, fromB),
    ...differences(middleA.slice(partner), middleB.slice(anchor), fromA + partner, fromB + anchor),
  ]
}

function wholePairs(change: Change, before: Node, after: Node): Change {
  let { fromA, toA, fromB, toB } = change
  if (cutsPair(before, fromA) || cutsPair(after, fromB)) {
    fromA--
    fromB--
  }
  if (cutsPair(before, toA) || cutsPair(after, toB)) {
    toA++
    toB++
  }
  return { fromA, toA, fromB, toB }
}

/** Tells whether a position lies between the two halves of one character outside the basic plane. */
function cutsPair(doc: Node, position: number): boolean {
  if (position < 1 || position >= doc.content.size) return false
  const resolved = doc.resolve(position)
  if (!resolved.parent.isTextblock) return false
  const offset = resolved.parentOffset
  if (offset === 0 || offset === resolved.parent.content.size) return false
  const pair = resolved.parent.textBetween(offset - 1, offset + 1, '', ' ')
  return pair.length === 2 && isHigh(pair.charCodeAt(0)) && isLow(pair.charCodeAt(1))
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
