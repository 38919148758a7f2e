import { type AnyExtension, Editor } from '@tiptap/core'
import { nanoid } from 'nanoid'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { bindingOf, flatTextExtension } from '../../editor/binding/flat-text-extension.ts'
import { labelOfAtom } from '../../editor/draft/atom-faces.ts'
import { stackNames } from '../../editor/notes/margin-names.ts'
import { schemaExtensions } from '../../editor/schema/extensions.ts'
import { itemDeskOf } from './active-text.ts'
import { useDraft } from './draft-context.ts'
import type { DraftDesk } from './draft-desk.ts'
import { threadAtCaret } from './draft-passages.ts'
import { type ItemKeys, itemKeysExtension } from './item-keys.ts'
import { itemMannersExtension } from './item-manners.ts'
import { itemMarks } from './item-marks.ts'
import { lineLabelsExtension } from './line-labels.ts'

interface ItemEditorProps {
  item: string
  type: DraftItem['type']
  text: Y.Text
  /** Names the text for screen readers. */
  label: string
}

/** An item's text under a caret: one editor of many, all of which share one undo (DR3). */
export function ItemEditor({ item, type, text, label }: ItemEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const { desk, acts, comments, language } = useDraft()
  const editor = useRef<Editor | null>(null)
  const isHeading = useIsHeading(type)
  const name = useName(editor, label)

  // Before the page is painted: what was shown to read is replaced by what can be edited, line for line.
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    const keys: ItemKeys = {
      leave: (step, x) => acts.leave(item, step, x),
      newItem: () => acts.newAfter(item),
      moveItem: (step) => acts.moveStep(item, step),
      letGo: () => acts.focusItem(item),
      showThread: (view) => {
        const thread = threadAtCaret(view.state, desk.passages, item)
        if (thread !== null) comments.show(item, thread, true)
        return thread !== null
      },
      undo: (kind) => desk.editors.undo(kind),
    }
    const made = new Editor({
      element,
      injectCSS: false,
      editorProps: { attributes: attributesOf(name.current) },
      // Tiptap's own have no undo of their own here: `item-manners.ts`.
      enableInputRules: false,
      extensions: [
        ...itemSchema(desk),
        flatTextExtension({ text, undo: desk.undo, newId: nanoid, carets: desk.carets.sourceOf(item) }),
        itemKeysExtension(keys),
        ...itemMarks({ desk, item, isHeading, go: (other) => acts.focusItem(other) }),
        itemMannersExtension({
          undo: desk.undo,
          comments: desk.passages.marksOf(item),
          words: () => desk.manners,
          hasBlocks: () => !isHeading(),
        }),
        lineLabelsExtension(language),
      ],
    })
    const own = itemDeskOf(item, made, desk.undo)
    const tell = (): void => {
      const binding = bindingOf(made)
      if (made.view.hasFocus() && made.state.doc === binding.doc)
        desk.carets.tell(item, binding.holdSelection(made.state))
    }
    made.on('transaction', tell)
    made.on('focus', () => {
      desk.editors.entered(item)
      desk.active.set(own)
      acts.select(item)
      tell()
    })
    const stopStacking = desk.carets.sourceOf(item).subscribe(() => stackNames(made.view.dom))
    made.on('blur', () => desk.carets.leave(item))
    editor.current = made
    const remove = desk.editors.add(item, made.view, bindingOf(made))
    return () => {
      desk.active.forget(own)
      remove()
      stopStacking()
      desk.carets.leave(item)
      editor.current = null
      made.destroy()
    }
  }, [desk, acts, comments, language, item, isHeading, name, text])

  // A row that is new to the list is not in the page before its neighbours are: then there was no caret to be had.
  useEffect(() => desk.editors.grant(item), [desk, item])

  return <div ref={place} className="draft-text" lang={language} />
}

function itemSchema({ marks }: DraftDesk): AnyExtension[] {
  return schemaExtensions({ labelOf: (atom) => labelOfAtom(atom, marks.words()), takes: marks.takes })
}

function attributesOf(label: string): Record<string, string> {
  return { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label }
}

/** Names an editor, before it is made where it can be: to give it another name draws it anew. */
function useName(editor: RefObject<Editor | null>, label: string): RefObject<string> {
  const latest = useRef(label)
  useLayoutEffect(() => {
    latest.current = label
    editor.current?.view.setProps({ attributes: attributesOf(label) })
  }, [editor, label])
  return latest
}

/** Says whether the item is a heading when it is asked: another type makes no other editor under somebody's caret. */
function useIsHeading(type: DraftItem['type']): () => boolean {
  const latest = useRef(type)
  useLayoutEffect(() => {
    latest.current = type
  }, [type])
  return useCallback(() => latest.current === 'heading', [])
}
