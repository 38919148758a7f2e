import { ClockAlert, CloudOff, Link2Off, type LucideIcon } from 'lucide-react'
import type { ApiError } from '../../api/api-error.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { errorWords } from '../../i18n/error-words.ts'
import type { Language } from '../../i18n/languages.ts'
import { useText } from '../../i18n/text.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { useMyMeetings } from '../../meeting/use-my-meetings.ts'
import { PlainPage } from '../../shell/plain-page.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'

/** A link that lets nobody in: why, and what to do. */
export function LinkTrouble({ error, onAgain }: { error: ApiError; onAgain(): void }) {
  const { t, language } = useText()
  const mine = useMyMeetings()
  const { title, body, icon: Icon } = troubleOf(t, language, error)
  const isLink = error.code.startsWith('invitation-')
  return (
    <PlainPage title={title} foot={isLink ? t('join.noAnswer') : undefined}>
      <Icon className="plain-page-sign" />
      <h1>{title}</h1>
      <p>{body}</p>
      <div className="plain-page-actions">
        {!isLink && (
          <Button variant="primary" onPress={onAgain}>
            {t('ui.tryAgain')}
          </Button>
        )}
        {mine.state === 'known' && <ButtonLink to="/">{t('shell.toMyMeetings')}</ButtonLink>}
      </div>
    </PlainPage>
  )
}

function troubleOf(
  t: Translate,
  language: Language,
  error: ApiError,
): { title: string; body: string; icon: LucideIcon } {
  switch (error.code) {
    case 'invitation-ended': {
      const { endedAt } = error.detail
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const title =
        typeof endedAt === 'number'
          ? t('join.endedOn', { moment: formatMoment(language, endedAt, zone) })
          : t('join.ended')
      return { title, body: t('join.endedBody'), icon: ClockAlert }
    }
    case 'invitation-used':
      return { title: t('join.used'), body: t('join.usedBody'), icon: Link2Off }
    case 'invitation-unknown':
      return { title: t('join.unknown'), body: t('join.unknownBody'), icon: Link2Off }
    default: {
      const { message, hint } = errorWords(t, error)
      return { title: message, body: hint, icon: CloudOff }
    }
  }
}
