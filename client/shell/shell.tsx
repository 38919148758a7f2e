import './frame.css'
import './shell.css'
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useText } from '../i18n/text.tsx'
import { again } from '../ui/again.ts'
import { useOverlay } from '../ui/use-overlay.ts'
import { WorkProvider } from '../work/work.tsx'
import { Banners } from './banners.tsx'
import { StatusProvider } from './current-status.tsx'
import { ReachProvider } from './here-reach.tsx'
import { PageTitleProvider } from './page-title.tsx'
import { Rail } from './rail.tsx'
import { ShellKeys } from './shell-keys.tsx'
import { ShellFrame, useShellWidth } from './shell-width.tsx'
import { ShortcutsProvider } from './shortcuts.tsx'
import { StatusSources } from './status-sources.tsx'
import { TopBar } from './top-bar.tsx'
import { useRoleChanges } from './use-role-changes.ts'

const loadDrawer = async () => ({ default: (await import('./rail-drawer.tsx')).RailDrawer })
const RailDrawer = lazy(again(loadDrawer))

/** What stands round every page of a meeting. Needs a MeetingProvider above it; pages inside are `<Page>`s. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <StatusSources>
      <PageTitleProvider>
        <WorkProvider>
          <ShortcutsProvider>
            <ShellFrame>
              <ReachProvider>
                <StatusProvider>
                  <ShellGrid>{children}</ShellGrid>
                </StatusProvider>
              </ReachProvider>
            </ShellFrame>
          </ShortcutsProvider>
        </WorkProvider>
      </PageTitleProvider>
    </StatusSources>
  )
}

function ShellGrid({ children }: { children: ReactNode }) {
  const { t } = useText()
  const width = useShellWidth()
  const drawer = useOverlay(loadDrawer)
  useFocusOnNewPage()
  useRoleChanges()
  return (
    <div className="shell-grid">
      <a className="skip-link" href="#text">
        {t('shell.skip')}
      </a>
      <TopBar rail={drawer.button} />
      <Rail />
      <Suspense>{drawer.isOpen && width !== 'wide' && <RailDrawer onClose={drawer.close} />}</Suspense>
      <Banners />
      {children}
      <ShellKeys />
    </div>
  )
}

/**
 * Another page begins at its text: for the eye at the top, for screen readers with its heading. A page that only puts
 * into the address what is selected in it says so in the location's state: `{ isSamePage: true }`.
 */
function useFocusOnNewPage(): void {
  const { pathname, state } = useLocation()
  const isSamePage = (state as { isSamePage?: unknown } | null)?.isSamePage === true
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (isSamePage) return
    window.scrollTo(0, 0)
    document.getElementById('text')?.focus({ preventScroll: true })
  }, [pathname, isSamePage])
}
