import { useNavigate } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface ReplaceDialogProps {
  onClose(): void
  onReplace(): void
  /** Who this browser is in the meeting now; null: not known. */
  now: string | null
  next: string
  meeting: string
}

/** Asks before a second invitation takes the place of the first: one browser is one member of a meeting. */
export function ReplaceDialog({ onClose, onReplace, now, next, meeting }: ReplaceDialogProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const stay = (): void => void navigate(`/m/${meeting}`, { replace: true })
  return (
    <Dialog
      title={now === null ? t('join.replace.titleUnknown') : t('join.replace.title', { name: now })}
      isOpen
      onClose={onClose}
      isAlert
      actions={
        <>
          <Button onPress={stay}>
            {now === null ? t('join.replace.stayUnknown') : t('join.replace.stay', { name: now })}
          </Button>
          <Button variant="primary" onPress={onReplace}>
            {t('join.replace.go', { name: next })}
          </Button>
        </>
      }
    >
      <p>{t('join.replace.body')}</p>
    </Dialog>
  )
}
