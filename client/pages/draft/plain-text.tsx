import { getSchema } from '@tiptap/core'
import { DOMSerializer, type Schema } from '@tiptap/pm/model'
import { useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import type { NameLanguage } from '../../../shared/names/name-language.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { attributesOf, docOf } from '../../editor/binding/block-node.ts'
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
  /** Passages that threads are about: others are another drawing. */
  marks: readonly CommentMark[]
  /** Gives them as they stand in the text that is drawn. */
  marksNow(): readonly CommentMark[]
  onPress(threads: readonly string[]): void
}

/** A flat text to read, without an editor. */
export function PlainText({ text, language, version, marks, marksNow, onPress }: PlainTextProps) {
  const place = useRef<HTMLDivElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the same object, whatever is written in it.
  useLayoutEffect(() => {
    schema ??= getSchema(schemaExtensions())
    const { content } = docOf(schema, renderBlocks(text))
    const shown = DOMSerializer.fromSchema(schema).serializeFragment(content)
    const labels = lineLabels(content.content.map(attributesOf), language)
    for (const [index, line] of [...shown.childNodes].entries()) {
      const label = labels[index]
      if (label == null || !(line instanceof HTMLElement)) continue
      line.dataset['label'] = label.text
      line.dataset['level'] = String(label.level)
    }
    drawCommentMarks([...shown.children], marksNow())
    place.current?.replaceChildren(shown)
  }, [text, language, version, marks, marksNow])

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
