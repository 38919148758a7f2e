import '../../ui/option-list.css'
import './capture-list.css'
import { useLayoutEffect, useRef, useState } from 'react'
import {
  isKind,
  type KindCapture,
  leftText,
  listKinds,
  listSpeakers,
  type SpeakerCapture,
} from '../../editor/notes/capture.ts'
import { go } from '../../editor/notes/capture-options.ts'
import { pick, sourceFor } from '../../editor/notes/carry-out.ts'
import { useText } from '../../i18n/text.tsx'
import type { ListPlace } from '../../manners/list-place.ts'
import { useListAria } from '../../manners/use-list-aria.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { KindGlyph } from '../../ui/kind-glyph.tsx'
import { kindKeys } from './desk-words.ts'
import { placeList } from './list-place.ts'
import type { NotesDesk } from './notes-desk.ts'
import { SpeakerOption } from './speaker-option.tsx'
import { whenSpoke } from './when-spoke.ts'

interface CaptureListProps {
  desk: NotesDesk
  capture: SpeakerCapture | KindCapture
}

/** The list under the caret. The focus stays in the text: keys go there, and from there to this list. */
export function CaptureList({ desk, capture }: CaptureListProps) {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<ListPlace | null>(null)
  useLayoutEffect(() => {
    const put = (): void => {
      if (box.current !== null) setPlace(placeList(desk.editor.view, capture, box.current))
    }
    put()
    window.addEventListener('resize', put)
    return () => window.removeEventListener('resize', put)
  }, [desk, capture])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; a press keeps the caret in the text.
    <div
      ref={box}
      className={`option-list capture-list capture-list-${capture.mode}`}
      onMouseDown={(event) => event.preventDefault()}
      style={place ?? { visibility: 'hidden' }}
    >
      {capture.mode === 'speaker' ? (
        <Speakers desk={desk} capture={capture} />
      ) : (
        <Kinds desk={desk} capture={capture} />
      )}
    </div>
  )
}

function Speakers({ desk, capture }: { desk: NotesDesk; capture: SpeakerCapture }) {
  const { t, language } = useText()
  const { view, state } = desk.editor
  const list = listSpeakers(capture, sourceFor(state, capture.line, desk.capture))
  useListAria(view, 'note-speakers', list.active)
  const isAsked = capture.trigger === 'correct'
  return (
    <>
      {isAsked && <Typed label={t('notes.whoSpoke')} words={leftTyped(capture)} />}
      <div id="note-speakers" role="listbox" aria-label={t('notes.whoSpeaks')} className="options">
        {list.items.map((choice, index) => {
          const spoke = whenSpoke(desk, choice.value)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the list through the text.
            <div
              key={choice.value}
              id={`note-speakers-${index}`}
              role="option"
              aria-selected={index === list.active}
              tabIndex={-1}
              className="option"
              onClick={() =>
                pick(view, { does: 'speak', speaker: choice.value, kind: list.kind }, desk.capture)
              }
            >
              <SpeakerOption
                choice={choice}
                words={list.words}
                spoke={spoke === null ? null : t('notes.spokeAt', { time: spoke })}
              />
              {index === list.active && list.kind !== null && (
                <span className="capture-kind">
                  <KindGlyph kind={list.kind} />
                  {t(`kind.${list.kind}`)}
                </span>
              )}
              {index === list.active && (
                <span className="option-key">
                  <Kbd keys={['Enter']} />
                </span>
              )}
            </div>
          )
        })}
      </div>
      {list.items.length === 0 && <p className="capture-none">{t('notes.nobodyFound')}</p>}
      {isAsked && (
        <button
          type="button"
          className="capture-level"
          tabIndex={-1}
          onClick={() => {
            go(view, { mode: capture.before })
            desk.marks.ask({ what: 'level', line: capture.line })
          }}
        >
          {t('marks.level.title')}
        </button>
      )}
      <p className="capture-foot">
        {t('notes.kindInOneGo')}
        {!list.awaitsKind && (
          <>
            <Kbd keys={[t('notes.space')]} />
            {t('notes.then')}
          </>
        )}
        <span className="capture-keys">
          {kindKeys(language).map((key) => (
            <Kbd key={key} keys={[key]} />
          ))}
        </span>
      </p>
    </>
  )
}

function Kinds({ desk, capture }: { desk: NotesDesk; capture: KindCapture }) {
  const { t, language } = useText()
  const { view } = desk.editor
  const items = listKinds(capture, desk.words.kindItems)
  const active = Math.min(Math.max(capture.active, 0), items.length - 1)
  useListAria(view, 'note-kinds', active)
  const keys = new Map(kindKeys(language).map((key, index) => [index, key]))
  return (
    <div id="note-kinds" role="listbox" aria-label={t('notes.kindOfLine')} className="options">
      {items.map(({ id, words }, index) => {
        const place = desk.words.kindItems.findIndex((item) => item.id === id)
        const key = id === 'none' ? '0' : keys.get(place)
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the list through the text.
          <div
            key={id}
            id={`note-kinds-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={id === 'paragraph' && index > 0 ? 'option option-apart' : 'option'}
            onClick={() => pick(view, { does: 'choose', item: id }, desk.capture)}
          >
            <span className="capture-glyph">{isKind(id) && <KindGlyph kind={id} />}</span>
            <span>{words}</span>
            {key !== undefined && (
              <span className="option-key">
                <Kbd keys={[key]} />
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

function Typed({ label, words }: { label: string; words: string }) {
  return (
    <p className="capture-typed">
      {label} <bdi>{words}</bdi>
    </p>
  )
}

/** Where the list was not asked for in the text, what is typed stands in the list. */
function leftTyped(capture: SpeakerCapture): string {
  return leftText({ ...capture, trigger: 'closed' })
}
