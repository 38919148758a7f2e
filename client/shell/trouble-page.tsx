import { type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { PlainPage } from './plain-page.tsx'

interface TroublePageProps {
  title: string
  /** What to do about it. */
  children?: ReactNode
  icon?: LucideIcon
  actions?: ReactNode
}

/** Says why a page cannot be shown, and what to do. */
export function TroublePage({ title, children, icon, actions }: TroublePageProps) {
  const Icon = icon ?? TriangleAlert
  return (
    <PlainPage title={title}>
      <Icon className="plain-page-sign" />
      <h1>{title}</h1>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="plain-page-actions">{actions}</div>}
    </PlainPage>
  )
}
