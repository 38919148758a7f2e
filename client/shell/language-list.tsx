import { isLanguage, languages } from '../i18n/languages.ts'
import { useText } from '../i18n/text.tsx'
import { MenuItem, MenuPopover, MenuSection } from '../ui/menu.tsx'
import type { OverlayProps } from '../ui/use-overlay.ts'

/** The languages, each named in itself. */
export function LanguageList(overlay: OverlayProps) {
  const { t, language, chooseLanguage } = useText()
  return (
    <MenuPopover label={t('language.label')} {...overlay} placement="bottom end">
      <MenuSection
        title={t('language.label')}
        selected={language}
        onSelect={(chosen) => isLanguage(chosen) && chooseLanguage(chosen)}
      >
        {Object.entries(languages).map(([code, { name }]) => (
          <MenuItem key={code} id={code} lang={code}>
            {name}
          </MenuItem>
        ))}
      </MenuSection>
    </MenuPopover>
  )
}
