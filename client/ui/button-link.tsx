import './button.css'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface ButtonLinkProps {
  to: string
  children: ReactNode
  variant?: 'primary' | 'default' | 'quiet'
  size?: 'normal' | 'small'
  icon?: LucideIcon
  isWide?: boolean
}

/** A link that leads on and looks like the button it stands for. */
export function ButtonLink({
  to,
  children,
  variant = 'default',
  size = 'normal',
  icon: Icon,
  isWide,
}: ButtonLinkProps) {
  return (
    <Link to={to} className={`button button-${variant} button-${size}${isWide ? ' button-wide' : ''}`}>
      {Icon && <Icon />}
      {children}
    </Link>
  )
}
