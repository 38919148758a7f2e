import './panel.css'
import { lazy, type ReactNode, Suspense } from 'react'
import { again } from '../ui/again.ts'
import { useShellWidth } from './shell-width.tsx'

export interface PanelProps {
  label: string
  children: ReactNode
  /** 326 px beside notes, 372 beside the draft. */
  size?: 'notes' | 'draft'
  /** Whether it is open where there is no room beside the text; beside it, it always is. */
  isOpen: boolean
  onClose(): void
}

const PanelSheet = lazy(again(async () => ({ default: (await import('./panel-sheet.tsx')).PanelSheet })))

/** The side panel: beside the text from 1024 px on, over its end below, a sheet on phones. */
export function Panel({ label, children, size = 'notes', isOpen, onClose }: PanelProps) {
  const width = useShellWidth()
  if (width === 'wide' || width === 'middle') {
    return (
      <aside className={`panel panel-${size}`} aria-label={label} tabIndex={-1} data-region="panel">
        <div className="panel-content">{children}</div>
      </aside>
    )
  }
  if (!isOpen) return null
  return (
    <Suspense>
      <PanelSheet label={label} onClose={onClose}>
        {children}
      </PanelSheet>
    </Suspense>
  )
}
