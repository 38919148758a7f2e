import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Italic } from '@tiptap/extension-italic'
import { Strike } from '@tiptap/extension-strike'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { LINE_NODE } from '../binding/block-node.ts'
import { type AtomLabel, AtomNode } from './atom-node.ts'
import { LineNode } from './line.ts'
import { LinkMark, UnknownMark } from './marks.ts'

/** What a document of flat text is made of in the editor: lines of text, atoms and marks, nothing nested. */
export function schemaExtensions(labelOf: AtomLabel = () => null): Extensions {
  const FlatDocument = Document.extend({ content: `${LINE_NODE}+` })
  return [
    FlatDocument,
    Text,
    LineNode,
    AtomNode.configure({ labelOf }),
    Bold,
    Italic,
    Underline,
    Strike,
    LinkMark,
    UnknownMark,
  ]
}
