import './own-words.css'
import { useCallback, useState } from 'react'
import { useSearchParams } from 'react-router'
import { countryName, sortMechanisms } from '../../../shared/names/country-name.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Page } from '../../shell/page.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Select } from '../../ui/select.tsx'
import { MechanismWords } from './mechanism-words.tsx'
import { TopicWatch } from './topic-watch.tsx'
import type { TopicWords } from './topic-words.ts'

/** What a mechanism said, for whoever speaks for it to confirm or correct; the chair on behalf of any. */
export function OwnWordsPage() {
  const { t } = useText()
  const { me, mechanisms } = useMeeting()
  if (me.role === 'chair') return <AnyMechanism />
  if (me.role === 'participant' && me.mechanism !== null && mechanisms.has(me.mechanism))
    return <WordsOf mechanism={me.mechanism} />
  return (
    <Page title={t('checks.title')} at="words">
      <EmptyState title={t('checks.closed')}>{t('checks.closedBody')}</EmptyState>
    </Page>
  )
}

function AnyMechanism() {
  const { t, language } = useText()
  const { mechanisms } = useMeeting()
  const [search, setSearch] = useSearchParams()
  const sorted = sortMechanisms(mechanisms, language)
  const asked = search.get('mechanism')
  const chosen = asked !== null && mechanisms.has(asked) ? asked : sorted[0]?.[0]
  if (chosen === undefined)
    return (
      <Page title={t('checks.titleChair')} at="words">
        <EmptyState title={t('checks.closed')} />
      </Page>
    )
  const options = sorted.map(([value, mechanism]) => ({
    value,
    label: countryName(mechanism, language),
    hint: mechanism.shortName,
  }))
  return (
    <WordsOf
      key={chosen}
      mechanism={chosen}
      choice={
        <Select
          label={t('checks.mechanism')}
          options={options}
          value={chosen}
          onChange={(mechanism) => setSearch({ mechanism }, { replace: true })}
        />
      }
    />
  )
}

function WordsOf({ mechanism, choice }: { mechanism: string; choice?: React.ReactNode }) {
  const { t, language } = useText()
  const { mechanisms, topics, may } = useMeeting()
  const [read, setRead] = useState<ReadonlyMap<string, TopicWords>>(new Map())
  const handleWords = useCallback((topic: string, words: TopicWords) => {
    setRead((before) => new Map(before).set(topic, words))
  }, [])
  const known = mechanisms.get(mechanism)
  const name = known === undefined ? mechanism : countryName(known, language)
  const readable = topics.filter((topic) => may('read-notes', { topic }))
  const words = readable.flatMap((topic) => read.get(topic.id) ?? [])
  return (
    <Page
      title={choice === undefined ? t('checks.title') : t('checks.titleChair')}
      kicker={<bdi>{name}</bdi>}
      at="words"
    >
      {readable.map((topic) => (
        <TopicWatch key={topic.id} topic={topic} mechanism={mechanism} onWords={handleWords} />
      ))}
      <div className="own-words">
        {choice !== undefined && <div className="own-words-choice">{choice}</div>}
        <MechanismWords
          mechanism={mechanism}
          name={name}
          isOnBehalf={choice !== undefined}
          words={words}
          isWhole={words.length === readable.length}
        />
      </div>
    </Page>
  )
}
