import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { NameLanguage } from '../../../shared/names/name-language.ts'
import { ListPlaces } from '../../../shared/report/list-places.ts'
import { type Attributes, blockType } from '../../../shared/text/block.ts'
import { attributesOf } from '../../editor/binding/block-node.ts'

/** What stands before a line: `(a)`, `i.`, a dot; and how far in. */
export interface LineLabel {
  readonly text: string
  readonly level: number
}

/** Numbers the lines of one item as the document's language does, the same as in every export (EX3). */
export function lineLabels(lines: readonly Attributes[], language: NameLanguage): (LineLabel | null)[] {
  if (lines.every((line) => !IN_LISTS.has(blockType(line)))) return lines.map(() => null)
  const places = new ListPlaces(language)
  return lines.map((line) => {
    const place = places.next(line)
    return place === null ? null : { text: place.text, level: place.level }
  })
}

/** Shows the labels in an editor. They are not part of the text. */
export function lineLabelsExtension(language: NameLanguage): Extension {
  return Extension.create({
    name: 'lineLabels',
    addProseMirrorPlugins: () => [
      new Plugin({ props: { decorations: (state) => labelDecorations(state.doc, language) } }),
    ],
  })
}

const IN_LISTS: ReadonlySet<string> = new Set(['bullet', 'ordered', 'subparagraph'])

function labelDecorations(doc: Node, language: NameLanguage): DecorationSet | null {
  const labels = lineLabels(doc.children.map(attributesOf), language)
  if (labels.every((label) => label === null)) return null
  const decorations: Decoration[] = []
  doc.forEach((line, offset, index) => {
    const label = labels[index]
    if (label == null) return
    const attributes = { 'data-label': label.text, 'data-level': String(label.level) }
    decorations.push(Decoration.node(offset, offset + line.nodeSize, attributes))
  })
  return DecorationSet.create(doc, decorations)
}
