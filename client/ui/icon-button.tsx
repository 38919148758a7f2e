import './button.css'
import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { defined } from './defined.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps {
  /** Its name: told in a tooltip and to screen readers. */
  label: string
  icon: LucideIcon
  onPress?: (() => void) | undefined
  size?: 'normal' | 'small'
  /** For a button that stays pressed. */
  isPressed?: boolean
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button that shows only an icon. */
export function IconButton({ label, icon: Icon, onPress, size, isPressed, className, ref }: IconButtonProps) {
  const name = ['icon-button', size === 'small' ? 'icon-button-small' : '', className ?? ''].join(' ').trim()
  return (
    <Tooltip text={label}>
      <AriaButton
        {...defined({ onPress, ref, 'aria-pressed': isPressed })}
        aria-label={label}
        className={name}
      >
        <Icon />
      </AriaButton>
    </Tooltip>
  )
}
