import { CircleCheck, History } from 'lucide-react'
import { interventionsOf, mechanismsOf, statusOf } from '../../../shared/checks/own-interventions.ts'
import { speakerOf } from '../../../shared/notes/intervention.ts'
import type { Block } from '../../../shared/text/block.ts'
import { useTopicChecks } from '../../checks/topic-checks.ts'
import { useWhoWords } from '../../checks/who-words.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { NotesDesk } from './notes-desk.ts'

/** Who has confirmed the intervention that a line is part of: a row of the list on its authorship. */
export function CheckedBy({ desk, line }: { desk: NotesDesk; line: Block }) {
  const { t, language } = useText()
  const { meeting } = useMeeting()
  const { checks } = useTopicChecks(desk.client.doc)
  const who = useWhoWords()
  const rows = mechanismsOf(speakerOf(line)).flatMap((mechanism) => {
    const own = interventionsOf(mechanism, desk.blocks).find(({ spoken }) => spoken.includes(line))
    return own === undefined ? [] : [{ mechanism, status: statusOf(own, mechanism, checks) }]
  })
  // A guest and the chair confirm nothing here.
  if (rows.length === 0) return null
  return (
    <>
      <dt>{t('checks.confirmedBy')}</dt>
      <dd className="checked-by">
        {rows.map(({ mechanism, status }) =>
          status.is === 'unchecked' ? (
            <span key={mechanism} className="authorship-small">
              {t('checks.nobodyConfirmed')}
            </span>
          ) : (
            <span key={mechanism} data-status={status.is}>
              {status.is === 'confirmed' ? <CircleCheck /> : <History />}
              <strong>
                <bdi>{who({ ...status.check, mechanism })}</bdi>
              </strong>
              {language === 'ar' ? '، ' : ', '}
              <bdi>{formatMoment(language, status.check.at, meeting.timeZone)}</bdi>
              {status.is === 'changed-since' && <em> · {t('checks.changedShort')}</em>}
            </span>
          ),
        )}
      </dd>
    </>
  )
}
