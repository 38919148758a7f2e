import { type RefObject, useRef, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { useToast } from './toast.tsx'

/** What an overlay that lies beside its opener is given. */
export interface OverlayProps {
  readonly anchor: RefObject<HTMLButtonElement | null>
  onClose(): void
}

/**
 * Holds an overlay whose code comes when somebody reaches for its opener: menus and dialogs are a third of what a page
 * would load, and most visits open none. Spread `button` on the opener; show the `lazy` component while `isOpen`,
 * inside Suspense. `load` is the function that `lazy` was made with: what cannot be loaded is never shown, but said.
 */
export function useOverlay(load: () => Promise<unknown>) {
  const { t } = useText()
  const toast = useToast()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)

  function open(): void {
    load().then(
      () => setOpen(true),
      () => toast.show(t('ui.notLoaded')),
    )
  }
  const reach = (): void => void load().catch(() => undefined)
  return {
    isOpen,
    anchor,
    open,
    close: () => setOpen(false),
    button: { ref: anchor, onHoverStart: reach, onFocus: reach, onPress: open },
  }
}
