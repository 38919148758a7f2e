import { useState } from 'react'
import { type OwnIntervention, statusOf } from '../../../shared/checks/own-interventions.ts'
import { ApiError } from '../../api/api-error.ts'
import { post } from '../../api/request.ts'
import { checkPath } from '../../checks/check-path.ts'
import { CheckRefusal } from '../../checks/check-refusal.tsx'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { TopicWords } from './topic-words.ts'

interface Shown {
  readonly topic: string
  readonly intervention: OwnIntervention
}

interface ConfirmAllProps {
  mechanism: string
  words: readonly TopicWords[]
}

/** Confirms what nobody has checked yet, as it was shown when the question was asked. What changed is left to be read. */
export function ConfirmAll({ mechanism, words }: ConfirmAllProps) {
  const { t } = useText()
  const { id: meeting } = useMeeting()
  const toast = useToast()
  const [asked, setAsked] = useState<readonly Shown[] | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const having = (status: string): Shown[] =>
    words.flatMap(({ topic, interventions, checks }) =>
      interventions
        .filter((each) => statusOf(each, mechanism, checks).is === status)
        .map((intervention) => ({ topic: topic.id, intervention })),
    )
  const open = having('unchecked')
  const changed = having('changed-since').length
  const isLive = words.every((each) => each.isLive)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    let count = 0
    for (const { topic, intervention } of asked ?? []) {
      try {
        const { id: lead, hash } = intervention
        await post(checkPath(meeting, topic, 'checks'), { lead, mechanism, hash })
        count++
      } catch (thrown) {
        const error = thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
        setRefusal(error)
        // One that changed says nothing of the others; a lost connection does.
        if (error.code !== 'text-changed' && error.code !== 'not-found') break
      }
    }
    setBusy(false)
    setAsked(null)
    toast.show(t('checks.didConfirmAll', { count }))
  }
  if (open.length < 2 && asked === null && refusal === null) return null
  return (
    <div className="own-all">
      {open.length > 1 && (
        <Button onPress={() => setAsked(open)} refused={isLive ? undefined : t('checks.offline')}>
          {t('checks.confirmAll')}
        </Button>
      )}
      <CheckRefusal refusal={refusal} />
      {asked !== null && (
        <AlertDialog
          title={t('checks.confirmAllTitle', { count: asked.length })}
          isOpen
          onClose={() => setAsked(null)}
          action={t('checks.confirmAllDo', { count: asked.length })}
          onAction={() => void confirm()}
          cancel={t('checks.confirmAllBack')}
          busy={isBusy ? t('checks.confirming') : undefined}
        >
          <p>{t('checks.confirmAllBody')}</p>
          {changed > 0 && <p>{t('checks.confirmAllLeft', { count: changed })}</p>}
        </AlertDialog>
      )}
    </div>
  )
}
