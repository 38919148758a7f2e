import { ChevronDown, Languages } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button } from 'react-aria-components/Button'
import { languages } from '../i18n/languages.ts'
import { useText } from '../i18n/text.tsx'
import { useOverlay } from '../ui/use-overlay.ts'

const loadList = async () => ({ default: (await import('./language-list.tsx')).LanguageList })
const LanguageList = lazy(loadList)

/** Changes the language of the interface. */
export function LanguageMenu() {
  const { t, language } = useText()
  const menu = useOverlay(loadList)
  const { name } = languages[language]
  return (
    <>
      <Button
        className="language-menu"
        aria-label={t('shell.language', { language: name })}
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        {...menu.button}
      >
        <Languages />
        <span>{name}</span>
        <ChevronDown />
      </Button>
      <Suspense>{menu.isOpen && <LanguageList {...menu.overlay} />}</Suspense>
    </>
  )
}
