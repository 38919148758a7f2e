import { useEffect } from 'react'
import { PASTE_LEFT, type PasteLeft } from '../editor/schema/paste-left.ts'
import { useText } from '../i18n/text.tsx'
import type { Translate } from '../i18n/translate.ts'
import { useToast } from '../ui/toast.tsx'

/** What can be left out, the weightiest first. */
const LEFT = ['images', 'comments', 'tables'] as const

/** Says what of a pasted text did not come along, for all texts inside an element. */
export function usePasteLeft(element: HTMLElement | null): void {
  const { t } = useText()
  const toast = useToast()
  useEffect(() => {
    const handleLeft = (event: Event): void => {
      toast.show(pasteLeftWords(t, (event as CustomEvent<PasteLeft>).detail))
    }
    // It is told on each text alone: on its way down it passes here.
    element?.addEventListener(PASTE_LEFT, handleLeft, true)
    return () => element?.removeEventListener(PASTE_LEFT, handleLeft, true)
  }, [element, t, toast])
}

function pasteLeftWords(t: Translate, left: PasteLeft): string {
  return LEFT.flatMap((what) =>
    left[what] > 0 ? [t(`statements.left.${what}`, { count: left[what] })] : [],
  ).join(' ')
}
