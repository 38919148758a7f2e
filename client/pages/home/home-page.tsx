import { Navigate } from 'react-router'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { myMeetings } from '../../meeting/my-meetings.ts'
import { useMyMeetings } from '../../meeting/use-my-meetings.ts'
import { TroublePage } from '../../shell/trouble-page.tsx'
import { Button } from '../../ui/button.tsx'
import { MeetingList } from './meeting-list.tsx'
import { Welcome } from './welcome.tsx'

/** The first page: my meetings; one, and I am in it; none, and it says what Minuta is and how to get in. */
export function HomePage() {
  const { t } = useText()
  const mine = useMyMeetings()
  switch (mine.state) {
    case 'asking':
      return null
    case 'signed-out':
      return <Welcome />
    case 'failed': {
      const { message, hint } = errorWords(t, mine.error)
      return (
        <TroublePage
          title={message}
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
    case 'known': {
      const [first, ...others] = mine.list
      if (first === undefined) return <Welcome />
      if (others.length === 0) return <Navigate to={`/m/${first.meeting.id}`} replace />
      return <MeetingList memberships={mine.list} />
    }
  }
}
