import './print.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { clockAt, formatDays, formatTime } from '../../i18n/dates.ts'
import { languages } from '../../i18n/languages.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useMentionLabel } from '../../threads/use-mention-choices.ts'
import type { NotesDesk } from './notes-desk.ts'
import { PrintDialog } from './print-dialog.tsx'
import { printedInterventions, printedMention } from './print-names.ts'
import { printedNotes } from './print-notes.ts'
import { makePageStyle } from './print-page.ts'
import { makePrintSheet } from './print-sheet.ts'
import type { NotesThreads } from './thread-state.ts'

interface PrintLayerProps {
  desk: NotesDesk
  topic: Topic
  comments: NotesThreads | null
  /** Whether it was asked for from the menu: then the choice comes first. */
  isAsked: boolean
  onClose(): void
}

/** Prints the text in place of the page, from the menu and by the browser's own key alike. */
export function PrintLayer({ desk, topic, comments, isAsked, onClose }: PrintLayerProps) {
  const [withNotes, setWithNotes] = useState(false)
  const print = usePrint(desk, topic, withNotes ? comments : null)
  if (!isAsked) return null
  return (
    <PrintDialog
      withNotes={withNotes}
      onNotes={setWithNotes}
      onPrint={() => {
        onClose()
        print()
      }}
      onClose={onClose}
    />
  )
}

/** Has whatever is printed from now on be this text; gives the way to print it. */
function usePrint(desk: NotesDesk, topic: Topic, comments: NotesThreads | null): () => void {
  const make = useSheet(desk, topic, comments)
  const latest = useRef(make)
  useLayoutEffect(() => {
    latest.current = make
  }, [make])
  useEffect(() => {
    let printed: { readonly sheet: HTMLElement; readonly style: CSSStyleSheet } | null = null
    const clear = (): void => {
      if (printed === null) return
      printed.sheet.remove()
      const { style } = printed
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style)
      printed = null
    }
    const prepare = (): void => {
      clear()
      printed = latest.current()
      document.body.append(printed.sheet)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, printed.style]
    }
    window.addEventListener('beforeprint', prepare)
    window.addEventListener('afterprint', clear)
    return () => {
      window.removeEventListener('beforeprint', prepare)
      window.removeEventListener('afterprint', clear)
      clear()
    }
  }, [])
  // The dialog is gone from the page before that is printed.
  return () => void requestAnimationFrame(() => setTimeout(() => window.print()))
}

function useSheet(desk: NotesDesk, topic: Topic, comments: NotesThreads | null) {
  const { t, language } = useText()
  const everything = useMeeting()
  const labelOf = useMentionLabel()
  const { meeting, mechanisms } = everything
  return () => {
    const { link, asOf } = desk.client.state
    const at = link === 'online' || asOf === null ? Date.now() : asOf
    // Paper is read in other years too.
    const day = clockAt(at, meeting.timeZone).slice(0, 10)
    const moment = [formatDays(language, day, day), formatTime(at, meeting.timeZone)]
    const time = t('print.asOf', { time: moment.join(language === 'ar' ? '، ' : ', ') })
    const number = t('shell.topic', { number: topic.number })
    const naming = { mechanisms, smallestGroup: meeting.smallestGroup, language }
    const sheet = makePrintSheet({
      view: desk.editor.view,
      interventions: printedInterventions(desk, topic.cap, naming, t('print.noSpeaker')),
      mention: (atom) => printedMention(atom, topic.cap, naming),
      notes: printedNotes(comments, { t, language, meeting: everything, labelOf }),
      words: {
        above: `${meeting.title} · ${number}`,
        title: topic.title,
        below: [...(meeting.isSample ? [t('shell.sample')] : []), time],
        notes: t('print.notes'),
        leftOut: t('print.leftOutHere'),
        leftOutCount: (count) => t('print.leftOut', { count }),
      },
    })
    const [before = '', between = '', after = ''] = t('print.pageOf', { page: '\0', count: '\0' }).split('\0')
    const style = makePageStyle({
      topStart: meeting.shortTitle,
      topEnd: `${number} · ${topic.shortTitle ?? topic.title}`,
      bottomStart: time,
      count: [before, between, after],
      dir: languages[language].dir,
    })
    return { sheet, style }
  }
}
