import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../i18n/text.tsx'
import { IconButton } from '../ui/icon-button.tsx'

interface PanelSheetProps {
  label: string
  onClose(): void
  children: ReactNode
}

/** The panel where there is no room beside the text. */
export function PanelSheet({ label, onClose, children }: PanelSheetProps) {
  const { t } = useText()
  return (
    <ModalOverlay
      className="panel-overlay"
      isOpen
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
