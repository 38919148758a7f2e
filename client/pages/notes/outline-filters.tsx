import { KINDS } from '../../../shared/meeting/facts.ts'
import { useText } from '../../i18n/text.tsx'
import { KindGlyph } from '../../ui/kind-glyph.tsx'
import { Select } from '../../ui/select.tsx'
import type { NotesDesk } from './notes-desk.ts'
import type { Outline, OutlineFilter } from './outline-entries.ts'

interface OutlineFiltersProps {
  desk: NotesDesk
  outline: Outline
  filter: OutlineFilter
  onFilter(filter: OutlineFilter): void
}

/** No speaker is written so (format.md). */
const EVERYBODY = '*'

/** Which interventions are shown: those with passages of a kind, those of one speaker. */
export function OutlineFilters({ desk, outline, filter, onFilter }: OutlineFiltersProps) {
  const { t, language } = useText()
  const kinds = KINDS.filter((kind) => outline.kinds.has(kind) || kind === filter.kind)
  const { speaker } = desk.words.words
  const speakers = outline.speakers
    .map((value) => ({ value, label: speaker(value).name, hint: speaker(value).detail }))
    .sort((one, other) => one.label.localeCompare(other.label, language))
  const options = [
    { value: EVERYBODY, label: t('outline.everybody') },
    ...speakers.map(({ value, label, hint }) => (hint === '' ? { value, label } : { value, label, hint })),
  ]
  if (kinds.length === 0 && speakers.length < 2) return null
  return (
    <div className="outline-filters">
      {kinds.length > 0 && (
        <fieldset aria-label={t('outline.byKind')}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className="outline-filter"
              data-kind={kind}
              aria-pressed={kind === filter.kind}
              title={t(`kind.${kind}`)}
              onClick={() => onFilter({ ...filter, kind: kind === filter.kind ? null : kind })}
            >
              <KindGlyph kind={kind} />
              <span className="visually-hidden">{t(`kind.${kind}`)} </span>
              {outline.kinds.get(kind) ?? 0}
            </button>
          ))}
        </fieldset>
      )}
      {speakers.length > 1 && (
        <Select
          label={t('outline.bySpeaker')}
          isLabelHidden
          isQuiet
          options={options}
          value={
            options.some(({ value }) => value === filter.speaker) ? (filter.speaker ?? EVERYBODY) : EVERYBODY
          }
          onChange={(value) => onFilter({ ...filter, speaker: value === EVERYBODY ? null : value })}
        />
      )}
    </div>
  )
}
