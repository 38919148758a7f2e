import './typed-list.css'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { TypedList as Asked } from '../editor/manners/typed-list.ts'
import { Kbd } from '../ui/kbd.tsx'
import { OptionList } from '../ui/option-list.tsx'
import { type ListPlace, placeUnder } from './list-place.ts'
import type { TextDesk } from './text-desk.ts'
import { useListAria } from './use-list-aria.ts'

interface TypedListProps<Item> {
  desk: TextDesk
  asked: Asked
  id: string
  label: string
  className?: string
  /** At least one. */
  items: readonly Item[]
  keyOf(item: Item): string
  onPick(item: Item): void
  children(item: Item): ReactNode
}

/** A list under the sign that asked for it. The focus, and what is typed, stay in the text. */
export function TypedList<Item>(props: TypedListProps<Item>) {
  const { desk, asked, id, label, className = '', items, keyOf, onPick, children } = props
  const { view } = desk.editor
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<ListPlace | null>(null)
  const active = Math.min(asked.active, items.length - 1)
  useListAria(view, id, active)
  useLayoutEffect(() => {
    const put = (): void => {
      if (box.current === null) return
      const { left, right, top, bottom } = view.coordsAtPos(asked.from)
      setPlace(placeUnder({ left, right, top, bottom }, box.current))
    }
    put()
    window.addEventListener('resize', put)
    return () => window.removeEventListener('resize', put)
  }, [view, asked])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; a press keeps the caret in the text.
    <div
      ref={box}
      className={`option-list typed-list ${className}`}
      onMouseDown={(event) => event.preventDefault()}
      style={place ?? { visibility: 'hidden' }}
    >
      <OptionList id={id} label={label} items={items} active={active} keyOf={keyOf} onPick={onPick}>
        {(item, isActive) => (
          <>
            {children(item)}
            {isActive && (
              <span className="option-key">
                <Kbd keys={['Enter']} />
              </span>
            )}
          </>
        )}
      </OptionList>
    </div>
  )
}
