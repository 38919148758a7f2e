import './button.css'
import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { defined } from './defined.ts'
import { Tooltip } from './tooltip.tsx'

/** What happens to a button. */
export interface IconButtonEvents {
  onPress?: (() => void) | undefined
  onHoverStart?: () => void
  onFocus?: () => void
  ref?: Ref<HTMLButtonElement>
}

export interface IconButtonProps extends IconButtonEvents {
  /** Its name: told in a tooltip and to screen readers. */
  label: string
  icon: LucideIcon
  size?: 'normal' | 'small'
  /** For a button that stays pressed. */
  isPressed?: boolean
  className?: string
}

/** A button that shows only an icon. */
export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, size, isPressed, className, ...events } = props
  const name = ['icon-button', size === 'small' ? 'icon-button-small' : '', className ?? ''].join(' ').trim()
  return (
    <Tooltip text={label}>
      <AriaButton {...defined({ ...events, 'aria-pressed': isPressed })} aria-label={label} className={name}>
        <Icon />
      </AriaButton>
    </Tooltip>
  )
}
