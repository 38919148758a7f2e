import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.tsx'
import type { Topic } from '../meeting/meeting.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { announce } from '../ui/announce.ts'

/** Says why a reader of this page, who could write when it was opened, may not any more (SY9); null: nothing was lost. */
export function useWritingEnded(mayWrite: boolean, topic: Topic | null): string | null {
  const { t } = useText()
  const { me, meeting, may } = useMeeting()
  const could = useRef(mayWrite)
  if (mayWrite) could.current = true
  // The room tells its new right before the ledger tells why; until then nothing is said.
  const stillMay = topic === null ? may('write-draft') : may('write-notes', { topic })
  const isWriter = me.role === 'chair' || me.role === 'rapporteur'
  const isAnothers = me.role === 'rapporteur' && topic !== null && !me.topics.includes(topic.id)
  let reason: string | null = null
  if (could.current && !mayWrite && !stillMay) {
    if (!isWriter) reason = t('late.endedRole', { role: t(`role.${me.role}`) })
    else if (isAnothers) reason = t('late.endedTopic')
    else reason = t('late.endedPhase', { phase: t(`phase.${meeting.phase}`) })
  }
  useEffect(() => {
    if (reason !== null) announce(reason)
  }, [reason])
  return reason
}
