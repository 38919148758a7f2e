import { ChevronDown, Languages } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { isLanguage, languages } from '../i18n/languages.ts'
import { useText } from '../i18n/text.tsx'
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx'

/** Changes the language of the interface. Each language is named in itself. */
export function LanguageMenu() {
  const { t, language, chooseLanguage } = useText()
  const { name } = languages[language]
  const trigger = (
    <Button className="language-menu" aria-label={t('shell.language', { language: name })}>
      <Languages />
      <span>{name}</span>
      <ChevronDown />
    </Button>
  )
  return (
    <Menu label={t('language.label')} trigger={trigger} placement="bottom end">
      <MenuSection
        title={t('language.label')}
        selected={language}
        onSelect={(chosen) => isLanguage(chosen) && chooseLanguage(chosen)}
      >
        {Object.entries(languages).map(([code, { name: own }]) => (
          <MenuItem key={code} id={code} lang={code}>
            {own}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  )
}
