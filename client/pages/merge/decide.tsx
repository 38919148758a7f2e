import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useText } from '../../i18n/text.tsx'
import type { Decision } from './merge-state.ts'

interface DecideProps {
  /** What it is about, for who can't see what stands beside it. */
  label: string
  value: Decision['does']
  onChange(does: Decision['does']): void
  /** The words for taking it and for leaving the draft as it is; null: it can't be. */
  take: string | null
  keep: string | null
}

/** What to do with one proposal: three words side by side. */
export function Decide({ label, value, onChange, take, keep }: DecideProps) {
  const { t } = useText()
  const options = [
    ['take', take],
    ['keep', keep],
    ['later', t('merge.later')],
  ] as const
  return (
    <RadioGroup
      className="merge-decide"
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as Decision['does'])}
    >
      {options.map(([does, words]) =>
        words === null ? null : (
          <Radio key={does} value={does} className="merge-decide-option">
            {words}
          </Radio>
        ),
      )}
    </RadioGroup>
  )
}
