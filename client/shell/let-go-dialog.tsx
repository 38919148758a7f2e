import { lazy, Suspense } from 'react'
import { useText } from '../i18n/text.tsx'
import type { RoomClient } from '../sync/room-client.ts'
import { again } from '../ui/again.ts'

const AlertDialog = lazy(
  again(async () => ({ default: (await import('../ui/alert-dialog.tsx')).AlertDialog })),
)

interface LetGoDialogProps {
  client: RoomClient
  onClose(): void
}

/** Asks before words go that are nowhere else; then the page starts again from the server's text. */
export function LetGoDialog({ client, onClose }: LetGoDialogProps) {
  const { t } = useText()
  return (
    <Suspense fallback={null}>
      <AlertDialog
        title={t('late.letGoTitle')}
        isOpen
        onClose={onClose}
        action={t('late.letGo')}
        onAction={() => void client.startAgain()}
        cancel={t('late.dropKeep')}
        isDanger
      >
        <p>{t('late.letGoBody')}</p>
      </AlertDialog>
    </Suspense>
  )
}
