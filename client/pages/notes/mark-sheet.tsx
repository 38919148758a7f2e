import './capture-sheet.css'
import './mark-sheet.css'
import {
  EyeOff,
  Languages,
  LockKeyhole,
  LockKeyholeOpen,
  type LucideIcon,
  MessageSquareQuote,
  Trash2,
  UserRoundMinus,
} from 'lucide-react'
import { useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { focusEditor } from '../../editor/binding/caret-trust.ts'
import { selectedLines } from '../../editor/manners/lines.ts'
import { glossOf, putGloss, takeGloss } from '../../editor/notes/gloss-commands.ts'
import { isPlaced, linesIn, onlyWithheld, passagesAround } from '../../editor/notes/mark-commands.ts'
import { askLanguage, askLevel, askPlaced, askSensitive } from '../../editor/notes/marks-plugin.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import type { NotesDesk } from './notes-desk.ts'

interface MarkSheetProps {
  desk: NotesDesk
  onClose(): void
}

/** On phones: the marks of record for the caret's line or the selected ones, as line mode has them by key. */
export function MarkSheet({ desk, onClose }: MarkSheetProps) {
  const { t } = useText()
  const { capture, editor, marks } = desk
  const { view } = editor
  const [now] = useState(() => stateOf(desk))
  const act = (does: () => void) => (): void => {
    onClose()
    // The sheet gives the focus back in the frame after it has gone; then it is the text's, or of what asks back.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        focusEditor(view)
        does()
      }),
    )
  }
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
            <Heading slot="title">{t('marks.sheet.title')}</Heading>
            <Button variant="quiet" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </div>
          <div className="mark-sheet">
            <Act icon={EyeOff} onPress={act(() => askSensitive(view, now.range, marks))}>
              {t(now.isWithheld ? 'marks.open.title' : 'marks.menu.sensitive')}
            </Act>
            <Act
              icon={now.isPlaced ? LockKeyholeOpen : LockKeyhole}
              onPress={act(() => askPlaced(view, now.range, capture, marks))}
            >
              {t(now.isPlaced ? 'marks.unlock.do' : 'marks.menu.placed')}
            </Act>
            <Act icon={UserRoundMinus} onPress={act(() => askLevel(view, marks))}>
              {t('marks.level.title')}
            </Act>
            <Act icon={Languages} onPress={act(() => askLanguage(view, now.range, marks))}>
              {t('marks.menu.language')}
            </Act>
            <Act icon={MessageSquareQuote} onPress={act(() => putGloss(view, capture, marks))}>
              {t('marks.menu.gloss')}
            </Act>
            {now.hasGloss && (
              <Act icon={Trash2} onPress={act(() => takeGloss(view, capture, marks))}>
                {t('marks.menu.noGloss')}
              </Act>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ActProps {
  icon: LucideIcon
  children: string
  onPress(): void
}

function Act({ icon: Icon, children, onPress }: ActProps) {
  return (
    <button type="button" className="mark-sheet-act" onClick={onPress}>
      <Icon aria-hidden />
      {children}
    </button>
  )
}

/** What the sheet is about, as it was when it opened. */
function stateOf({ editor: { state } }: NotesDesk) {
  const range = selectedLines(state)
  const lines = linesIn(state.doc, passagesAround(state.doc, range))
  return {
    range,
    isPlaced: lines.some(isPlaced),
    isWithheld: onlyWithheld(lines) !== null,
    hasGloss: glossOf(state.doc, range.from) >= 0,
  }
}
