import { useRef, useSyncExternalStore } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { useDraft } from './draft-context.ts'
import { ItemEditor } from './item-editor.tsx'
import { PlainText } from './plain-text.tsx'
import { useTextVersion } from './use-desk.ts'
import { useNear } from './use-near.ts'

/** An item's text: an editor for who may write and is near, else the same words to read. */
export function ItemText({ item, label }: { item: DraftItem; label: string }) {
  const place = useRef<HTMLDivElement>(null)
  const { desk, mayWrite } = useDraft()
  const isNear = useNear(place)
  const isWanted = useSyncExternalStore(desk.editors.subscribe, () => desk.editors.isWanted(item.id))
  return (
    <div ref={place} className="draft-text-place">
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
