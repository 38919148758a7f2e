import { type FindReferences, pickReference, referenceOf } from '../../editor/draft/reference-plugin.ts'
import { useText } from '../../i18n/text.tsx'
import { NamedOption } from '../../manners/named-option.tsx'
import { useFromText } from '../../manners/text-desk.ts'
import { TypedList } from '../../manners/typed-list.tsx'
import type { ItemDesk } from './active-text.ts'

interface ReferenceListProps {
  desk: ItemDesk
  find: FindReferences
  /** What was referred to. */
  onRefer(label: string): void
}

/** Recommendations for a `#` inside a line. */
export function ReferenceList({ desk, find, onRefer }: ReferenceListProps) {
  const { t } = useText()
  const asked = useFromText(desk, ({ state }) => referenceOf(state))
  const items = asked === null ? [] : find(asked.words)
  if (asked === null || items.length === 0) return null
  return (
    <TypedList
      desk={desk}
      asked={asked}
      id="text-references"
      label={t('brackets.references')}
      className="reference-list"
      items={items}
      keyOf={({ item }) => item}
      onPick={(item) => pickReference(desk.editor.view, item, { undo: desk.undo, tell: onRefer })}
    >
      {({ label, words }) => <NamedOption name={label} detail={words} words={asked.words} />}
    </TypedList>
  )
}
