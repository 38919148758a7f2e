import './empty-state.css'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** One sentence: what belongs here. */
  title: string
  /** One sentence: how it gets here. */
  children?: ReactNode
  /** At most one. */
  action?: ReactNode
}

/** What stands where nothing stands yet. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}
