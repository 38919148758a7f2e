import './field.css'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'

export interface CheckboxProps {
  children: ReactNode
  isSelected: boolean
  onChange(isSelected: boolean): void
  hint?: string
  isDisabled?: boolean
}

/** A yes or no. */
export function Checkbox({ children, isSelected, onChange, hint, isDisabled = false }: CheckboxProps) {
  return (
    <AriaCheckbox className="choice" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="choice-mark choice-check" aria-hidden>
        {isSelected && <Check />}
      </span>
      <span className="choice-words">
        {children}
        {hint !== undefined && <span className="choice-hint">{hint}</span>}
      </span>
    </AriaCheckbox>
  )
}
