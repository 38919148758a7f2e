import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import type { Attributes, Block, Inline } from '../../../shared/text/block.ts'
import { sameRecord } from '../../../shared/text/block.ts'
import { marksOf } from './formats.ts'
import { groupAll } from './line-groups.ts'

/** The node type that shows a block, whatever the block's type: a type this client doesn't know needs no other. */
export const LINE_NODE = 'line'

/** The node type that shows any inline atom. */
export const ATOM_NODE = 'atom'

/** Gives the editor's node for a block. */
export function nodeOf(schema: Schema, block: Block): Node {
  return lineType(schema).create(
    { id: block.id, attributes: block.attributes },
    contentOf(schema, block.inlines),
  )
}

/** Gives the editor's document for blocks, in groups where the schema has them. */
export function docOf(schema: Schema, blocks: readonly Block[]): Node {
  return schema.topNodeType.create(
    null,
    groupAll(
      schema,
      blocks.map((block) => nodeOf(schema, block)),
    ),
  )
}

/** Gives a line's attributes as its marker has them. */
export function attributesOf(node: Node): Attributes {
  return node.attrs.attributes as Attributes
}

/** Tells whether two attribute sets of lines say the same. */
export function sameLine(a: Node, b: Node): boolean {
  return (
    a === b ||
    (a.attrs.id === b.attrs.id && sameRecord(attributesOf(a), attributesOf(b)) && a.content.eq(b.content))
  )
}

function contentOf(schema: Schema, inlines: readonly Inline[]): Fragment {
  const nodes: Node[] = []
  for (const inline of inlines) {
    const marks = marksOf(schema, inline.formats)
    if ('text' in inline) nodes.push(schema.text(inline.text, marks))
    else
      nodes.push(
        (schema.nodes[ATOM_NODE] as Schema['nodes'][string]).create({ atom: inline.atom }, null, marks),
      )
  }
  return Fragment.fromArray(nodes)
}

function lineType(schema: Schema): Schema['nodes'][string] {
  const type = schema.nodes[LINE_NODE]
  if (type === undefined) throw new Error(`The schema lacks the node type "${LINE_NODE}".`)
  return type
}
