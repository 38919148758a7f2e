import '../../manners/comment-marks.css'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { BlockItem } from '../../editor/manners/block-menu-plugin.ts'
import { useText } from '../../i18n/text.tsx'
import { BlockMenu } from '../../manners/block-menu.tsx'
import { MentionList } from '../../manners/mention-list.tsx'
import { Toolbar } from '../../manners/toolbar.tsx'
import { usePasteLeft } from '../../manners/use-paste-left.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { RoomClient } from '../../sync/room-client.ts'
import { useMentionChoices } from '../../threads/use-mention-choices.ts'
import { announce } from '../../ui/announce.ts'
import { AcrossItems } from './across-items.ts'
import type { ItemDesk } from './active-text.ts'
import { AlternativeDialog } from './alternative-dialog.tsx'
import { BracketMenu } from './bracket-menu.tsx'
import { CommentedPassages } from './commented-passages.tsx'
import { useDraft } from './draft-context.ts'
import type { MannersWords } from './item-manners.ts'
import { useMarkPresses } from './mark-presses.ts'
import { ReferenceList } from './reference-list.tsx'
import { useCommentItem } from './use-comment-item.ts'
import { useDraftShortcuts } from './use-draft-shortcuts.ts'
import { useMarkDeeds, useMarkTools } from './use-mark-tools.ts'
import { useReferences } from './use-references.ts'

/** Struck out means deleted in a draft. */
const LOOKS = ['bold', 'italic', 'underline'] as const

/** What stands beside the texts of all items: marks of commented passages, lists under a sign, the toolbar. */
export function TextLayer({ room }: { room: RoomClient }) {
  const { desk, mayWrite } = useDraft()
  const words = useManners()
  const ground = useRef<HTMLDivElement>(null)
  const [list, setList] = useState<HTMLElement | null>(null)
  const active = useSyncExternalStore(desk.active.subscribe, desk.active.current)
  useLayoutEffect(
    () => setList(ground.current?.parentElement?.querySelector<HTMLElement>('.draft') ?? null),
    [],
  )
  usePasteLeft(list)
  useMarkPresses(list)
  useDraftShortcuts(mayWrite)
  useAcrossItems(mayWrite ? list : null)
  return (
    <>
      <div ref={ground} hidden />
      <CommentedPassages room={room} />
      {mayWrite && <BracketMenu />}
      {mayWrite && <AlternativeDialog />}
      {active !== null && mayWrite && <Lists key={active.item} desk={active} words={words} />}
      {list !== null && <DraftToolbar text={list} active={mayWrite ? active : null} />}
    </>
  )
}

/** Lets text of several items be selected as of one. */
function useAcrossItems(list: HTMLElement | null): void {
  const { t } = useText()
  const { desk } = useDraft()
  useEffect(() => {
    if (list === null) return
    const across = new AcrossItems(list, desk, {
      selected: (count) => announce(t('draft.across.selected', { count })),
      deleted: (count) => announce(t('draft.across.deleted', { count })),
    })
    return () => across.destroy()
  }, [list, desk, t])
}

/** Gives the texts what mentions and the menu of blocks are to find, in the reader's language. */
function useManners(): MannersWords {
  const { t } = useText()
  const { desk } = useDraft()
  const mentions = useMentionChoices()
  const references = useReferences()
  const done = useMarkDeeds()
  const words = useMemo<MannersWords>(() => {
    const blocks: BlockItem[] = [
      { block: 'paragraph', words: t('notes.block.paragraph') },
      { block: 'bullet', words: t('notes.block.bullet') },
      { block: 'subparagraph', words: t('draft.subparagraph') },
    ]
    return {
      mentions,
      blocks,
      mentioned: (name) => announce(t('manners.mentioned', { name })),
      became: announce,
      references,
      referred: (label) => announce(t('brackets.referred', { label })),
      done,
    }
  }, [t, mentions, references, done])
  useLayoutEffect(() => {
    desk.manners = words
  }, [desk, words])
  return words
}

function Lists({ desk, words }: { desk: ItemDesk; words: MannersWords }) {
  return (
    <>
      <MentionList desk={desk} find={words.mentions} onMention={words.mentioned} />
      <BlockMenu desk={desk} blocks={words.blocks} onPick={words.became} />
      <ReferenceList desk={desk} find={words.references(desk.item)} onRefer={words.referred} />
    </>
  )
}

interface DraftToolbarProps {
  text: HTMLElement
  active: ItemDesk | null
}

function DraftToolbar({ text, active }: DraftToolbarProps) {
  const { id } = useMeeting()
  const { acts } = useDraft()
  const comment = useCommentItem()
  const tools = useMarkTools(active)
  const leave = useCallback(() => {
    if (active !== null) active.editor.view.focus()
    else {
      const item = selectedItem()
      if (item !== null) acts.focusItem(item)
    }
  }, [active, acts])
  return (
    <Toolbar
      text={text}
      desk={active}
      looks={LOOKS}
      tools={tools}
      linkOf={(line) => `/m/${id}/draft/${itemOfLine(line)}`}
      onComment={
        comment === null
          ? null
          : () => {
              const item = selectedItem()
              if (item !== null) comment(item)
            }
      }
      onLeave={leave}
    />
  )
}

/** The item in which the selected words begin. */
function selectedItem(): string | null {
  const node = document.getSelection()?.anchorNode ?? null
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return itemAround(element)
}

function itemOfLine(line: string): string {
  return itemAround(document.querySelector(`.draft [data-line="${CSS.escape(line)}"]`)) ?? ''
}

function itemAround(element: Element | null): string | null {
  return element?.closest<HTMLElement>('article[data-item]')?.dataset['item'] ?? null
}
