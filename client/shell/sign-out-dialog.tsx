import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '../api/api-error.ts'
import { post } from '../api/request.ts'
import { errorWords } from '../i18n/error-words.ts'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { myMeetings } from '../meeting/my-meetings.ts'
import { useMyMeetings } from '../meeting/use-my-meetings.ts'
import { countKept } from '../outbox/kept-words.ts'
import { roomsWithUnsent } from '../sync/cache-directory.ts'
import { clearCaches } from '../sync/clear-caches.ts'
import { forgetWords } from '../threads/forget-words.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { useCurrentStatus } from './current-status.tsx'

interface SignOutDialogProps {
  isOpen: boolean
  onClose(): void
}

/** Asks before signing out: what this device keeps goes with it (SY11), and words that were not sent are named. */
export function SignOutDialog({ isOpen, onClose }: SignOutDialogProps) {
  const { t } = useText()
  const { me } = useMeeting()
  const { rooms } = useCurrentStatus()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ApiError | null>(null)
  // Signing out ends it in every meeting, and a member of another meeting has another id.
  const mine = useMyMeetings()
  const members = new Set([
    me.id,
    ...(mine.state === 'known' ? mine.list.map(({ member }) => member.id) : []),
  ])
  const unsent = rooms.reduce((sum, { state }) => sum + state.unsaved, countElsewhere(members, me.id))

  async function handleSignOut(): Promise<void> {
    setBusy(true)
    try {
      await post('/api/sign-out')
      await navigate('/', { replace: true })
      myMeetings.forget()
      for (const member of members) forgetWords(member)
      for (const member of members) await clearCaches(member)
    } catch (error) {
      setFailed(error instanceof ApiError ? error : new ApiError('internal', String(error), '', 0))
    } finally {
      setBusy(false)
    }
  }

  const failure = failed === null ? null : errorWords(t, failed)
  return (
    <AlertDialog
      title={unsent === 0 ? t('shell.signOut.title') : t('shell.signOut.unsentTitle', { count: unsent })}
      isOpen={isOpen}
      onClose={onClose}
      action={unsent === 0 ? t('shell.signOut') : t('shell.signOut.lose')}
      onAction={() => void handleSignOut()}
      cancel={t('shell.signOut.stay')}
      isDanger={unsent > 0}
      busy={isBusy ? t('shell.signingOut') : undefined}
    >
      <p>{unsent === 0 ? t('shell.signOut.body') : t('shell.signOut.unsentBody')}</p>
      {failure !== null && (
        <p role="alert">
          {failure.message} {failure.hint}
        </p>
      )}
    </AlertDialog>
  )
}

/** Counts what goes with this device's copies beside the rooms of this page: comments, and rooms of other meetings. */
function countElsewhere(members: ReadonlySet<string>, me: string): number {
  return [...members].reduce(
    (sum, member) => sum + countKept(member) + (member === me ? 0 : roomsWithUnsent(member).length),
    0,
  )
}
