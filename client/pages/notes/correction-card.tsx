import './correction-card.css'
import { useState } from 'react'
import { Link } from 'react-router'
import { MAX_REASON } from '../../../shared/checks/check-facts.ts'
import { blockText } from '../../../shared/text/block.ts'
import { post } from '../../api/request.ts'
import { ChangedWords } from '../../checks/changed-words.tsx'
import { checkPath } from '../../checks/check-path.ts'
import { CheckRefusal } from '../../checks/check-refusal.tsx'
import { isolated } from '../../checks/isolated.ts'
import { type ShownCorrection, useTopicChecks } from '../../checks/topic-checks.ts'
import { useWish } from '../../checks/use-wish.ts'
import { useWhoWords } from '../../checks/who-words.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { NotesDesk } from './notes-desk.ts'

interface OpenCorrectionsProps {
  desk: NotesDesk
  topic: Topic
  /** Id of the line that the caret is in: what is proposed for it comes first. */
  line: string | undefined
}

/** The corrections of a topic that wait for a decision. */
export function OpenCorrections({ desk, topic, line }: OpenCorrectionsProps) {
  const { t } = useText()
  const { corrections } = useTopicChecks(desk.client.doc)
  const open = corrections.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  const here = open.filter((each) => each.line === line)
  const elsewhere = open.filter((each) => each.line !== line)
  return (
    <section className="correction-cards" aria-labelledby="open-corrections">
      <h2 id="open-corrections">{t('checks.openCorrections', { count: open.length })}</h2>
      {[...here, ...elsewhere].map((correction) => (
        <CorrectionCard key={correction.id} correction={correction} desk={desk} topic={topic} />
      ))}
    </section>
  )
}

interface CorrectionCardProps {
  correction: ShownCorrection
  desk: NotesDesk
  topic: Topic
}

function CorrectionCard({ correction, desk, topic }: CorrectionCardProps) {
  const { t, language } = useText()
  const { meeting, may, id } = useMeeting()
  const who = useWhoWords()
  const { before, text, note, at, line } = correction
  const block = desk.blocks.find((each) => each.id === line)
  const isAnother = block === undefined || blockText(block) !== before
  return (
    <article className="correction-card" aria-label={t('checks.mark')}>
      <p className="correction-head">
        {t('checks.correction', {
          who: who(correction),
          moment: formatMoment(language, at, meeting.timeZone),
        })}
      </p>
      <ChangedWords before={before} after={text} />
      {note !== '' && (
        <p className="correction-note" dir="auto">
          {t('checks.because', { text: isolated(note) })}
        </p>
      )}
      {block !== undefined && (
        <>
          {isAnother && <p className="correction-note">{t('checks.isAnother')}</p>}
          <Link to={`/m/${id}/topics/${topic.id}?panel=authorship#${line}`}>{t('checks.showLine')}</Link>
        </>
      )}
      {may('write-notes', { topic }) && <Decide correction={correction} topic={topic} />}
    </article>
  )
}

function Decide({ correction, topic }: Omit<CorrectionCardProps, 'desk'>) {
  const { t } = useText()
  const { id: meeting, members } = useMeeting()
  const toast = useToast()
  const [reason, setReason] = useState<string | null>(null)
  const { busy, refusal, send } = useWish()
  const path = (verb: string): string => checkPath(meeting, topic.id, `corrections/${correction.id}/${verb}`)
  const accept = async (): Promise<void> => {
    if (!(await send('accept', (key) => post(path('accept'), {}, { key })))) return
    const name = members.get(correction.by)?.name ?? t('checks.somebody')
    toast.show(t('checks.didAccept', { name }))
  }
  const decline = async (why: string): Promise<void> => {
    if (await send(`decline ${why}`, (key) => post(path('decline'), { reason: why }, { key })))
      toast.show(t('checks.didDecline'))
  }
  return (
    <>
      <CheckRefusal refusal={refusal} />
      {reason === null ? (
        <div className="correction-acts">
          <Button
            size="small"
            onPress={() => void accept()}
            busy={busy === null ? undefined : t('checks.accepting')}
          >
            {t('checks.accept')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => setReason('')}>
            {t('checks.decline')}
          </Button>
        </div>
      ) : (
        <form
          className="correction-decline"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') void decline(reason.trim())
          }}
        >
          <TextField
            label={t('checks.declineReason')}
            hint={t('checks.declineHint')}
            value={reason}
            onChange={setReason}
            lines={2}
            maxLength={MAX_REASON}
            autoFocus
          />
          <div className="correction-acts">
            <Button
              type="submit"
              size="small"
              busy={busy === null ? undefined : t('checks.declining')}
              refused={reason.trim() === '' ? t('checks.declineReason') : undefined}
            >
              {t('checks.declineDo')}
            </Button>
            <Button size="small" variant="quiet" onPress={() => setReason(null)}>
              {t('checks.keepOpen')}
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
