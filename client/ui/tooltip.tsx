import './tooltip.css'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { placeBeside, type Side } from './place-beside.ts'

export interface TooltipProps {
  text: string
  /** One element that takes the focus and has a name of its own: what is only told on hover, nobody hears. */
  children: ReactNode
  isDisabled?: boolean
  side?: Side
}

/** Long enough that a pointer passing by opens nothing. */
const DELAY_MS = 500

/** Lets the pointer go from the element to the words (WCAG 1.4.13). */
const GRACE_MS = 120

/** Shows more about one element, on hover and on keyboard focus. Escape hides it. For the eye alone. */
export function Tooltip({ text, children, isDisabled = false, side = 'below' }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isShown, setShown] = useState(false)

  function after(delayMs: number, next: boolean): void {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setShown(next), delayMs)
  }

  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    // The box that it has is its child's own.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens on its child.
    <span
      ref={anchor}
      className="tooltip-anchor"
      onPointerEnter={({ pointerType }) => pointerType !== 'touch' && after(DELAY_MS, true)}
      onPointerLeave={() => after(GRACE_MS, false)}
      onPointerDown={() => after(0, false)}
      onFocus={({ target }) => target.matches(':focus-visible') && after(0, true)}
      onBlur={() => after(0, false)}
    >
      {children}
      {isShown && !isDisabled && (
        <Words
          text={text}
          side={side}
          anchor={anchor.current?.firstElementChild ?? null}
          onEnter={() => clearTimeout(timer.current)}
          onLeave={() => after(GRACE_MS, false)}
          onHide={() => setShown(false)}
        />
      )}
    </span>
  )
}

interface WordsProps {
  text: string
  side: Side
  anchor: Element | null
  onEnter(): void
  onLeave(): void
  onHide(): void
}

function Words({ text, side, anchor, onEnter, onLeave, onHide }: WordsProps) {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    if (anchor === null || box.current === null) return
    const { innerWidth: width, innerHeight: height } = window
    const isRtl = document.documentElement.dir === 'rtl'
    setPlace(
      placeBeside(anchor.getBoundingClientRect(), box.current.getBoundingClientRect(), side, {
        width,
        height,
        isRtl,
      }),
    )
  }, [anchor, side])
  useEffect(() => {
    const handleKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onHide()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [onHide])
  return createPortal(
    <div
      ref={box}
      className="tooltip"
      aria-hidden
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      style={place === null ? { visibility: 'hidden' } : place}
    >
      {text}
    </div>,
    document.body,
  )
}
