import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { copyText } from '../../threads/copy-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { NotesDesk } from './notes-desk.ts'

interface CopyLine {
  /** Copies the link to the line of the caret. */
  caret(): void
  /** Where nothing can be copied: the link, to take by hand. */
  readonly layer: ReactNode
}

/** Copies the link to a line: for a key of line mode, the menu of a line, and the menu of the notes. */
export function useCopyLine(desk: NotesDesk): CopyLine {
  const { t } = useText()
  const toast = useToast()
  const [shown, setShown] = useState<string | null>(null)
  const copy = useCallback(
    async (line: string): Promise<void> => {
      const { origin, pathname } = window.location
      const link = `${origin}${pathname}#${encodeURIComponent(line)}`
      const isCopied = await copyText(link)
      if (isCopied) toast.show(t('manners.lineCopied'))
      else setShown(link)
    },
    [toast, t],
  )
  useEffect(() => {
    desk.onCopyLink = (line) => void copy(line)
    return () => {
      desk.onCopyLink = null
    }
  }, [desk, copy])
  const close = (): void => setShown(null)
  return {
    caret: () => void copy(String(desk.editor.state.selection.$head.parent.attrs.id)),
    layer: shown !== null && (
      <Dialog
        title={t('manners.copyLine')}
        isOpen
        onClose={close}
        actions={<Button onPress={close}>{t('ui.close')}</Button>}
      >
        <TextField
          label={t('manners.copyByHand')}
          value={shown}
          isReadOnly
          dir="ltr"
          autoFocus
          inputRef={(field) => field?.select()}
        />
      </Dialog>
    ),
  }
}
