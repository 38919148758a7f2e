import { useText } from '../i18n/text.tsx'
import { copyText } from '../threads/copy-text.ts'
import { useToast } from '../ui/toast.tsx'

/** Gives the way to copy the address of a passage, which begins at the site's root. */
export function useCopyLink(): (path: string) => Promise<void> {
  const { t } = useText()
  const toast = useToast()
  return async (path) => {
    await copyText(window.location.origin + path)
    toast.show(t('manners.linkCopied'))
  }
}
