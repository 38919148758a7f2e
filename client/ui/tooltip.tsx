import './tooltip.css'
import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

export interface TooltipProps {
  text: string
  /** One element that takes the focus: a Button of react-aria-components, or anything inside its Focusable. */
  children: ReactElement
  isDisabled?: boolean
  placement?: 'top' | 'bottom' | 'start' | 'end'
}

/** Says more about one element, on hover and on keyboard focus. */
export function Tooltip({ text, children, isDisabled = false, placement = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} isDisabled={isDisabled}>
      {children}
      <AriaTooltip className="tooltip" placement={placement} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
