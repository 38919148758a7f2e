import { useCallback, useSyncExternalStore } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { useDraft } from './draft-context.ts'
import { ItemEditor } from './item-editor.tsx'
import { PlainText } from './plain-text.tsx'
import { useTextVersion } from './use-desk.ts'
import { useClean } from './use-marks.ts'

interface ItemTextProps {
  item: DraftItem
  label: string
  /** In sight, or nearly. */
  isNear: boolean
}

/** An item's text: an editor for who may write and is near, else the same words to read. */
export function ItemText({ item, label, isNear }: ItemTextProps) {
  const { desk, mayWrite } = useDraft()
  const isClean = useClean()
  const isWanted = useSyncExternalStore(desk.editors.subscribe, () => desk.editors.isWanted(item.id))
  return (
    <div className="draft-text-place" data-clean={isClean || undefined}>
      {mayWrite && !isClean && (isNear || isWanted) ? (
        <ItemEditor key={desk.doc.guid} item={item.id} type={item.type} text={item.text} label={label} />
      ) : (
        <ReadText item={item} />
      )}
    </div>
  )
}

function ReadText({ item }: { item: DraftItem }) {
  const { desk, language } = useDraft()
  const marks = desk.passages.marksOf(item.id)
  // Found in the text that is being drawn, not in the one before.
  const marksNow = useCallback(() => {
    desk.passages.locate(item.id)
    return marks.marks
  }, [desk, item.id, marks])
  return (
    <PlainText
      text={item.text}
      language={language}
      version={useTextVersion(desk, item.id)}
      faces={desk.marks.words()}
      facesVersion={useSyncExternalStore(desk.marks.subscribe, () => desk.marks.drawn(item.id))}
      marks={useSyncExternalStore(marks.subscribe, () => marks.marks)}
      marksNow={marksNow}
      onPress={(threads) => marks.press(threads)}
    />
  )
}
