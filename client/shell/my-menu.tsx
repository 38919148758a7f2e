import './my-menu.css'
import { Ellipsis, Keyboard, LogOut } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { isLanguage, languages } from '../i18n/languages.ts'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { RoomClient } from '../sync/room-client.ts'
import { isThemeChoice } from '../theme/theme-choice.ts'
import { useThemeChoice } from '../theme/use-theme-choice.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx'
import { useShortcutsDialog } from './shortcuts.tsx'
import { SignOutDialog } from './sign-out-dialog.tsx'

/** Who I am here, and what concerns only me: language, theme, keys, signing out. */
export function MyMenu({ rooms }: { rooms: readonly RoomClient[] }) {
  const { t, language, chooseLanguage } = useText()
  const { me } = useMeeting()
  const [theme, chooseTheme] = useThemeChoice()
  const shortcuts = useShortcutsDialog()
  const [asksToLeave, setAsksToLeave] = useState(false)
  const trigger = (
    <Button className="my-menu" aria-label={t('shell.me', { name: me.name, role: t(`role.${me.role}`) })}>
      <Avatar person={me} />
      <span className="my-menu-words">
        <bdi className="my-menu-name">{me.name}</bdi>
        <span className="my-menu-role">{t(`role.${me.role}`)}</span>
      </span>
      <Ellipsis className="my-menu-dots" />
    </Button>
  )
  return (
    <>
      <Menu label={t('shell.myMenu')} trigger={trigger} placement="bottom end">
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
          <MenuItem icon={LogOut} onAction={() => setAsksToLeave(true)}>
            {t('shell.signOut')}
          </MenuItem>
        </MenuSection>
      </Menu>
      <SignOutDialog isOpen={asksToLeave} onClose={() => setAsksToLeave(false)} rooms={rooms} />
    </>
  )
}
