import './toast.css'
import { X } from 'lucide-react'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'

/** Long enough to read two lines and reach Undo (ui.md §6). */
const SHOWN_MS = 8000

interface ToastOptions {
  /** Takes back what the toast tells. */
  undo?: () => void
}

interface Toasts {
  /** Tells what was done. Never for errors that need something done: those are banners. */
  show(text: string, options?: ToastOptions): void
}

interface Shown extends ToastOptions {
  readonly text: string
  readonly id: number
}

const ToastContext = createContext<Toasts | undefined>(undefined)

/** Gives everything inside it a way to tell in passing what was done. One toast at a time. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    if (shown === null || isHeld) return
    const timer = setTimeout(() => setShown(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown, isHeld])

  const toasts = useMemo<Toasts>(
    () => ({
      show: (text, options = {}) => {
        setHeld(false)
        setShown((before) => ({ ...options, text, id: (before?.id ?? 0) + 1 }))
      },
    }),
    [],
  )
  return (
    <ToastContext value={toasts}>
      {children}
      {/* Always there: a live region that comes with its words is not read out. */}
      <div
        className="toast-place"
        role="status"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {shown && <Toast key={shown.id} {...shown} onClose={() => setShown(null)} />}
      </div>
    </ToastContext>
  )
}

function Toast({ text, undo, onClose }: Shown & { onClose(): void }) {
  const { t } = useText()
  return (
    <div className="toast">
      <span className="toast-text">{text}</span>
      {undo && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            undo()
            onClose()
          }}
        >
          {t('ui.undo')}
        </Button>
      )}
      <IconButton icon={X} label={t('ui.close')} size="small" onPress={onClose} />
    </div>
  )
}

/** Gives the way to show a toast. */
export function useToast(): Toasts {
  const toasts = useContext(ToastContext)
  if (!toasts) throw new Error('useToast needs a ToastProvider above it')
  return toasts
}
