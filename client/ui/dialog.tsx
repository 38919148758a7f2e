import './dialog.css'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

export interface DialogProps {
  /** One question, or what is chosen here. */
  title: string
  isOpen: boolean
  /** Escape, or a press outside. What was typed is the opener's to keep. */
  onClose(): void
  children?: ReactNode
  /** Buttons, named by verbs. */
  actions?: ReactNode
  size?: 'normal' | 'large'
  /** A press outside does not close it: for what can't be undone. */
  isAlert?: boolean
}

/** A dialog over the page. The focus goes in, stays in, and returns where it came from. */
export function Dialog({ title, isOpen, onClose, children, actions, size, isAlert = false }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      isDismissable={!isAlert}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={`dialog-modal dialog-${size ?? 'normal'}`}>
        <AriaDialog className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children !== undefined && <div className="dialog-body">{children}</div>}
          {actions !== undefined && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
