import './top-bar.css'
import { Menu as MenuIcon } from 'lucide-react'
import { Link } from 'react-router'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { IconButton, type IconButtonEvents } from '../ui/icon-button.tsx'
import { HereOnPage } from './here-on-page.tsx'
import { MyMenu } from './my-menu.tsx'
import { usePageTitle } from './page-title.tsx'
import { SearchOpener } from './search-opener.tsx'
import { StatusWord } from './status-word.tsx'

interface TopBarProps {
  /** Opens the rail where there is no room for it. */
  rail: IconButtonEvents
}

/** Whose meeting, whether all is saved, who else is on this page, and me. */
export function TopBar({ rail }: TopBarProps) {
  const { t } = useText()
  const { id, meeting } = useMeeting()
  const title = usePageTitle()
  return (
    <header className="top-bar">
      <IconButton icon={MenuIcon} label={t('shell.openRail')} className="top-bar-rail" {...rail} />
      <div className="top-bar-meeting">
        <Link to="/" className="wordmark" translate="no" aria-label={t('shell.myMeetings')}>
          Minuta
        </Link>
        <Link to={`/m/${id}`} className="top-bar-name">
          <bdi lang={meeting.lang}>{meeting.shortTitle}</bdi>
        </Link>
        {meeting.isSample && <span className="top-bar-sample">{t('shell.sample')}</span>}
      </div>
      {/* The bar of phones shows the page's name in the meeting's place; the page itself holds the heading. */}
      <span className="top-bar-title" aria-hidden>
        <bdi>{title}</bdi>
      </span>
      <StatusWord />
      <HereOnPage />
      <SearchOpener />
      <MyMenu />
    </header>
  )
}
