import './home.css'
import { Link } from 'react-router'
import type { Membership } from '../../api/membership.ts'
import { useText } from '../../i18n/text.tsx'
import { PlainPage } from '../../shell/plain-page.tsx'

/** The meetings that this browser is signed in to. */
export function MeetingList({ memberships }: { memberships: readonly Membership[] }) {
  const { t } = useText()
  return (
    <PlainPage title={t('home.myMeetings')}>
      <h1>{t('home.myMeetings')}</h1>
      <ul className="home-meetings">
        {memberships.map(({ meeting, member }) => (
          <li key={meeting.id}>
            <Link to={`/m/${meeting.id}`} className="home-meeting">
              <bdi>{meeting.title}</bdi>
            </Link>
            <p className="home-meeting-me">
              {t('home.as', { name: member.name, role: t(`role.${member.role}`) })}
              {meeting.isSample && ` · ${t('shell.sample')}`}
            </p>
          </li>
        ))}
      </ul>
    </PlainPage>
  )
}
