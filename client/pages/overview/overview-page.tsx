import './overview.css'
import { formatDays } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Page } from '../../shell/page.tsx'
import { Agenda } from './agenda.tsx'
import { DiscussionSection } from './discussion-section.tsx'
import { NeedsYou } from './needs-you.tsx'
import { WhereWeAre } from './where-we-are.tsx'
import { WhoIsHere } from './who-is-here.tsx'

/** The meeting at a glance: what waits for me, the agenda, the phase, who is here. */
export function OverviewPage() {
  const { t, language } = useText()
  const { meeting, mechanisms } = useMeeting()
  const days = formatDays(language, meeting.startsOn, meeting.endsOn)
  const header = (
    <header className="overview-header">
      <h1 className="overview-title">
        <bdi lang={meeting.lang}>{meeting.title}</bdi>
      </h1>
      <p className="overview-facts">
        <bdi lang={meeting.lang}>{meeting.form}</bdi>
        {t('overview.comma')}
        <bdi>{meeting.place}</bdi>
        {t('overview.comma')}
        <bdi>{days}</bdi> · {t('overview.mechanisms', { count: mechanisms.size })}
      </p>
    </header>
  )
  return (
    <Page title={meeting.title} shortTitle={t('shell.overview')} at="overview" header={null}>
      <div className="overview">
        <div className="overview-main">
          {header}
          <NeedsYou />
          <Agenda />
          <DiscussionSection />
        </div>
        <aside className="overview-side" aria-label={t('overview.side')}>
          <WhereWeAre />
          <WhoIsHere />
        </aside>
      </div>
    </Page>
  )
}
