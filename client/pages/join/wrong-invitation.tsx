import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** What to do with an invitation that was made for somebody else. */
export function WrongInvitation({ title, onClose }: { title: string; onClose(): void }) {
  const { t } = useText()
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <p>{t('join.wrongBody')}</p>
    </Dialog>
  )
}
