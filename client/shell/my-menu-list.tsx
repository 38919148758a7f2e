import { Keyboard, LogOut, MonitorDown, WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { isLanguage, languages } from '../i18n/languages.ts'
import { useText } from '../i18n/text.tsx'
import { installPrompt } from '../offline/install-prompt.ts'
import { isThemeChoice } from '../theme/theme-choice.ts'
import { useThemeChoice } from '../theme/use-theme-choice.ts'
import { MenuItem, MenuPopover, MenuSection } from '../ui/menu.tsx'
import type { OverlayProps } from '../ui/use-overlay.ts'
import { useShortcutsDialog } from './shortcuts.tsx'

/** What my menu holds. */
export function MyMenuList({ onSignOut, ...overlay }: OverlayProps & { onSignOut(): void }) {
  const { t, language, chooseLanguage } = useText()
  const [theme, chooseTheme] = useThemeChoice()
  const shortcuts = useShortcutsDialog()
  const canInstall = useSyncExternalStore(installPrompt.subscribe, installPrompt.canInstall)
  return (
    <MenuPopover label={t('shell.myMenu')} {...overlay} placement="bottom end">
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
      <MenuSection
        title={t('shell.theme')}
        selected={theme}
        onSelect={(chosen) => isThemeChoice(chosen) && chooseTheme(chosen)}
      >
        <MenuItem id="light">{t('shell.theme.light')}</MenuItem>
        <MenuItem id="dark">{t('shell.theme.dark')}</MenuItem>
        <MenuItem id="system">{t('shell.theme.system')}</MenuItem>
      </MenuSection>
      <MenuSection title={t('shell.thisPage')}>
        <MenuItem icon={Keyboard} onAction={shortcuts.open}>
          {t('shell.shortcuts')}
        </MenuItem>
        {canInstall && (
          <MenuItem icon={MonitorDown} hint={t('shell.installHint')} onAction={installPrompt.install}>
            {t('shell.install')}
          </MenuItem>
        )}
        {!window.isSecureContext && (
          <MenuItem icon={WifiOff} hint={t('shell.noOfflineStartHint')}>
            {t('shell.noOfflineStart')}
          </MenuItem>
        )}
        <MenuItem icon={LogOut} onAction={onSignOut}>
          {t('shell.signOut')}
        </MenuItem>
      </MenuSection>
    </MenuPopover>
  )
}
