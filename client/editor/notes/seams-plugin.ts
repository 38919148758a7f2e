import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { TextBinding } from '../binding/text-binding.ts'
import type { NotesWords } from './line-face.ts'

/** Marks where words of another speaker were joined to a line on purpose (TX14): Enter there takes them apart again. */
export function seamsPlugin(binding: TextBinding, words: () => NotesWords): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }: EditorState) => {
        if (doc !== binding.doc || binding.blocks.every(({ seams }) => seams.length === 0)) return null
        const marks: Decoration[] = []
        doc.forEach((_line, position, index) => {
          const block = binding.blocks[index]
          for (const { offset, marker } of block?.seams ?? []) {
            const { speaker } = binding.attributesOfMarker(marker)
            if (speaker === block?.attributes.speaker) continue
            const said = words().was(typeof speaker === 'string' ? speaker : '')
            const place = position + 1 + offset
            marks.push(Decoration.widget(place, () => seamElement(said), { key: `seam ${said}`, side: -1 }))
          }
        })
        return DecorationSet.create(doc, marks)
      },
    },
  })
}

function seamElement(said: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'note-seam'
  element.contentEditable = 'false'
  element.textContent = said
  return element
}
