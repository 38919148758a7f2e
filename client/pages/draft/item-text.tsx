import { useSyncExternalStore } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { useDraft } from './draft-context.ts'
import { ItemEditor } from './item-editor.tsx'
import { PlainText } from './plain-text.tsx'
import { useTextVersion } from './use-desk.ts'

interface ItemTextProps {
  item: DraftItem
  label: string
  /** In sight, or nearly. */
  isNear: boolean
}

/** An item's text: an editor for who may write and is near, else the same words to read. */
export function ItemText({ item, label, isNear }: ItemTextProps) {
  const { desk, mayWrite } = useDraft()
  const isWanted = useSyncExternalStore(desk.editors.subscribe, () => desk.editors.isWanted(item.id))
  return (
    <div className="draft-text-place">
      {mayWrite && (isNear || isWanted) ? (
        <ItemEditor key={desk.doc.guid} item={item.id} text={item.text} label={label} />
      ) : (
        <ReadText item={item} />
      )}
    </div>
  )
}

function ReadText({ item }: { item: DraftItem }) {
  const { desk, language } = useDraft()
  return <PlainText text={item.text} language={language} version={useTextVersion(desk, item.id)} />
}
