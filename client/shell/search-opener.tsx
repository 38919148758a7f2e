import { Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { loadAllMessages } from '../i18n/load-catalogue.ts'
import { useText } from '../i18n/text.tsx'
import { again } from '../ui/again.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { isMac } from '../ui/is-mac.ts'
import { useOverlay } from '../ui/use-overlay.ts'

// Its words are not among those of the first pages.
const loadDialog = async () => {
  const [{ SearchDialog }] = await Promise.all([import('../search/search-dialog.tsx'), loadAllMessages()])
  return { default: SearchDialog }
}
const SearchDialog = lazy(again(loadDialog))

/** Opens the search through the meeting: a button, and `Alt+F` on every page. The browser's own find stays its own. */
export function SearchOpener() {
  const { t } = useText()
  const dialog = useOverlay(loadDialog)
  const open = useRef(dialog.open)
  open.current = dialog.open
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      // On a Mac Alt alone types letters.
      const isHeld = isMac() ? event.ctrlKey && event.altKey : event.altKey && !event.ctrlKey
      const isOurs = event.code === 'KeyF' && isHeld && !event.metaKey && !event.shiftKey
      if (!isOurs || event.getModifierState('AltGraph')) return
      event.preventDefault()
      if (document.querySelector('[role=dialog], [role=alertdialog]') === null) open.current()
    }
    document.addEventListener('keydown', handleKey, true)
    return () => document.removeEventListener('keydown', handleKey, true)
  }, [])
  return (
    <>
      <IconButton icon={Search} label={t('shell.search')} className="top-bar-search" {...dialog.button} />
      <Suspense>{dialog.isOpen && <SearchDialog onClose={dialog.close} />}</Suspense>
    </>
  )
}
