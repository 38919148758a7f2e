import type { Node, Schema } from '@tiptap/pm/model'
import { Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { type Block, sameRecord } from '../../../shared/text/block.ts'
import { attributesOf, nodeOf, sameLine } from './block-node.ts'
import { offsetOf } from './changed-lines.ts'
import { groupSome } from './line-groups.ts'

/**
 * Makes the editor's document show other blocks, touching only what differs: what stays keeps its very node, so that
 * the page isn't redrawn under a reader's eyes.
 */
export function redraw(transaction: Transaction, schema: Schema, blocks: readonly Block[]): void {
  const before = transaction.doc
  const nodes = reuseNodes(before, schema, blocks)
  const most = Math.min(before.childCount, nodes.length)
  let start = 0
  while (start < most && before.child(start) === nodes[start]) start++
  let end = 0
  while (end < most - start && before.child(before.childCount - 1 - end) === nodes.at(-1 - end)) end++
  const toA = before.childCount - end
  const toB = nodes.length - end
  if (start === toA && start === toB) return
  const from = offsetOf(before, start)
  if (sameLines(before, nodes, start, toA, toB)) {
    let position = from
    for (let index = start; index < toA; index++) {
      redrawLine(transaction, transaction.mapping.map(position), before.child(index), nodes[index] as Node)
      position += before.child(index).nodeSize
    }
  } else transaction.replaceWith(from, offsetOf(before, toA), groupSome(schema, nodes, start, toB))
}

function reuseNodes(before: Node, schema: Schema, blocks: readonly Block[]): Node[] {
  const nodes = blocks.map((block) => nodeOf(schema, block))
  let shift = 0
  for (let index = 0; index < nodes.length; index++) {
    // Lines mostly stay in order: the same place, then what an insert or a removal has shifted.
    for (const candidate of [index + shift, index + shift + 1, index + shift - 1, index]) {
      const old = before.maybeChild(candidate)
      if (old !== null && sameLine(old, nodes[index] as Node)) {
        nodes[index] = old
        shift = candidate - index
        break
      }
    }
  }
  return nodes
}

function sameLines(before: Node, nodes: readonly Node[], from: number, toA: number, toB: number): boolean {
  if (toA !== toB) return false
  for (let index = from; index < toA; index++) {
    if (before.child(index).attrs.id !== nodes[index]?.attrs.id) return false
  }
  return true
}

/** Redraws one line: only the stretch of its text that differs, so that a caret or a composition beside it lives on. */
export function redrawLine(transaction: Transaction, position: number, before: Node, after: Node): void {
  if (before === after) return
  if (!sameRecord(attributesOf(before), attributesOf(after))) {
    transaction.setNodeAttribute(position, 'attributes', attributesOf(after))
  }
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || end === null) return
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const slice = new Slice(after.content.cut(start, end.b + overlap), 0, 0)
  transaction.replace(position + 1 + start, position + 1 + end.a + overlap, slice)
}
