import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'

/** Says why I may not comment now for everybody to read, and who can change that, where one would look for it. */
export function WhyClosed() {
  const { t } = useText()
  const { may, me, meeting } = useMeeting()
  const { phase } = meeting
  if (may('comment')) return null
  const words = (): string => {
    if (me.role === 'observer') return t('threads.why.observer')
    if (may('comment-internally')) return t('threads.why.internal')
    return phase === 'comments'
      ? t('threads.why.round')
      : t('threads.why.phase', { phase: t(`phase.${phase}`) })
  }
  return <p className="thread-why">{words()}</p>
}
