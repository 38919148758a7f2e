import { Link } from 'react-router'
import { type CoveredIntervention, countLed } from '../../../shared/coverage/coverage.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'

interface TopicCountsProps {
  /** Of all topics. */
  interventions: readonly CoveredIntervention[]
  chosen: string | null
}

/** How many interventions of each topic led where. */
export function TopicCounts({ interventions, chosen }: TopicCountsProps) {
  const { t } = useText()
  const { topics } = useMeeting()
  return (
    <table className="coverage-topics">
      <caption className="visually-hidden">{t('coverage.byTopic')}</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t('coverage.topic')}
          </th>
          <th scope="col" rowSpan={2} className="coverage-all">
            {t('coverage.interventions')}
          </th>
          <th scope="col" rowSpan={2}>
            {t('coverage.led')}
          </th>
          <th scope="colgroup" colSpan={2}>
            {t('coverage.title')}
          </th>
        </tr>
        <tr>
          <th scope="col">{t('coverage.recommendations')}</th>
          <th scope="col">{t('coverage.others')}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map(({ id, number, title, shortTitle }) => {
          const own = interventions.filter(({ topic }) => topic === id)
          const { led, recommendation, other } = countLed(own)
          return (
            <tr key={id} data-chosen={id === chosen || undefined}>
              <th scope="row">
                <Link
                  to={id === chosen ? '?' : `?topic=${id}`}
                  replace
                  title={title}
                  aria-current={id === chosen || undefined}
                >
                  <span className="coverage-number">{number}</span>
                  <bdi>{shortTitle ?? title}</bdi>
                </Link>
              </th>
              <Count of={own.length} is="all" />
              <Count of={led} />
              <Count of={recommendation} is="lost" />
              <Count of={other} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Count({ of, is }: { of: number; is?: 'all' | 'lost' }) {
  const state = of === 0 ? 'zero' : is
  return (
    <td className={is === 'all' ? 'coverage-all' : undefined} data-is={state}>
      {of}
    </td>
  )
}
