import { Printer } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface PrintDialogProps {
  withNotes: boolean
  onNotes(withNotes: boolean): void
  onPrint(): void
  onClose(): void
}

/** What goes on paper. The browser's own key prints what was chosen here last. */
export function PrintDialog({ withNotes, onNotes, onPrint, onClose }: PrintDialogProps) {
  const { t } = useText()
  return (
    <Dialog
      title={t('print.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" icon={Printer} onPress={onPrint} autoFocus>
            {t('print.do')}
          </Button>
        </>
      }
    >
      <p>{t('print.body')}</p>
      <Checkbox isSelected={withNotes} onChange={onNotes} hint={t('print.withNotesHint')}>
        {t('print.withNotes')}
      </Checkbox>
    </Dialog>
  )
}
