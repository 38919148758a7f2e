import type { CoveredIntervention } from '../../../shared/coverage/coverage.ts'
import { collator } from '../../../shared/names/country-name.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { speakerWords } from '../../provenance/speaker-words.ts'
import type { KnownFates } from '../../provenance/use-fates.ts'
import { LostRow } from './lost-row.tsx'
import type { ReadNotes } from './notes-reader.tsx'

interface LostInterventionsProps {
  of: 'recommendation' | 'other'
  lost: readonly CoveredIntervention[]
  notes: ReadonlyMap<string, ReadNotes>
  fates: KnownFates
}

/** Interventions that led nowhere: under their topic, by speaker. Those of other kinds wait until somebody opens them. */
export function LostInterventions({ of, lost, notes, fates }: LostInterventionsProps) {
  const { t } = useText()
  const heading = (
    <h2 className="coverage-heading">
      {t(`coverage.lost.${of}`)} <span className="coverage-count">{lost.length}</span>
    </h2>
  )
  if (lost.length === 0)
    return (
      <section className="coverage-part">
        {heading}
        <p className="coverage-none">{t(`coverage.lostNone.${of}`)}</p>
      </section>
    )
  const groups = <Groups lost={lost} notes={notes} fates={fates} />
  if (of === 'recommendation')
    return (
      <section className="coverage-part">
        {heading}
        {groups}
      </section>
    )
  return (
    <details className="coverage-part">
      <summary>{heading}</summary>
      {groups}
    </details>
  )
}

function Groups({ lost, notes, fates }: Omit<LostInterventionsProps, 'of'>) {
  const { topics } = useMeeting()
  const bySpeaker = useBySpeaker()
  return topics.map(({ id, number, title }) => {
    const own = lost.filter(({ topic }) => topic === id)
    if (own.length === 0) return null
    return (
      <section key={id} className="coverage-group">
        <h3 className="coverage-topic">
          <span className="coverage-number">{number}</span> <bdi>{title}</bdi>
        </h3>
        <ul className="coverage-list">
          {bySpeaker(own).map((intervention) => (
            <LostRow
              key={intervention.id}
              intervention={intervention}
              times={notes.get(id)?.times ?? new Map()}
              fates={fates}
            />
          ))}
        </ul>
      </section>
    )
  })
}

/** Gives the way to put interventions in order: by the name of who spoke, those of nobody last, else as they were said. */
function useBySpeaker(): (own: readonly CoveredIntervention[]) => CoveredIntervention[] {
  const { language } = useText()
  const { mechanisms } = useMeeting()
  const { compare } = collator(language)
  return (own) => {
    const named = own.map((intervention) => ({
      intervention,
      name: speakerWords(intervention.speaker, mechanisms, language)?.name ?? '\uFFFF',
    }))
    return named.sort((one, other) => compare(one.name, other.name)).map(({ intervention }) => intervention)
  }
}
