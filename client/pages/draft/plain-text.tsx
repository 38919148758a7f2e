import { getSchema } from '@tiptap/core'
import { DOMSerializer, type Node as DocNode, type Schema } from '@tiptap/pm/model'
import { useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import type { NameLanguage } from '../../../shared/names/name-language.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { attributesOf, docOf } from '../../editor/binding/block-node.ts'
import {
  type AtomWords,
  backElement,
  drawFace,
  FACED_ATOMS,
  facesOf,
  footnoteLabels,
} from '../../editor/draft/atom-faces.ts'
import type { CommentMark } from '../../editor/manners/comment-marks.ts'
import { threadsAt } from '../../editor/manners/comment-pieces.ts'
import { drawCommentMarks } from '../../editor/manners/draw-comment-marks.ts'
import { schemaExtensions } from '../../editor/schema/extensions.ts'
import { lineLabels } from './line-labels.ts'

/** Made once: what is shown without an editor looks as in one, unknown atoms and formats included (TX6). */
let schema: Schema | undefined

interface PlainTextProps {
  text: Y.Text
  /** The document's: sub-paragraphs are numbered by its rule. */
  language: NameLanguage
  /** Changes with every change of the text. */
  version: number
  /** What brackets, marks of footnotes and references read as. */
  faces: AtomWords
  /** Changes when one of them reads as something else. */
  facesVersion: string
  /** Passages that threads are about: others are another drawing. */
  marks: readonly CommentMark[]
  /** Gives them as they stand in the text that is drawn. */
  marksNow(): readonly CommentMark[]
  onPress(threads: readonly string[]): void
}

/** A flat text to read, without an editor. */
export function PlainText({
  text,
  language,
  version,
  faces,
  facesVersion,
  marks,
  marksNow,
  onPress,
}: PlainTextProps) {
  const place = useRef<HTMLDivElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the same object, whatever is written in it.
  useLayoutEffect(() => {
    schema ??= getSchema(schemaExtensions())
    const doc = docOf(schema, renderBlocks(text))
    const { content } = doc
    const shown = DOMSerializer.fromSchema(schema).serializeFragment(content)
    drawFaces(shown, doc, faces)
    const labels = lineLabels(content.content.map(attributesOf), language)
    for (const [index, line] of [...shown.childNodes].entries()) {
      const label = labels[index]
      if (label == null || !(line instanceof HTMLElement)) continue
      line.dataset['label'] = label.text
      line.dataset['level'] = String(label.level)
    }
    drawCommentMarks([...shown.children], marksNow())
    if (place.current !== null) replaceText(place.current, shown)
  }, [text, language, version, faces, facesVersion, marks, marksNow])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys lead from the item to its threads.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    <div
      ref={place}
      className="draft-text"
      lang={language}
      onClick={({ target }) => {
        // A press that ends a selection means the words, not their thread.
        if (document.getSelection()?.isCollapsed !== false) onPress(threadsAt(target as Element))
      }}
    />
  )
}

/** Draws the text anew; what had the focus in it, a mark or a way back, has it again, and the page stands still. */
function replaceText(place: HTMLElement, shown: Node): void {
  const held = document.activeElement as HTMLElement | null
  if (held === null || !place.contains(held)) {
    place.replaceChildren(shown)
    return
  }
  const index = likesOf(place, held).indexOf(held)
  place.replaceChildren(shown)
  if (index >= 0) likesOf(place, held).at(index)?.focus({ preventScroll: true })
}

/** Gives the marks, references or ways back that lead where one does. */
function likesOf(place: HTMLElement, one: HTMLElement): HTMLElement[] {
  const kind = ({ dataset: { atom, note, to } }: HTMLElement): string => [atom, note, to].join(' ')
  const all = place.querySelectorAll<HTMLElement>(`${FACED_ATOMS}, .footnote-back`)
  return [...all].filter((element) => kind(element) === kind(one))
}

/** Gives atoms and footnotes the faces that they have in an editor; there keys lead to them, here the focus. */
function drawFaces(shown: Node, doc: DocNode, words: AtomWords): void {
  const root = shown as DocumentFragment
  const elements = root.querySelectorAll<HTMLElement>(FACED_ATOMS)
  for (const [index, { face }] of facesOf(doc, words).entries()) {
    const element = elements[index]
    if (element === undefined) continue
    drawFace(element, face)
    if (element.dataset['note'] !== undefined || element.dataset['to'] !== undefined) element.tabIndex = 0
  }
  const lines = root.querySelectorAll<HTMLElement>('[data-type="footnote"]')
  for (const [index, { note, label, name }] of footnoteLabels(doc, words).entries())
    lines[index]?.prepend(backElement(note, label, name))
}
