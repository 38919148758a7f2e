import type { CoveredMechanism, CoveredRegion } from '../../../shared/coverage/coverage.ts'
import { collator, countryName, sortMechanisms } from '../../../shared/names/country-name.ts'
import { regionName } from '../../../shared/names/region-name.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'

interface BehindNothingProps {
  mechanisms: readonly CoveredMechanism[]
  regions: readonly CoveredRegion[]
}

/** Tells whether no source of any item names it. */
export function isBehindNothing({ items }: Pick<CoveredMechanism, 'items'>): boolean {
  return items.length === 0
}

/** Mechanisms and regions of which nothing stands in the draft. */
export function BehindNothing({ mechanisms, regions }: BehindNothingProps) {
  const { t, language } = useText()
  const facts = useMeeting().mechanisms
  const covered = new Map(mechanisms.map((each) => [each.id, each]))
  const alone = sortMechanisms(facts, language).flatMap(([id, fact]) => {
    const each = covered.get(id)
    return each !== undefined && isBehindNothing(each) ? [{ id, fact, times: each.interventions }] : []
  })
  const spoke = alone.filter(({ times }) => times > 0)
  const quiet = alone.filter(({ times }) => times === 0)
  const silent = regions
    .filter(isBehindNothing)
    .map(({ region }) => regionName(region, language))
    .sort(collator(language).compare)
  return (
    <section className="coverage-part">
      <h2 className="coverage-heading">
        {t('coverage.behindNothing')} <span className="coverage-count">{alone.length}</span>
      </h2>
      {alone.length === 0 && <p className="coverage-none">{t('coverage.behindNothingNone')}</p>}
      {spoke.length > 0 && (
        <ul className="coverage-mechanisms">
          {spoke.map(({ id, fact, times }) => (
            <li key={id}>
              <bdi className="coverage-name">{countryName(fact, language)}</bdi>{' '}
              <span className="coverage-mechanism">
                <bdi>{fact.shortName || fact.name}</bdi> · {t('coverage.spoke', { count: times })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {quiet.length > 0 && (
        <Names
          className="coverage-silent"
          label={t('coverage.didNotSpeak')}
          names={quiet.map(({ fact }) => countryName(fact, language))}
        />
      )}
      {silent.length > 0 && (
        <Names className="coverage-regions" label={t('coverage.regions')} names={silent} />
      )}
    </section>
  )
}

function Names({ className, label, names }: { className: string; label: string; names: readonly string[] }) {
  return (
    <p className={className}>
      {label}{' '}
      {names.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two mechanisms may be of one country.
        <span key={index}>
          {index > 0 && ' · '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  )
}
