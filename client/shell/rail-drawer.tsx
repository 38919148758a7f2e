import './rail-drawer.css'
import { X } from 'lucide-react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Rail } from './rail.tsx'

/** The whole rail over the text, where there is no room for it beside. */
export function RailDrawer({ onClose }: { onClose(): void }) {
  const { t } = useText()
  const { meeting } = useMeeting()
  return (
    <ModalOverlay
      className="rail-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="rail-modal">
        <AriaDialog className="rail-dialog" aria-label={t('shell.rail')}>
          <div className="rail-dialog-head">
            <span className="rail-dialog-name">
              <bdi>{meeting.shortTitle}</bdi>
              {meeting.isSample && <span className="rail-dialog-sample">{t('shell.sample')}</span>}
            </span>
            <IconButton icon={X} label={t('ui.close')} onPress={onClose} />
          </div>
          <Rail isDrawer onGo={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
