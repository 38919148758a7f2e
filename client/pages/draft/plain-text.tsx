import { getSchema } from '@tiptap/core'
import { DOMSerializer, type Schema } from '@tiptap/pm/model'
import { useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import type { NameLanguage } from '../../../shared/names/name-language.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { attributesOf, docOf } from '../../editor/binding/block-node.ts'
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
}

/** A flat text to read, without an editor. */
export function PlainText({ text, language, version }: PlainTextProps) {
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
    place.current?.replaceChildren(shown)
  }, [text, language, version])

  return <div ref={place} className="draft-text" lang={language} />
}
