import type { WaitingWords } from '../../../shared/meeting/late-words.ts'
import { useText } from '../../i18n/text.tsx'
import { AlertDialog } from '../../ui/alert-dialog.tsx'

/** Enough to know them by. */
const NAMED_CHARS = 160

interface DropDialogProps {
  words: WaitingWords
  name: string
  place: string
  onClose(): void
  onDrop(): void
}

/** Asks before words are thrown away, naming what is lost. */
export function DropDialog({ words: { words, length }, name, place, onClose, onDrop }: DropDialogProps) {
  const { t } = useText()
  const line = words.trim().replaceAll('\n', ' ')
  const beginning = line.length > NAMED_CHARS ? `${line.slice(0, NAMED_CHARS)}…` : line
  return (
    <AlertDialog
      title={t('late.dropTitle', { name })}
      isOpen
      onClose={onClose}
      action={t('late.dropAction')}
      onAction={onDrop}
      cancel={t('late.dropKeep')}
      isDanger
    >
      <p className="late-place">{place}</p>
      {beginning !== '' && (
        <p className="late-lost" dir="auto">
          {t('late.quoted', { text: beginning })}
        </p>
      )}
      <p>{length === 0 ? t('late.dropNoWords') : t('late.dropBody', { count: length })}</p>
    </AlertDialog>
  )
}
