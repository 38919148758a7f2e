import './capture-list.css'
import { useLayoutEffect, useRef, useState } from 'react'
import {
  type MentionItem,
  type Mentioning,
  mentionOf,
  pickMention,
} from '../../editor/notes/mention-plugin.ts'
import { useText } from '../../i18n/text.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { type ListPlace, placeUnder } from './list-place.ts'
import type { NotesDesk } from './notes-desk.ts'
import { SpeakerOption } from './speaker-option.tsx'
import { useFromDesk } from './use-desk.ts'
import { useListAria } from './use-list-aria.ts'

/** People and mechanisms for an `@` inside a line. The focus, and what is typed, stay in the text. */
export function MentionList({ desk }: { desk: NotesDesk }) {
  const asked = useFromDesk(desk, ({ editor }) => mentionOf(editor.state))
  if (asked === null) return null
  const items = desk.words.mentions(asked.words)
  return items.length === 0 ? null : <OpenList desk={desk} asked={asked} items={items} />
}

interface OpenListProps {
  desk: NotesDesk
  asked: Mentioning
  items: readonly MentionItem[]
}

function OpenList({ desk, asked, items }: OpenListProps) {
  const { t } = useText()
  const { view } = desk.editor
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<ListPlace | null>(null)
  const active = Math.min(asked.active, items.length - 1)
  useListAria(desk, 'note-mentions', active)
  useLayoutEffect(() => {
    const put = (): void => {
      if (box.current === null) return
      const { left, right, top, bottom } = view.coordsAtPos(asked.from)
      setPlace(placeUnder({ left, right, top, bottom }, box.current))
    }
    put()
    window.addEventListener('resize', put)
    return () => window.removeEventListener('resize', put)
  }, [view, asked])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; a press keeps the caret in the text.
    <div
      ref={box}
      className="capture-list capture-list-mention"
      onMouseDown={(event) => event.preventDefault()}
      style={place ?? { visibility: 'hidden' }}
    >
      <div id="note-mentions" role="listbox" aria-label={t('manners.mention')} className="capture-options">
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the list through the text.
          <div
            key={`${item.of} ${item.id}`}
            id={`note-mentions-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className="capture-option"
            onClick={() => pickMention(view, item, desk.capture)}
          >
            <SpeakerOption choice={{ ...item, value: item.id, forms: [] }} words={asked.words} spoke={null} />
            {index === active && (
              <span className="capture-enter">
                <Kbd keys={['Enter']} />
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
