import './my-menu.css'
import { Ellipsis } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { again } from '../ui/again.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useOverlay } from '../ui/use-overlay.ts'

const loadList = async () => ({ default: (await import('./my-menu-list.tsx')).MyMenuList })
const MyMenuList = lazy(again(loadList))
const SignOutDialog = lazy(
  again(async () => ({ default: (await import('./sign-out-dialog.tsx')).SignOutDialog })),
)

/** Who I am here, and what concerns only me: language, theme, keys, signing out. */
export function MyMenu() {
  const { t } = useText()
  const { me } = useMeeting()
  const menu = useOverlay(loadList)
  const [asksToLeave, setAsksToLeave] = useState(false)
  return (
    <>
      <Button className="my-menu" aria-haspopup="menu" aria-expanded={menu.isOpen} {...menu.button}>
        <Avatar person={me} />
        <span className="my-menu-words">
          <bdi className="my-menu-name">{me.name}</bdi>
          <span className="my-menu-role">{t(`role.${me.role}`)}</span>
          <span className="visually-hidden">{t('shell.myMenu')}</span>
        </span>
        <Ellipsis className="my-menu-dots" />
      </Button>
      <Suspense>
        {menu.isOpen && <MyMenuList {...menu.overlay} onSignOut={() => setAsksToLeave(true)} />}
        {asksToLeave && <SignOutDialog isOpen onClose={() => setAsksToLeave(false)} />}
      </Suspense>
    </>
  )
}
