import { CircleCheck, CircleDashed, History } from 'lucide-react'
import type { CheckStatus } from '../../../shared/checks/own-interventions.ts'
import { useWhoWords } from '../../checks/who-words.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'

const glyphs = { unchecked: CircleDashed, confirmed: CircleCheck, 'changed-since': History }

interface CheckStatusProps {
  status: CheckStatus
  mechanism: string
  /** When its lines last changed; null: not known. */
  lastChange: number | null
}

/** How an intervention stands with its mechanism: sign and words. */
export function CheckStatusWords({ status, mechanism, lastChange }: CheckStatusProps) {
  const { t, language } = useText()
  const { meeting } = useMeeting()
  const who = useWhoWords()
  const Glyph = glyphs[status.is]
  const moment = (at: number): string => formatMoment(language, at, meeting.timeZone)
  return (
    <p className="own-status" data-status={status.is}>
      <Glyph />
      <span>
        {status.is === 'unchecked'
          ? t('checks.unchecked')
          : t(status.is === 'confirmed' ? 'checks.confirmed' : 'checks.changedSince', {
              who: who({ ...status.check, mechanism }),
              moment: moment(status.check.at),
            })}
        {status.is === 'changed-since' && lastChange !== null && lastChange > status.check.at && (
          <span className="own-status-more">
            {' '}
            · {t('checks.changedLast', { moment: moment(lastChange) })}
          </span>
        )}
      </span>
    </p>
  )
}
