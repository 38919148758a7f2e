import { Search } from 'lucide-react'
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { fold } from '../../../shared/names/fold.ts'
import { useText } from '../../i18n/text.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Rows that are drawn: whoever looks for another one writes some of its words. */
const MOST_ROWS = 50

/** An item that another one can be combined with. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly words: string
  /** What both say; null: it does not look alike. */
  readonly terms: readonly string[] | null
}

interface CombineListProps {
  candidates: readonly Candidate[]
  chosen: string | null
  onChoose(id: string): void
}

/** Items to choose one from, found by their words. */
export function CombineList({ candidates, chosen, onChoose }: CombineListProps) {
  const { t } = useText()
  const [sought, setSought] = useState('')
  const found = candidates
    .filter(({ id, name, words }) => id === chosen || fold(`${name} ${words}`).includes(fold(sought)))
    .slice(0, MOST_ROWS)
  return (
    <div className="combine-choice">
      <TextField
        label={t('merge.combine.find')}
        type="search"
        icon={Search}
        value={sought}
        onChange={setSought}
      />
      {found.length === 0 && <p className="combine-none">{t('merge.combine.none')}</p>}
      <RadioGroup
        className="combine-list"
        aria-label={t('merge.combine.list')}
        value={chosen}
        onChange={onChoose}
      >
        {found.map(({ id, name, words, terms }) => (
          <Radio key={id} value={id} className="choice combine-row">
            <span className="choice-mark" aria-hidden />
            <span className="combine-row-words">
              <span className="combine-name">
                {name}
                {terms !== null && (
                  <span className="combine-alike">
                    {' · '}
                    {t('merge.combine.alike')}: <bdi>{terms.join(t('merge.alike.comma'))}</bdi>
                  </span>
                )}
              </span>
              <span className="combine-words" dir="auto">
                {words.replaceAll('\uFFFC', '')}
              </span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  )
}
