import { createContext, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react'

/** The four widths of ui.md §3, by what the shell has, not by the device. The CSS asks its container the same. */
export type ShellWidth = 'phone' | 'narrow' | 'middle' | 'wide'

const WidthContext = createContext<ShellWidth>('wide')

/** Gives the width class for a number of CSS pixels. */
export function widthOf(pixels: number): ShellWidth {
  if (pixels < 720) return 'phone'
  if (pixels < 1024) return 'narrow'
  return pixels < 1280 ? 'middle' : 'wide'
}

/** The element that everything else takes its width from. */
export function ShellFrame({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<ShellWidth>(() => widthOf(window.innerWidth))
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(widthOf(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <WidthContext value={width}>
      <div className="shell" ref={frame}>
        {children}
      </div>
    </WidthContext>
  )
}

/** Gives the width class, for what CSS cannot do: whether a part lies beside the text or over it. */
export function useShellWidth(): ShellWidth {
  return useContext(WidthContext)
}
