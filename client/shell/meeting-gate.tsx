import { CloudOff, KeyRound } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { errorWords } from '../i18n/error-words.ts'
import { useText } from '../i18n/text.tsx'
import { MeetingProvider } from '../meeting/meeting-provider.tsx'
import { keptMembership, myMeetings } from '../meeting/my-meetings.ts'
import { useMyMeetings } from '../meeting/use-my-meetings.ts'
import type { RoomClient } from '../sync/room-client.ts'
import { useRoomState } from '../sync/use-room.ts'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { TroublePage } from './trouble-page.tsx'
import { WaitingPage } from './waiting-page.tsx'

/** Lets into a meeting whoever is a member of it, and tells everybody else what to do. */
export function MeetingGate({ children }: { children: ReactNode }) {
  const { t } = useText()
  const { meeting = '' } = useParams()
  const mine = useMyMeetings()
  if (mine.state === 'asking') return <WaitingPage />
  if (mine.state === 'signed-out') return <SignedOut wasMember={keptMembership(meeting) !== null} />
  if (mine.state === 'failed') {
    const { message, hint } = errorWords(t, mine.error)
    return (
      <TroublePage
        title={message}
        icon={CloudOff}
        actions={
          <Button variant="primary" onPress={() => void myMeetings.ask()}>
            {t('ui.tryAgain')}
          </Button>
        }
      >
        {hint}
      </TroublePage>
    )
  }
  const membership = mine.list.find((each) => each.meeting.id === meeting)
  if (membership === undefined) return <UnknownMeeting />
  return (
    <MeetingProvider
      key={membership.member.id}
      membership={membership}
      waiting={(ledger) => <Waiting ledger={ledger} />}
    >
      {mine.isOld && <AskAgain />}
      {children}
    </MeetingProvider>
  )
}

/** Longer than a connection takes: then the reader is told that there is none. */
const PATIENCE_MS = 5000

function Waiting({ ledger }: { ledger: RoomClient }) {
  const { t } = useText()
  const { link, linkSince, fault } = useRoomState(ledger)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  if (link === 'closed') {
    return fault?.code === 'signed-out' ? <SignedOut wasMember /> : <UnknownMeeting />
  }
  if (link === 'online' || now - linkSince < PATIENCE_MS) return <WaitingPage />
  return (
    <TroublePage title={t('shell.unreachable')} icon={CloudOff}>
      {t('shell.unreachableBody')}
    </TroublePage>
  )
}

function SignedOut({ wasMember }: { wasMember: boolean }) {
  const { t } = useText()
  return (
    <TroublePage
      title={wasMember ? t('shell.signInEnded') : t('shell.notSignedIn')}
      icon={KeyRound}
      actions={<ButtonLink to="/">{t('shell.howToGetIn')}</ButtonLink>}
    >
      {wasMember ? t('shell.signInEndedBody') : t('shell.notSignedInBody')}
    </TroublePage>
  )
}

function UnknownMeeting() {
  const { t } = useText()
  return (
    <TroublePage
      title={t('shell.unknownMeeting')}
      actions={<ButtonLink to="/">{t('shell.toMyMeetings')}</ButtonLink>}
    >
      {t('shell.unknownMeetingBody')}
    </TroublePage>
  )
}

/** The page was opened without the server: once it answers, it is asked who this browser is. */
function AskAgain() {
  useEffect(() => {
    const timer = setInterval(() => void myMeetings.ask(), 5000)
    return () => clearInterval(timer)
  }, [])
  return null
}
