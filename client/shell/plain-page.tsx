import './frame.css'
import './plain-page.css'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useText } from '../i18n/text.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { useNamedPage } from './page-title.tsx'

export interface PlainPageProps {
  /** For the browser's title. */
  title: string
  children: ReactNode
  /** Small words at the foot. */
  foot?: ReactNode
}

/** A page outside any meeting: wordmark, language, one column. */
export function PlainPage({ title, children, foot }: PlainPageProps) {
  const { t } = useText()
  useNamedPage(title, [title])
  return (
    <div className="plain-page">
      <a className="skip-link" href="#text">
        {t('shell.skip')}
      </a>
      <header className="plain-page-top">
        <Link to="/" className="wordmark" translate="no">
          Minuta
        </Link>
        <LanguageMenu />
      </header>
      <main id="text" tabIndex={-1} className="plain-page-text">
        {children}
      </main>
      {foot !== undefined && <footer className="plain-page-foot">{foot}</footer>}
    </div>
  )
}
