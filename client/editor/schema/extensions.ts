import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Italic } from '@tiptap/extension-italic'
import { Strike } from '@tiptap/extension-strike'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { LINE_NODE } from '../binding/block-node.ts'
import { GROUP_MARK } from '../binding/line-groups.ts'
import { type AtomLabel, AtomNode, type TakesAtom } from './atom-node.ts'
import { LineNode } from './line.ts'
import { LineGroup } from './line-group.ts'
import { LinkMark, UnknownMark } from './marks.ts'

interface SchemaOptions {
  readonly labelOf?: AtomLabel
  readonly takes?: TakesAtom
  /** Lines stand in groups of about so many, each one element of the page: for a text of thousands. Its page draws them. */
  readonly linesInGroup?: number
}

/** What a document of flat text is made of in the editor: lines of text, atoms and marks, nothing nested. */
export function schemaExtensions({
  labelOf = () => null,
  takes = () => false,
  linesInGroup,
}: SchemaOptions = {}): Extensions {
  const FlatDocument = Document.extend({
    content: `${LINE_NODE}+`,
    ...(linesInGroup === undefined ? {} : { marks: GROUP_MARK }),
  })
  return [
    FlatDocument,
    Text,
    LineNode,
    AtomNode.configure({ labelOf, takes, stubs: new Set() }),
    Bold,
    Italic,
    Underline,
    Strike,
    LinkMark,
    UnknownMark,
    ...(linesInGroup === undefined ? [] : [LineGroup.configure({ lines: linesInGroup })]),
  ]
}
