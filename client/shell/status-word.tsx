import './status-word.css'
import { Check, ClockAlert, CloudOff, CloudUpload, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatTime } from '../i18n/dates.ts'
import { useText } from '../i18n/text.tsx'
import type { Translate } from '../i18n/translate.ts'
import type { Status } from '../sync/status.ts'
import { useCurrentStatus } from './current-status.tsx'

const icons: Record<Status['word'], LucideIcon> = {
  saved: Check,
  saving: CloudUpload,
  offline: CloudOff,
  'not-saved': TriangleAlert,
  refused: TriangleAlert,
  late: ClockAlert,
  reading: CloudOff,
}

/** Says the status word (ui.md §8). */
export function statusText(t: Translate, { word, count, asOf }: Status): string {
  switch (word) {
    case 'saved':
      return t('shell.status.saved')
    case 'saving':
      return t('shell.status.saving')
    case 'offline':
      return count === 0 ? t('shell.status.offlineNothing') : t('shell.status.offline', { count })
    case 'not-saved':
      return t('shell.status.notSaved')
    case 'refused':
      return t('shell.status.refused')
    case 'late':
      return t('shell.status.late')
    case 'reading':
      return asOf === null
        ? t('shell.status.readingOld')
        : t('shell.status.reading', { time: formatTime(asOf) })
  }
}

/** Longer than a screen reader takes to notice a change. */
const ANNOUNCE_MS = 1000

/** Longer than between two keys of somebody who writes. */
const SETTLE_MS = 400

/**
 * Says "Saving…" until all has been saved for a moment: a word that comes and goes with each key tells nobody anything, and
 * each time the whole page is laid out again. It is never said too early that all is saved.
 */
function useSettled(status: Status): Status {
  const { word } = status
  const [wasSaving, setWasSaving] = useState(false)
  useEffect(() => {
    if (word === 'saving') return setWasSaving(true)
    const timer = setTimeout(() => setWasSaving(false), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [word])
  return word === 'saved' && wasSaving ? { ...status, word: 'saving' } : status
}

/** The one place that says whether everything is saved. A changed count is silent; only another word is announced. */
export function StatusWord() {
  const { t } = useText()
  const status = useSettled(useCurrentStatus().status)
  const { word } = status
  const [announced, setAnnounced] = useState<Status['word'] | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(word), ANNOUNCE_MS)
    return () => clearTimeout(timer)
  }, [word])
  const Icon = icons[word]
  return (
    <p
      className="status-word"
      data-word={word}
      role="status"
      aria-live={announced === word ? 'off' : 'polite'}
    >
      <Icon />
      <span>{statusText(t, status)}</span>
    </p>
  )
}
