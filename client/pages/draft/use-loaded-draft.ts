import { useMemo } from 'react'
import { GENERAL_SECTION } from '../../../shared/draft/draft-item.ts'
import { parseNameLanguage } from '../../../shared/names/name-language.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { Draft } from './draft-context.ts'
import type { DraftDesk } from './draft-desk.ts'
import { useCombineAnswers } from './use-combine-commands.ts'
import { useCommentActs } from './use-comment-acts.ts'
import { useItems } from './use-desk.ts'
import { useDraftActs } from './use-draft-acts.ts'
import { useItemCommands } from './use-item-commands.ts'
import { useLostCaret } from './use-lost-caret.ts'
import { useMaking } from './use-making.ts'
import { useSelectItem } from './use-select-item.ts'
import { useShownItems } from './use-shown-items.ts'
import { useView } from './use-view.ts'
import { isWhole } from './view-query.ts'

interface Ground {
  readonly desk: DraftDesk
  readonly mayWrite: boolean
  readonly showPanel: () => void
}

/** Gives the draft as the page shows it: items in their sections, what can be done with them, and the view. */
export function useLoadedDraft({ desk, mayWrite, showPanel }: Ground) {
  const { meeting } = useMeeting()
  const select = useSelectItem()
  const inRoom = useItems(desk)
  const { entries, commands } = useItemCommands(inRoom)
  useCombineAnswers()
  useLostCaret(desk, commands)
  const makings = useMaking(entries, inRoom)
  const titles = useTitles()
  const agenda = useMemo(
    () => titles.map((section) => section.id).filter((each) => each !== GENERAL_SECTION),
    [titles],
  )
  const { sections, items } = useShownItems({ desk, inRoom, entries, makings: makings.list, agenda })
  const choice = useView()
  const { view, showAll } = choice
  const { acts, move } = useDraftActs({
    desk,
    sections,
    showAll,
    isWhole: isWhole(view),
    titleOf: (section) => titles.find((one) => one.id === section)?.title ?? '',
    commands,
    makings,
    select,
    showPanel,
  })
  const comments = useCommentActs({ desk, select, showPanel, focusItem: acts.focusItem })
  const language = parseNameLanguage(meeting.lang) ?? 'en'
  const draft = useMemo<Draft>(
    () => ({ desk, acts, comments, mayWrite, isWhole: isWhole(view), language, sections: titles }),
    [desk, acts, comments, mayWrite, view, language, titles],
  )
  return { draft, sections, items, makings, move, choice }
}

/** Sections by name: topics in the order of the agenda, then `general`. */
function useTitles(): Draft['sections'] {
  const { t } = useText()
  const { topics } = useMeeting()
  return useMemo(
    () => [
      ...topics.map((topic) => ({ id: topic.id, title: topic.title })),
      { id: GENERAL_SECTION, title: t('draft.general') },
    ],
    [topics, t],
  )
}
