import './menu.css'
import './popover.css'
import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
} from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { defined } from './defined.ts'
import type { OverlayProps } from './use-overlay.ts'

export interface MenuProps {
  label: string
  /** A Button of react-aria-components, or ours. */
  trigger: ReactElement
  children: ReactNode
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

/** A menu that its trigger opens. Typing jumps to an item; Escape closes and gives the focus back. */
export function Menu({ label, trigger, children, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" offset={6} placement={placement}>
        <AriaMenu className="menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuPopoverProps extends OverlayProps {
  label: string
  children: ReactNode
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

/** A menu that is open as long as it stands, for openers that load it on demand; see `useOverlay`. */
export function MenuPopover(props: MenuPopoverProps) {
  const { label, anchor, isByKey, onClose, children, placement = 'bottom start' } = props
  return (
    <Popover
      className="popover"
      aria-label={label}
      offset={6}
      placement={placement}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <AriaMenu className="menu" aria-label={label} autoFocus={isByKey ? 'first' : true} onClose={onClose}>
        {children}
      </AriaMenu>
    </Popover>
  )
}

export interface MenuItemProps {
  /** Needed inside a MenuSection that has a selection. */
  id?: string
  children: ReactNode
  icon?: LucideIcon
  onAction?: () => void
  /** What it does, in small words under its name. */
  hint?: string
  /** For an item in another language than the page's. */
  lang?: string
  /** What is typed to reach it, where its words are not plain text. */
  textValue?: string
}

/** One thing that a menu does, or one choice that it offers. */
export function MenuItem({ id, children, icon: Icon, onAction, hint, lang, textValue }: MenuItemProps) {
  const text = textValue ?? (typeof children === 'string' ? children : undefined)
  return (
    <AriaMenuItem className="menu-item" {...defined({ id, onAction, textValue: text, lang })}>
      {({ isSelected, selectionMode }) => (
        <>
          {Icon && <Icon />}
          <span className="menu-item-words">
            {children}
            {hint !== undefined && <span className="menu-item-hint">{hint}</span>}
          </span>
          {selectionMode !== 'none' && (
            <Check className="menu-item-check" data-shown={isSelected || undefined} />
          )}
        </>
      )}
    </AriaMenuItem>
  )
}

export interface MenuSectionProps {
  title: string
  children: ReactNode
  /** The id of the chosen item, where the section is a choice. */
  selected?: string
  onSelect?: (id: string) => void
}

/** A named part of a menu; with `selected`, a choice of one. */
export function MenuSection({ title, children, selected, onSelect }: MenuSectionProps) {
  const choice =
    selected === undefined
      ? {}
      : {
          selectionMode: 'single' as const,
          disallowEmptySelection: true,
          selectedKeys: [selected],
          onSelectionChange: (keys: 'all' | Set<string | number>) => {
            const [chosen] = keys === 'all' ? [] : [...keys]
            if (chosen !== undefined) onSelect?.(String(chosen))
          },
        }
  return (
    <AriaMenuSection className="menu-section" {...choice}>
      <Header className="menu-header">{title}</Header>
      {children}
    </AriaMenuSection>
  )
}
