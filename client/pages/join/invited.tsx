import './join.css'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '../../api/api-error.ts'
import { post } from '../../api/request.ts'
import { formatDays } from '../../i18n/dates.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { myMeetings } from '../../meeting/my-meetings.ts'
import { useMyMeetings } from '../../meeting/use-my-meetings.ts'
import { PlainPage } from '../../shell/plain-page.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Invitation } from './invitation.ts'
import { SpeaksFor } from './speaks-for.tsx'

const ReplaceDialog = lazy(async () => ({ default: (await import('./replace-dialog.tsx')).ReplaceDialog }))

interface InvitedProps {
  token: string
  invitation: Invitation
  /** The link ended or was used while the page stood. */
  onRefused(error: ApiError): void
}

/** An invitation that stands: to what, for whom, under which name, and the one button. */
export function Invited({ token, invitation, onRefused }: InvitedProps) {
  const { t, language } = useText()
  const { meeting, member } = invitation
  const mine = useMyMeetings()
  const [name, setName] = useState(member.name)
  const join = useJoin(token, name, onRefused)
  const other = mine.state === 'known' ? mine.list.find((each) => each.meeting.id === meeting.id) : undefined

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    void join.go(false)
  }

  const sample = meeting.isSample ? ` ${t('shell.sample')}.` : ''
  return (
    <PlainPage title={meeting.shortTitle} foot={t(`join.foot.${member.role}`) + sample}>
      <p className="join-kicker">{t('join.invitedTo')}</p>
      <h1>
        <bdi>{meeting.title}</bdi>
      </h1>
      <p className="join-when">
        <bdi>{meeting.place}</bdi>
        {t('overview.comma')}
        {formatDays(language, meeting.startsOn, meeting.endsOn)}
      </p>
      <SpeaksFor invitation={invitation} />
      <form className="join-form" onSubmit={handleSubmit}>
        <TextField
          label={t('join.name')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="name"
          error={join.isNameless ? t('join.nameless') : undefined}
        />
        <Button type="submit" variant="primary" isWide busy={join.isBusy ? t('join.joining') : undefined}>
          {t('join.join')}
        </Button>
        {join.failure !== null && (
          <p role="alert" className="join-failure">
            {errorWords(t, join.failure).message} {errorWords(t, join.failure).hint}
          </p>
        )}
      </form>
      {join.asksToReplace && (
        <Suspense>
          <ReplaceDialog
            onClose={join.keep}
            onReplace={() => void join.go(true)}
            now={other?.member.name ?? null}
            next={name.trim() || member.name}
            meeting={meeting.id}
          />
        </Suspense>
      )}
    </PlainPage>
  )
}

/** Signs in by the token, and goes into the meeting. The token leaves the address bar with it. */
function useJoin(token: string, name: string, onRefused: (error: ApiError) => void) {
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const [isNameless, setNameless] = useState(false)
  const [asksToReplace, setAsksToReplace] = useState(false)
  const [failure, setFailure] = useState<ApiError | null>(null)

  async function go(replace: boolean): Promise<void> {
    setNameless(name.trim() === '')
    if (name.trim() === '' || isBusy) return
    setBusy(true)
    setFailure(null)
    setAsksToReplace(false)
    try {
      const body = { token, name: name.trim(), ...(replace && { replace }) }
      const { meeting } = await post<{ meeting: string }>('/api/sign-in', body)
      await myMeetings.ask()
      await navigate(`/m/${meeting}`, { replace: true })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'signed-in-already') setAsksToReplace(true)
      else if (error.code.startsWith('invitation-')) onRefused(error)
      else setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { go, isBusy, isNameless, failure, asksToReplace, keep: () => setAsksToReplace(false) }
}
