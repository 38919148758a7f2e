import { useSearchParams } from 'react-router'
import { countLed } from '../../../shared/coverage/coverage.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Page } from '../../shell/page.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BehindNothing, isBehindNothing } from './behind-nothing.tsx'
import { LostInterventions } from './lost-interventions.tsx'
import type { ReadNotes } from './notes-reader.tsx'
import { TopicCounts } from './topic-counts.tsx'
import { type ShownCoverage, useCoverage } from './use-coverage.ts'

const ALL = 'all'

/** The page once the notes of all topics are here. */
export function CoverageView({ notes }: { notes: ReadonlyMap<string, ReadNotes> }) {
  const { t } = useText()
  const { id, topics } = useMeeting()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('topic')
  const topic = topics.some((one) => one.id === asked) ? asked : null
  const coverage = useCoverage(notes, topic)
  const options = [
    { value: ALL, label: t('coverage.allTopics') },
    ...topics.map(({ id: value, number, shortTitle, title }) => ({
      value,
      label: `${number} · ${shortTitle ?? title}`,
    })),
  ]
  return (
    <Page
      title={t('coverage.title')}
      at="coverage"
      kicker={coverage === null ? undefined : <Kicker coverage={coverage} />}
      actions={
        <>
          <Select
            label={t('coverage.topic')}
            isLabelHidden
            options={options}
            value={topic ?? ALL}
            onChange={(value) => setSearch(value === ALL ? {} : { topic: value }, { replace: true })}
          />
          <ButtonLink to={`/m/${id}/merge`}>{t('draft.reviewMerge')}</ButtonLink>
        </>
      }
    >
      {coverage === null ? <Skeleton lines={6} /> : <Parts coverage={coverage} notes={notes} topic={topic} />}
    </Page>
  )
}

function Kicker({ coverage }: { coverage: ShownCoverage }) {
  const { t } = useText()
  const { interventions } = coverage.shown
  const { led } = countLed(interventions)
  return (
    <>
      {t('coverage.count', { count: interventions.length })} · {t('coverage.ledOn', { count: led })}
    </>
  )
}

interface PartsProps {
  coverage: ShownCoverage
  notes: ReadonlyMap<string, ReadNotes>
  topic: string | null
}

function Parts({ coverage, notes, topic }: PartsProps) {
  const { t } = useText()
  const { shown, all, fates } = coverage
  const { interventions, mechanisms, regions } = shown
  if (interventions.length === 0)
    return <EmptyState title={t('coverage.nothingSaid')}>{t('coverage.nothingSaidHow')}</EmptyState>
  const lost = interventions.filter(({ led }) => led === 'recommendation')
  const others = interventions.filter(({ led }) => led === 'other')
  if (lost.length === 0 && others.length === 0 && !mechanisms.some(isBehindNothing))
    return <EmptyState title={t('coverage.allCovered')}>{t('coverage.allCoveredHow')}</EmptyState>
  return (
    <div className="coverage">
      <TopicCounts interventions={all.interventions} chosen={topic} />
      <LostInterventions of="recommendation" lost={lost} notes={notes} fates={fates} />
      <LostInterventions of="other" lost={others} notes={notes} fates={fates} />
      <BehindNothing mechanisms={mechanisms} regions={regions} />
    </div>
  )
}
