import './marks.css'
import { LockKeyhole } from 'lucide-react'
import { useEffect, useLayoutEffect, useState } from 'react'
import type { MarkAsk } from '../../editor/notes/mark-asks.ts'
import { place } from '../../editor/notes/marks-plugin.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { announce } from '../../ui/announce.ts'
import { useToast } from '../../ui/toast.tsx'
import { LanguageDialog } from './language-dialog.tsx'
import { LevelDialog } from './mark-level.tsx'
import { WithholdDialog } from './mark-withhold.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { WithheldStubs } from './withheld-stubs.tsx'

interface MarksLayerProps {
  desk: NotesDesk
  topic: Topic
  writes: boolean
}

/** What marks of record ask and tell: sensitive, placed on record, how much is told of who spoke, language, gloss. */
export function MarksLayer({ desk, topic, writes }: MarksLayerProps) {
  const { t } = useText()
  const mayOpen = useMeeting().may('read-drafting')
  const [ask, setAsk] = useAsked(desk, mayOpen)
  const close = (): void => setAsk(null)
  useStubWords(desk)
  return (
    <>
      <svg className="kind-sprite" aria-hidden="true" focusable="false">
        <title>{''}</title>
        <symbol id="mark-placed" viewBox="0 0 24 24">
          <LockKeyhole />
        </symbol>
      </svg>
      {ask?.what === 'withhold' && writes && (
        <WithholdDialog desk={desk} topic={topic} lines={ask.lines} onClose={close} />
      )}
      {mayOpen && (
        <WithheldStubs
          desk={desk}
          topic={topic}
          open={ask?.what === 'open' ? ask.id : null}
          writes={writes}
          onClose={close}
        />
      )}
      {ask?.what === 'level' && writes && (
        <LevelDialog desk={desk} topic={topic} line={ask.line} onClose={close} />
      )}
      {ask?.what === 'language' && writes && <LanguageDialog desk={desk} lines={ask.lines} onClose={close} />}
      {ask?.what === 'unlock' && writes && (
        <AlertDialog
          title={t('marks.unlock.title')}
          isOpen
          onClose={close}
          action={t('marks.unlock.do')}
          cancel={t('marks.unlock.keep')}
          onAction={() => {
            place(desk.editor.view, ask.lines, false, desk, desk.marks)
            announce(t('marks.unlock.done'))
            close()
          }}
        >
          {t('marks.unlock.body')}
        </AlertDialog>
      )}
    </>
  )
}

/** Gives what is asked; tells at once what asks nothing. */
function useAsked(desk: NotesDesk, mayOpen: boolean): [MarkAsk | null, (ask: MarkAsk | null) => void] {
  const { t } = useText()
  const toast = useToast()
  const [ask, setAsk] = useState<MarkAsk | null>(null)
  useEffect(
    () =>
      desk.marks.listen((asked) => {
        if (asked.what === 'placed') announce(t('marks.placedDone'))
        else if (asked.what === 'glossed' || asked.what === 'unglossed') announce(t(`marks.${asked.what}`))
        else if (asked.what === 'locked') toast.show(t('marks.locked'))
        else if (asked.what === 'open' && !mayOpen) toast.show(t('marks.open.closed'))
        else setAsk(asked)
      }),
    [desk, t, toast, mayOpen],
  )
  return [ask, setAsk]
}

/** Stubs are drawn by the editor, which knows no language: their words reach them through the style sheet. */
function useStubWords(desk: NotesDesk): void {
  const { t } = useText()
  const words = t('marks.withheld')
  const late = ` · ${t('marks.late.stub')}`
  useLayoutEffect(() => {
    const { style } = desk.editor.view.dom
    style.setProperty('--marks-withheld', JSON.stringify(words))
    style.setProperty('--marks-late', JSON.stringify(late))
  }, [desk, words, late])
}
