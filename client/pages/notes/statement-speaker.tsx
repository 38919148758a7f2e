import { Search } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { speakersAround } from '../../editor/notes/interventions-in.ts'
import { findSpeakers, type SpeakerChoice } from '../../editor/notes/speaker-query.ts'
import { useText } from '../../i18n/text.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { SpeakerOption } from './speaker-option.tsx'
import { whenSpoke } from './when-spoke.ts'

interface StatementSpeakerProps {
  desk: NotesDesk
  /** As a line's `speaker` has it; empty: nobody yet. */
  speaker: string
  onChange(speaker: string): void
}

/** A guest's name has at least so many letters. */
const SHORTEST_NAME = 2

/** Whose statement it is: found as in the text, by a few letters of country or mechanism in any language. */
export function StatementSpeaker({ desk, speaker, onChange }: StatementSpeakerProps) {
  const { t } = useText()
  /** What is typed while somebody is looked for; null: nobody is. */
  const [words, setWords] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const items = useMemo(() => itemsFor(desk, words ?? ''), [desk, words])
  const close = (): void => {
    setWords(null)
    setActive(0)
  }
  const pick = (choice: SpeakerChoice | undefined): void => {
    if (choice !== undefined) onChange(choice.value)
    close()
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (words === null) setWords('')
      else
        setActive(
          (before) =>
            (before + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % Math.max(1, items.length),
        )
    } else if (event.key === 'Enter' && words !== null) {
      event.preventDefault()
      pick(items[active])
    } else if (event.key === 'Escape' && words !== null) {
      // The list closes; the dialog stays.
      event.stopPropagation()
      close()
    }
  }
  const shown = speaker === '' ? t('notes.nobody') : desk.words.words.speaker(speaker).name
  return (
    <div className="field statement-speaker">
      <label className="field-label" htmlFor="statement-speaker">
        {t('notes.whoSpoke')}
      </label>
      <div className="field-box">
        <Search className="field-icon" />
        <input
          id="statement-speaker"
          className="field-input"
          role="combobox"
          aria-expanded={words !== null}
          aria-controls="statement-speakers"
          aria-autocomplete="list"
          aria-activedescendant={words !== null && items[active] ? `statement-speakers-${active}` : undefined}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={words ?? shown}
          onFocus={({ target }) => target.select()}
          onClick={() => setWords((before) => before ?? '')}
          onBlur={close}
          onChange={({ target, nativeEvent }) => {
            const typed = (nativeEvent as InputEvent).data
            // The name of whoever is chosen gives way to the first letter.
            setWords(words === null ? (typed ?? '') : target.value)
            setActive(0)
          }}
          onKeyDown={handleKey}
        />
      </div>
      {words !== null && <Speakers desk={desk} words={words} items={items} active={active} onPick={pick} />}
    </div>
  )
}

interface SpeakersProps {
  desk: NotesDesk
  words: string
  items: readonly SpeakerChoice[]
  active: number
  onPick(choice: SpeakerChoice): void
}

function Speakers({ desk, words, items, active, onPick }: SpeakersProps) {
  const { t } = useText()
  return (
    <div
      id="statement-speakers"
      role="listbox"
      aria-label={t('notes.whoSpoke')}
      className="statement-speakers"
    >
      {items.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the list through its field.
        <div
          key={choice.value}
          id={`statement-speakers-${index}`}
          ref={index === active ? (option) => option?.scrollIntoView({ block: 'nearest' }) : undefined}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className="option"
          // The field keeps the focus: leaving it would close the list before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(choice)}
        >
          <SpeakerOption choice={choice} words={words} spoke={whenSpoke(desk, choice.value)} />
        </div>
      ))}
      {items.length === 0 && <p className="statement-nobody">{t('notes.nobodyFound')}</p>}
    </div>
  )
}

function itemsFor(desk: NotesDesk, words: string): SpeakerChoice[] {
  const { doc, selection } = desk.editor.state
  const { choices, guest, nobody } = desk.capture.speakers()
  const name = words.trim()
  const found = findSpeakers(choices, speakersAround(doc, selection.$from.index(0) + 1), words)
  if (name === '') return [...found, nobody]
  return found.length === 0 && name.length >= SHORTEST_NAME ? [guest(name)] : found
}
