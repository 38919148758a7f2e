import './option-list.css'
import type { ReactNode } from 'react'

interface OptionListProps<Item> {
  /** The text or field names the active option by it: `<id>-<index>`. */
  id: string
  label: string
  items: readonly Item[]
  active: number
  keyOf(item: Item): string
  onPick(item: Item): void
  children(item: Item, isActive: boolean): ReactNode
}

/** What can be chosen by what is being typed. Keys reach it through the text or field, which keeps the focus. */
export function OptionList<Item>({
  id,
  label,
  items,
  active,
  keyOf,
  onPick,
  children,
}: OptionListProps<Item>) {
  return (
    <div id={id} role="listbox" aria-label={label} className="options">
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the list through the text.
        <div
          key={keyOf(item)}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className="option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          {children(item, index === active)}
        </div>
      ))}
    </div>
  )
}
