import './field.css'
import './menu.css'
import './popover.css'
import { Check, ChevronDown, type LucideIcon } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly lang?: string
}

export interface SelectProps {
  label: string
  options: readonly SelectOption[]
  value: string
  onChange(value: string): void
  hint?: string
  icon?: LucideIcon
  /** The label is for screen readers only: the place says what it is, as in a table. */
  isLabelHidden?: boolean
  /** Plain words with an arrow, no box. */
  isQuiet?: boolean
}

/** A choice of one out of several, shown closed. */
export function Select(props: SelectProps) {
  const { label, options, value, onChange, hint, icon: Icon, isLabelHidden = false, isQuiet = false } = props
  return (
    <AriaSelect
      className="field"
      selectedKey={value}
      onSelectionChange={(key) => {
        if (key !== null && key !== value) onChange(String(key))
      }}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className="field-label">{label}</Label>}
      <Button className={isQuiet ? 'select-button select-quiet' : 'select-button'}>
        {Icon && <Icon />}
        <SelectValue className="select-value">
          {({ selectedText }) => selectedText ?? options.find((option) => option.value === value)?.label}
        </SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <Popover className="popover" offset={4}>
        <ListBox className="list-box">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="menu-item"
              {...(option.lang !== undefined && { lang: option.lang })}
            >
              {({ isSelected }) => (
                <>
                  <span className="menu-item-words">
                    {option.label}
                    {option.hint !== undefined && <span className="menu-item-hint">{option.hint}</span>}
                  </span>
                  <Check className="menu-item-check" data-shown={isSelected || undefined} />
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
