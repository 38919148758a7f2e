import { type RefObject, useRef, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { useToast } from './toast.tsx'

/** What an overlay that lies beside its opener is given. */
export interface OverlayProps {
  readonly anchor: RefObject<HTMLButtonElement | null>
  /** Opened by a key: then the first item has the focus at once. */
  readonly isByKey: boolean
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
  const [opened, setOpened] = useState<'no' | 'by-key' | 'otherwise'>('no')

  function open(press?: { readonly pointerType: string }): void {
    const isByKey = press?.pointerType === 'keyboard' || press?.pointerType === 'virtual'
    load().then(
      () => setOpened(isByKey ? 'by-key' : 'otherwise'),
      () => toast.show(t('ui.notLoaded')),
    )
  }
  const reach = (): void => void load().catch(() => undefined)
  return {
    isOpen: opened !== 'no',
    /** For overlays that lie beside their opener. */
    overlay: { anchor, isByKey: opened === 'by-key', onClose: () => setOpened('no') },
    open: () => open(),
    close: () => setOpened('no'),
    button: { ref: anchor, onHoverStart: reach, onFocus: reach, onPress: open },
  }
}
