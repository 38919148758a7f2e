import './page.css'
import type { ReactNode } from 'react'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { useHere } from '../meeting/use-presence.ts'
import { useNamedPage } from './page-title.tsx'

export interface PageProps {
  /** Its one h1; also in the bar of phones and in the browser's title. */
  title: string
  /** Where the others see me: `overview`, `notes/t1`, `draft`. */
  at: string
  /** A shorter title for the bar of phones and the browser's title. */
  shortTitle?: string
  /** The line above the title: `Topic 1 · Thursday 23 May`. */
  kicker?: ReactNode
  /** Buttons at the title's end. */
  actions?: ReactNode
  /** Replaces kicker, title and actions. The h1 must then stand in it, or, with null, in the text. */
  header?: ReactNode
  /** A {@link Panel}. */
  panel?: ReactNode
  /** A bar at the foot of the text column that stays in sight. */
  footer?: ReactNode
  children: ReactNode
}

/** A page inside the shell: text column, panel, foot. */
export function Page(props: PageProps) {
  const { title, at, shortTitle = title, kicker, actions, header, panel, footer, children } = props
  const { meeting } = useMeeting()
  useNamedPage(shortTitle, [shortTitle, meeting.shortTitle])
  useHere(at)
  return (
    <>
      <main id="text" className="page" tabIndex={-1} data-region="text">
        {header === undefined ? (
          <header className="page-header">
            <div className="page-heading">
              {kicker !== undefined && <p className="page-kicker">{kicker}</p>}
              <h1 className="page-title">{title}</h1>
            </div>
            {actions !== undefined && <div className="page-actions">{actions}</div>}
          </header>
        ) : (
          header
        )}
        {children}
      </main>
      {footer !== undefined && <div className="page-footer">{footer}</div>}
      {panel}
    </>
  )
}
