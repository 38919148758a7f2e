import './capture-sheet.css'
import { Search } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useMemo, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { KINDS, type Kind } from '../../../shared/meeting/facts.ts'
import { attributesOf } from '../../editor/binding/block-node.ts'
import type { SheetAsk } from '../../editor/notes/capture-options.ts'
import { answerSheet } from '../../editor/notes/carry-out.ts'
import { indexOfLine, interventionAt, speakersAround } from '../../editor/notes/interventions-in.ts'
import { findSpeakers, type SpeakerChoice } from '../../editor/notes/speaker-query.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { KindGlyph } from '../../ui/kind-glyph.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { SpeakerOption } from './speaker-option.tsx'
import { whenSpoke } from './when-spoke.ts'

interface CaptureSheetProps {
  desk: NotesDesk
  ask: SheetAsk
  onClose(): void
}

/** On phones: who speaks and of what kind it is, in one sheet above the keyboard. */
export function CaptureSheet({ desk, ask, onClose }: CaptureSheetProps) {
  const { t } = useText()
  const [kind, setKind] = useState<Kind | null>(() => kindOf(desk, ask))
  const answer = (speaker: string | null, chosen: Kind | null): void => {
    onClose()
    answerSheet(desk.editor.view, ask, { speaker, kind: chosen }, desk.capture)
  }
  const isKind = ask.what === 'kind'
  return (
    <ModalOverlay
      className="capture-sheet-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="capture-sheet">
        <Dialog className="capture-sheet-dialog">
          <div className="capture-sheet-head">
            <Heading slot="title">{t(isKind ? 'notes.kindOfLine' : headingOf(ask))}</Heading>
            <Button variant="quiet" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </div>
          {!isKind && <SpeakerSearch desk={desk} ask={ask} onPick={(speaker) => answer(speaker, kind)} />}
          {!isKind && <p className="capture-sheet-label">{t('notes.kindIfKnown')}</p>}
          <fieldset className="capture-sheet-kinds" aria-label={t('notes.kindOfLine')}>
            {KINDS.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === kind}
                className="capture-sheet-kind"
                onClick={() => (isKind ? answer(null, each) : setKind(each === kind ? null : each))}
              >
                <KindGlyph kind={each} />
                {t(`kind.${each}`)}
              </button>
            ))}
            {isKind && (
              <button type="button" className="capture-sheet-kind" onClick={() => answer(null, null)}>
                {t('notes.noKind')}
              </button>
            )}
          </fieldset>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function headingOf(ask: SheetAsk): 'notes.whoSpeaks' | 'notes.whoSpoke' {
  return ask.what === 'correct' ? 'notes.whoSpoke' : 'notes.whoSpeaks'
}

interface SpeakerSearchProps {
  desk: NotesDesk
  ask: SheetAsk
  onPick(speaker: string): void
}

function SpeakerSearch({ desk, ask, onPick }: SpeakerSearchProps) {
  const { t } = useText()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const items = useMemo(() => itemsFor(desk, ask, words), [desk, ask, words])
  const pick = (choice: SpeakerChoice | undefined): void => {
    if (choice !== undefined) onPick(choice.value)
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const step = event.key === 'ArrowDown' ? 1 : -1
    setActive((before) => (before + step + items.length) % Math.max(1, items.length))
  }
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    pick(items[active])
  }
  return (
    <>
      <form className="capture-sheet-search" onSubmit={handleSubmit}>
        <Search />
        <input
          // biome-ignore lint/a11y/noAutofocus: the sheet was asked for to type a name.
          autoFocus
          role="combobox"
          aria-label={t(headingOf(ask))}
          aria-expanded
          aria-controls="sheet-speakers"
          aria-activedescendant={items[active] && `sheet-speakers-${active}`}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setActive(0)
          }}
          onKeyDown={handleKey}
        />
      </form>
      <div id="sheet-speakers" role="listbox" aria-label={t(headingOf(ask))} className="capture-sheet-list">
        {items.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the list through its field.
          <div
            key={choice.value}
            id={`sheet-speakers-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className="option"
            onClick={() => pick(choice)}
          >
            <SpeakerOption choice={choice} words={words} spoke={whenSpoke(desk, choice.value)} />
          </div>
        ))}
      </div>
    </>
  )
}

/** A guest's name has at least so many letters. */
const SHORTEST_NAME = 2

function itemsFor(desk: NotesDesk, ask: SheetAsk, words: string): SpeakerChoice[] {
  const { doc, selection } = desk.editor.state
  const at = ask.what === 'next' ? selection.$from.index(0) + 1 : Math.max(0, indexOfLine(doc, ask.line))
  const before = ask.what === 'correct' ? interventionAt(doc, at).from : at
  const { choices, guest, nobody } = desk.capture.speakers()
  const found = findSpeakers(choices, speakersAround(doc, before), words)
  const name = words.trim()
  return [
    ...found,
    ...(found.length === 0 && name.length >= SHORTEST_NAME ? [guest(name)] : []),
    ...(ask.what === 'correct' && name === '' ? [nobody] : []),
  ]
}

function kindOf(desk: NotesDesk, ask: SheetAsk): Kind | null {
  if (ask.what === 'next') return null
  const index = indexOfLine(desk.editor.state.doc, ask.line)
  const kind = index < 0 ? undefined : attributesOf(desk.editor.state.doc.child(index)).kind
  return KINDS.find((known) => known === kind) ?? null
}
