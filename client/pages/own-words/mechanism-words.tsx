import { CloudOff } from 'lucide-react'
import { statusOf } from '../../../shared/checks/own-interventions.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ConfirmAll } from './confirm-all.tsx'
import { InterventionRow } from './intervention-row.tsx'
import { GoneCorrections } from './own-correction.tsx'
import type { TopicWords } from './topic-words.ts'
import { useLateReason } from './use-late-reason.ts'

interface MechanismWordsProps {
  mechanism: string
  name: string
  isOnBehalf: boolean
  /** Of the topics whose notes are here. */
  words: readonly TopicWords[]
  /** All of them are. */
  isWhole: boolean
}

/** All that a mechanism said, topic by topic. */
export function MechanismWords({ mechanism, name, isOnBehalf, words, isWhole }: MechanismWordsProps) {
  const { t } = useText()
  const { may, meeting } = useMeeting()
  const mayConfirm = may('confirm-intervention', { mechanism })
  const spoken = words.filter(({ interventions }) => interventions.length > 0)
  const all = spoken.flatMap(({ interventions, checks }) =>
    interventions.map((each) => statusOf(each, mechanism, checks).is),
  )
  const open = all.filter((is) => is !== 'confirmed').length
  const isLive = words.every((each) => each.isLive)
  const isLate = useLateReason(!isLive)
  return (
    <>
      <p className="own-words-how">{isOnBehalf ? t('checks.onBehalfHow', { name }) : t('checks.how')}</p>
      {!mayConfirm && <p className="own-words-notice">{t('checks.ended')}</p>}
      {mayConfirm && isLate && words.length > 0 && (
        <p className="own-words-notice" role="status">
          <CloudOff />
          <span>{t('checks.offline')}</span>
        </p>
      )}
      {!isWhole && isLate && <p className="own-words-notice">{t('checks.notLoaded')}</p>}
      {!isWhole && spoken.length === 0 && <Skeleton lines={5} />}
      {isWhole && spoken.length === 0 && (
        <EmptyState title={isOnBehalf ? t('checks.noneFor', { name }) : t('checks.none')}>
          {t('checks.noneHow')}
        </EmptyState>
      )}
      {spoken.length > 0 && (
        <div className="own-words-head">
          <p role="status">{t('checks.summary', { count: all.length, open })}</p>
          {mayConfirm && <ConfirmAll mechanism={mechanism} words={spoken} />}
        </div>
      )}
      {words.map((topic) => (
        <section key={topic.topic.id} aria-labelledby={`words-${topic.topic.id}`}>
          {topic.interventions.length > 0 && (
            <h2 className="own-words-topic" id={`words-${topic.topic.id}`}>
              <span className="own-words-number">{t('checks.topic', { number: topic.topic.number })}</span>{' '}
              <bdi lang={meeting.lang}>{topic.topic.shortTitle ?? topic.topic.title}</bdi>
            </h2>
          )}
          {topic.interventions.map((intervention) => (
            <InterventionRow
              key={intervention.id}
              words={topic}
              intervention={intervention}
              mechanism={mechanism}
              mayConfirm={mayConfirm}
            />
          ))}
          <GoneCorrections words={topic} mechanism={mechanism} mayWithdraw={mayConfirm} />
        </section>
      ))}
    </>
  )
}
