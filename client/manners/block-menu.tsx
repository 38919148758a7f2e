import { type BlockItem, blockMenuOf, findBlocks, pickBlock } from '../editor/manners/block-menu-plugin.ts'
import { useText } from '../i18n/text.tsx'
import { type TextDesk, useFromText } from './text-desk.ts'
import { TypedList } from './typed-list.tsx'

interface BlockMenuProps {
  desk: TextDesk
  blocks: readonly BlockItem[]
  /** What the line has become. */
  onPick(words: string): void
}

/** What a line can be, for a `/` at its start. */
export function BlockMenu({ desk, blocks, onPick }: BlockMenuProps) {
  const { t } = useText()
  const asked = useFromText(desk, ({ state }) => blockMenuOf(state))
  const items = asked === null ? [] : findBlocks(blocks, asked.words)
  if (asked === null || items.length === 0) return null
  return (
    <TypedList
      desk={desk}
      asked={asked}
      id="text-blocks"
      className="typed-list-blocks"
      label={t('manners.block')}
      items={items}
      keyOf={({ block }) => block}
      onPick={(item) => pickBlock(desk.editor.view, item, { undo: desk.undo, tell: onPick })}
    >
      {({ words }) => <span>{words}</span>}
    </TypedList>
  )
}
