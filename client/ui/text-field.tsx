import './field.css'
import { CircleAlert, type LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { defined } from './defined.ts'

export interface TextFieldProps {
  label: string
  value: string
  onChange?(value: string): void
  hint?: string
  /** What is wrong with it: shown under the field. */
  error?: string | undefined
  icon?: LucideIcon
  type?: 'text' | 'search' | 'email'
  /** How many characters it takes at most. */
  maxLength?: number
  lines?: number
  isReadOnly?: boolean
  isLabelHidden?: boolean
  /** Words inside an empty search field; never in place of a label. */
  placeholder?: string
  autoComplete?: string
  autoFocus?: boolean
  /** `ltr` for what is written so in every language, such as links; else each line takes its own direction. */
  dir?: 'ltr'
  inputRef?: Ref<HTMLInputElement>
}

/** A field with its label above, its hint and its error under it. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, error, icon: Icon, lines, isLabelHidden, inputRef } = props
  const { type, maxLength, isReadOnly, autoComplete, autoFocus, placeholder, dir } = props
  return (
    <AriaTextField
      className="field"
      value={value}
      isInvalid={error !== undefined}
      {...defined({ onChange, type, maxLength, isReadOnly, autoComplete, autoFocus })}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className="field-label">{label}</Label>}
      <div className="field-box">
        {Icon && <Icon className="field-icon" />}
        {lines === undefined ? (
          <Input className="field-input" {...defined({ placeholder, dir, ref: inputRef })} />
        ) : (
          <TextArea className="field-input" rows={lines} {...defined({ placeholder, dir })} />
        )}
      </div>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">
        <CircleAlert />
        {error}
      </FieldError>
    </AriaTextField>
  )
}
