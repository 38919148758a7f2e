import { type FindMentions, mentionOf, pickMention } from '../editor/manners/mention-plugin.ts'
import { useText } from '../i18n/text.tsx'
import { NamedOption } from './named-option.tsx'
import { type TextDesk, useFromText } from './text-desk.ts'
import { TypedList } from './typed-list.tsx'

interface MentionListProps {
  desk: TextDesk
  find: FindMentions
  /** Who was mentioned. */
  onMention(label: string): void
}

/** People and mechanisms for an `@` inside a line. */
export function MentionList({ desk, find, onMention }: MentionListProps) {
  const { t } = useText()
  const asked = useFromText(desk, ({ state }) => mentionOf(state))
  const items = asked === null ? [] : find(asked.words)
  if (asked === null || items.length === 0) return null
  return (
    <TypedList
      desk={desk}
      asked={asked}
      id="text-mentions"
      label={t('manners.mention')}
      items={items}
      keyOf={({ of, id }) => `${of} ${id}`}
      onPick={(item) => pickMention(desk.editor.view, item, { undo: desk.undo, tell: onMention })}
    >
      {({ name, detail }) => <NamedOption name={name} detail={detail} words={asked.words} />}
    </TypedList>
  )
}
