import './popover.css'
import type { ReactNode, RefObject } from 'react'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { defined } from './defined.ts'

export interface PopoverProps {
  /** Names what is inside, for screen readers. */
  label: string
  /** A Button or IconButton that opens it. Without one, `isOpen` and `anchor` say when and where. */
  trigger?: ReactNode
  children: ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  anchor?: RefObject<Element | null>
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

/** What floats beside its button; a sheet on phones. Escape closes it and gives the focus back. */
export function Popover({ label, trigger, children, isOpen, onOpenChange, anchor, placement }: PopoverProps) {
  const own = trigger === undefined ? defined({ isOpen, onOpenChange, triggerRef: anchor }) : {}
  const popover = (
    <AriaPopover className="popover" offset={6} placement={placement ?? 'bottom start'} {...own}>
      <AriaDialog className="popover-content" aria-label={label}>
        {children}
      </AriaDialog>
    </AriaPopover>
  )
  if (trigger === undefined) return popover
  return (
    <DialogTrigger {...defined({ isOpen, onOpenChange })}>
      {trigger}
      {popover}
    </DialogTrigger>
  )
}
