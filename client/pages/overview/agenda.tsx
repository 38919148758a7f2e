import { Radio } from 'lucide-react'
import { Link } from 'react-router'
import { formatDay, formatHours } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { zoneName } from '../../i18n/zone-name.ts'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { onceEach } from '../../meeting/present.ts'
import { useWhoIsHere } from '../../meeting/use-presence.ts'
import { Avatar } from '../../ui/avatar.tsx'
import type { TopicWork } from '../../work/count-work.ts'
import { useWork } from '../../work/work.tsx'
import { isNow } from './agenda-now.ts'
import { useClock } from './use-clock.ts'

/** The topics in their order: when, by whom noted, how far, who is there. */
export function Agenda() {
  const { t, language } = useText()
  const { meeting, topics } = useMeeting()
  const { topics: work } = useWork()
  const clock = useClock(meeting.timeZone)
  return (
    <section aria-labelledby="agenda" className="agenda">
      <h2 id="agenda" className="overview-heading">
        {t('shell.agenda')}
      </h2>
      <ol className="agenda-list">
        {topics.map((topic) => (
          <TopicRow key={topic.id} topic={topic} work={work.get(topic.id)} now={isNow(topic, clock)} />
        ))}
      </ol>
      <p className="overview-quiet">{t('overview.times', { zone: zoneName(language, meeting.timeZone) })}</p>
    </section>
  )
}

interface TopicRowProps {
  topic: Topic
  work: TopicWork | undefined
  now: boolean
}

function TopicRow({ topic, work, now }: TopicRowProps) {
  const { t } = useText()
  const { id, meeting, may } = useMeeting()
  const here = onceEach(
    useWhoIsHere().filter(({ role, at }) => role !== 'observer' && at === `notes/${topic.id}`),
  )
  const isOpen = may('read-notes', { topic })
  return (
    <li className={now ? 'agenda-row agenda-now' : 'agenda-row'}>
      <span className="agenda-number">{topic.number}</span>
      <div className="agenda-topic">
        <p className="agenda-title">
          {isOpen ? (
            <Link to={`/m/${id}/topics/${topic.id}`}>
              <bdi lang={meeting.lang}>{topic.title}</bdi>
            </Link>
          ) : (
            <bdi lang={meeting.lang}>{topic.title}</bdi>
          )}
        </p>
        <TopicFacts topic={topic} />
      </div>
      <p className="agenda-count">{isOpen ? <Counted work={work} /> : t('overview.notOpenToYou')}</p>
      {now && (
        <p className="agenda-live">
          <Radio />
          {t('overview.now')}
        </p>
      )}
      {here.length > 0 && (
        <p className="agenda-here">
          <span className="visually-hidden">
            {t('overview.here', { names: here.map(({ name }) => name).join(', ') })}
          </span>
          {here.slice(0, 4).map((person) => (
            <Avatar key={person.member} person={person} />
          ))}
        </p>
      )}
    </li>
  )
}

function TopicFacts({ topic }: { topic: Topic }) {
  const { t, language } = useText()
  const { members } = useMeeting()
  const rapporteurs = [...members.values()].filter(
    ({ role, topics }) => role === 'rapporteur' && topics.includes(topic.id),
  )
  const { startsAt, endsAt } = topic
  return (
    <p className="agenda-facts">
      {startsAt !== null && (
        <>
          {formatDay(language, startsAt)}
          {t('overview.comma')}
          <bdi>{formatHours(startsAt, endsAt)}</bdi>
        </>
      )}
      {startsAt !== null && rapporteurs.length > 0 && ' · '}
      {rapporteurs.map(({ name }, index) => (
        <span key={name}>
          {index > 0 && t('overview.comma')}
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  )
}

function Counted({ work }: { work: TopicWork | undefined }) {
  const { t } = useText()
  if (work === undefined) return null
  if (work.lines === 0) return t('overview.noNotes')
  const lines = t('overview.lines', { count: work.lines })
  if (work.recommendations === 0) return lines
  return `${lines}${t('overview.comma')}${t('overview.recommendations', { count: work.recommendations })}`
}
