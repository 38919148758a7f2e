import './panel.css'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../i18n/text.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useShellWidth } from './shell-width.tsx'

export interface PanelProps {
  label: string
  children: ReactNode
  /** 326 px beside notes, 372 beside the draft. */
  size?: 'notes' | 'draft'
  /** Whether it is open where there is no room beside the text; beside it, it always is. */
  isOpen: boolean
  onClose(): void
}

/** The side panel: beside the text from 1024 px on, over its end below, a sheet on phones. */
export function Panel({ label, children, size = 'notes', isOpen, onClose }: PanelProps) {
  const { t } = useText()
  const width = useShellWidth()
  if (width === 'wide' || width === 'middle') {
    return (
      <aside className={`panel panel-${size}`} aria-label={label} tabIndex={-1} data-region="panel">
        <div className="panel-content">{children}</div>
      </aside>
    )
  }
  return (
    <ModalOverlay
      className="panel-overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="panel-modal">
        <AriaDialog className="panel-dialog" aria-label={label}>
          <div className="panel-close">
            <IconButton icon={X} label={t('ui.close')} onPress={onClose} />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
