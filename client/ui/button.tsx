import './button.css'
import type { LucideIcon } from 'lucide-react'
import { type ReactNode, type Ref, useId } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { defined } from './defined.ts'
import { Tooltip } from './tooltip.tsx'

export interface ButtonProps {
  children: ReactNode
  onPress?: (() => void) | undefined
  /** One primary for each view; danger only in dialogs. */
  variant?: 'primary' | 'default' | 'quiet' | 'danger'
  size?: 'normal' | 'small'
  icon?: LucideIcon
  /** The word while it works, such as "Merging…". It keeps its focus and takes no second press. */
  busy?: string | undefined
  /** Why it cannot be pressed now: told in a tooltip and to screen readers. */
  refused?: string | undefined
  type?: 'button' | 'submit'
  autoFocus?: boolean
  /** Takes the whole width, as on phones. */
  isWide?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button with a word. */
export function Button(props: ButtonProps) {
  const { children, onPress, variant = 'default', size = 'normal', icon: Icon, busy, refused } = props
  const { type, autoFocus, isWide, ref } = props
  const isRefused = refused !== undefined
  const reason = useId()
  const button = (
    <AriaButton
      {...defined({
        onPress: isRefused ? undefined : onPress,
        type: isRefused ? 'button' : type,
        autoFocus,
        ref,
      })}
      className={`button button-${variant} button-${size}${isWide ? ' button-wide' : ''}`}
      isPending={busy !== undefined}
      {...(isRefused && {
        render: (dom) => <button {...dom} aria-disabled="true" aria-describedby={reason} />,
      })}
    >
      {Icon && <Icon />}
      <span className="button-words">
        {/* Both words lie in one cell, so that the width stays when the word changes. */}
        <span aria-hidden={busy !== undefined} data-hidden={busy !== undefined || undefined}>
          {children}
        </span>
        {busy !== undefined && <span>{busy}</span>}
      </span>
    </AriaButton>
  )
  if (!isRefused) return button
  return (
    <>
      <Tooltip text={refused}>{button}</Tooltip>
      <span id={reason} hidden>
        {refused}
      </span>
    </>
  )
}
