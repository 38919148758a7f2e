import './notes-footer.css'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.tsx'
import { useShortcutsDialog } from '../../shell/shortcuts.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { kindKeys } from './desk-words.ts'
import type { NotesDesk } from './notes-desk.ts'
import { useCapture } from './use-desk.ts'

/** The keys that matter now: those of the text, or those of line mode. */
export function NotesFooter({ desk }: { desk: NotesDesk }) {
  const { t, language } = useText()
  const { mode } = useCapture(desk)
  const shortcuts = useShortcutsDialog()
  const kinds = kindKeys(language)
  return (
    <div className="notes-footer">
      {mode === 'line' ? (
        <>
          <strong>{t('notes.lineMode')}</strong>
          <Hint keys={[['↑'], ['↓']]}>{t('notes.hint.line')}</Hint>
          <Hint keys={kinds.map((key) => [key])}>{t('notes.hint.kind')}</Hint>
          <Hint keys={[['S']]}>{t('notes.hint.speaker')}</Hint>
          <Hint keys={[['X']]}>{t('notes.hint.cut')}</Hint>
          <Hint keys={[['Enter']]}>{t('notes.hint.text')}</Hint>
        </>
      ) : (
        <>
          <Hint keys={[['@']]}>{t('notes.hint.speaker')}</Hint>
          <Hint keys={[['/']]}>{t('notes.hint.kind')}</Hint>
          <Hint keys={[['Esc'], [kinds[4] ?? '']]}>{t('notes.hint.recommendation')}</Hint>
          <Hint keys={[['Mod', 'Alt', 'M']]}>{t('threads.hint')}</Hint>
        </>
      )}
      <button type="button" className="notes-footer-all" onClick={shortcuts.open}>
        <Hint keys={[['Mod', '/']]}>{t('notes.hint.all')}</Hint>
      </button>
    </div>
  )
}

function Hint({ keys, children }: { keys: readonly (readonly string[])[]; children: ReactNode }) {
  return (
    <span className="notes-hint">
      {keys.map((together) => (
        <Kbd key={together.join()} keys={together} />
      ))}
      <span>{children}</span>
    </span>
  )
}
