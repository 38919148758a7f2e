import './export.css'
import './report.css'
import { Download, X } from 'lucide-react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useLocation, useNavigate } from 'react-router'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useRoom } from '../../sync/use-room.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ExportForm } from './export-form.tsx'
import { ExportPreview } from './export-preview.tsx'
import { useDownload } from './use-download.ts'
import { useExportChoice } from './use-export-choice.ts'
import { usePreview } from './use-preview.ts'

/** The export, over the page that one is on (`?export=1`): what goes in, and how it will look. */
export function ExportDialog() {
  const { t } = useText()
  const { may } = useMeeting()
  const location = useLocation()
  const navigate = useNavigate()
  const close = (): void => {
    const query = new URLSearchParams(location.search)
    query.delete('export')
    void navigate({ pathname: location.pathname, search: String(query), hash: location.hash })
  }
  return (
    <ModalOverlay
      className="export-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <Modal className="export-modal">
        <Dialog className="export-dialog">
          {may('export') ? (
            <Exporting onClose={close} />
          ) : (
            <div className="export-side">
              <Heading slot="title" className="export-title">
                {t('export.title')}
              </Heading>
              <p>{t('export.notYours')}</p>
              <Button onPress={close}>{t('ui.close')}</Button>
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Exporting({ onClose }: { onClose(): void }) {
  const { t } = useText()
  const { id, me, meeting } = useMeeting()
  const [choice, change] = useExportChoice(id, meeting.lang)
  const room = useRoom(`m/${id}/draft`, me.id, true)
  const previewing = usePreview(id, choice, useDocVersion(room.doc))
  const download = useDownload(id, choice)
  const failure = download.error === null ? null : errorWords(t, download.error)
  return (
    <>
      <div className="export-side">
        <div className="export-options">
          <Heading slot="title" className="export-title">
            {t('export.title')}
          </Heading>
          <ExportForm choice={choice} onChange={change} preview={previewing.preview} />
        </div>
        <div className="export-foot">
          {failure !== null && (
            <p className="export-foot-error" role="alert">
              {t('export.notDownloaded')} {failure.message} {failure.hint}
            </p>
          )}
          <Button
            variant="primary"
            icon={Download}
            onPress={download.start}
            busy={download.isBusy ? t('export.downloading') : undefined}
          >
            {t(`export.download.${choice.format}`)}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </div>
      </div>
      <div className="export-look">
        <div className="export-look-head">
          <span role="status">{previewing.isLoading ? t('export.previewLoading') : t('export.preview')}</span>
          <IconButton icon={X} label={t('ui.close')} onPress={onClose} />
        </div>
        <ExportPreview previewing={previewing} />
      </div>
    </>
  )
}
