import { GripVertical } from 'lucide-react'
import { memo, useRef } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { Status } from '../../../shared/meeting/facts.ts'
import { useText } from '../../i18n/text.tsx'
import { useDraft } from './draft-context.ts'
import { ITEM_DRAG } from './drag-type.ts'
import { ItemLine } from './item-line.tsx'
import { ItemMenu } from './item-menu.tsx'
import { ItemText } from './item-text.tsx'
import { LineMarks } from './line-marks.tsx'
import { useItemNames } from './use-item-names.ts'
import { useIsContested, useItemLabel } from './use-marks.ts'
import { useNear } from './use-near.ts'

export interface DraftRowProps {
  item: DraftItem
  number: number | null
  isSelected: boolean
  /** The first of the draft takes the focus while none is selected. */
  isTabStop: boolean
  status: Status
  proposers: readonly string[]
  sources: number
}

/** One item of the draft: its number in the margin, its text, the quiet line. */
export const DraftRow = memo(function DraftRow(props: DraftRowProps) {
  const { item, number, isSelected, isTabStop, status, proposers, sources } = props
  const { acts, mayWrite, isWhole } = useDraft()
  const label = useItemLabel(item.id, number)
  const isContested = useIsContested(item.id)
  const names = useItemNames(item.type, label)
  const row = useRef<HTMLElement>(null)
  const isNear = useNear(row)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of all items are read by the list.
    <article
      ref={row}
      className="draft-item"
      data-item={item.id}
      data-type={item.type}
      data-selected={isSelected || undefined}
      data-contested={isContested || undefined}
      aria-label={names.item}
      aria-current={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => acts.select(item.id)}
    >
      <div className="draft-margin">
        {mayWrite && isWhole && isNear && <Grip item={item.id} />}
        {label !== null && <span className="draft-number">{label}</span>}
      </div>
      <div className="draft-body">
        <ItemText item={item} label={names.text} isNear={isNear} />
        {item.type === 'recommendation' ? (
          <ItemLine item={item.id} status={status} proposers={proposers} sources={sources} isNear={isNear} />
        ) : (
          <div className="draft-line">
            <LineMarks item={item.id} hasBrackets={false} isNear={isNear} />
          </div>
        )}
      </div>
      {mayWrite && (
        <div className="draft-row-menu">
          {isNear ? (
            <ItemMenu item={item} label={names.more} />
          ) : (
            <span className="icon-button icon-button-small" aria-hidden />
          )}
        </div>
      )}
    </article>
  )
})

/** Where the mouse takes hold of an item. Keyboard, menu and touch have Move up, Move down and Move to. */
function Grip({ item }: { item: string }) {
  const { t } = useText()
  return (
    <span
      className="draft-grip"
      title={t('draft.drag')}
      draggable
      aria-hidden
      onDragStart={(event) => {
        event.dataTransfer.setData(ITEM_DRAG, item)
        event.dataTransfer.effectAllowed = 'move'
        const row = event.currentTarget.closest('article')
        if (row !== null) event.dataTransfer.setDragImage(row, 0, 0)
      }}
    >
      <GripVertical />
    </span>
  )
}
