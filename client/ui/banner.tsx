import './banner.css'
import { CloudOff, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

export interface BannerProps {
  tone: 'warning' | 'error' | 'information'
  /** What happened, and where the text is. */
  title: string
  /** What to do. */
  children?: ReactNode
  icon?: LucideIcon
  action?: { readonly label: string; onPress(): void } | undefined
}

const icons = { warning: CloudOff, error: TriangleAlert, information: Info }

/** Says under the top bar what is wrong, for as long as it is true. It cannot be closed. */
export function Banner({ tone, title, children, icon, action }: BannerProps) {
  const Icon = icon ?? icons[tone]
  return (
    <div className={`banner banner-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon />
      <p className="banner-words">
        <strong>{title}</strong> {children}
      </p>
      {action && (
        <Button variant="quiet" size="small" onPress={action.onPress}>
          {action.label}
        </Button>
      )}
    </div>
  )
}
