import './field.css'
import type { LucideIcon } from 'lucide-react'
import { Label } from 'react-aria-components/Label'
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'

export interface RadioOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
  readonly icon?: LucideIcon
  /** Of the label, where it is not the page's. */
  readonly lang?: string
  /** It can't be chosen; the hint says why. */
  readonly isDisabled?: boolean
}

export interface RadioGroupProps<Value extends string> {
  label: string
  options: readonly RadioOption<Value>[]
  value: Value
  onChange: (value: Value) => void
  /** Each choice in a box of its own, as on phones. */
  isCards?: boolean
  isRow?: boolean
  isLabelHidden?: boolean
}

/** A choice of one out of a few, all shown. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, options, value, onChange, isCards = false, isRow = false, isLabelHidden = false } = props
  return (
    <AriaRadioGroup
      className="field"
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className="field-label">{label}</Label>}
      <div className={isRow ? 'choice-row' : 'choice-group'}>
        {options.map(({ value: id, label: words, hint, icon: Icon, lang, isDisabled = false }) => (
          <Radio
            key={id}
            value={id}
            isDisabled={isDisabled}
            className={isCards ? 'choice choice-card' : 'choice'}
          >
            <span className="choice-mark" aria-hidden />
            {Icon && <Icon />}
            <span className="choice-words">
              {lang === undefined ? words : <bdi lang={lang}>{words}</bdi>}
              {hint !== undefined && <span className="choice-hint">{hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  )
}
