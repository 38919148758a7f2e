import './draft.css'
import './draft-panel.css'
import './draft-text.css'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { GENERAL_SECTION } from '../../../shared/draft/draft-item.ts'
import { parseNameLanguage } from '../../../shared/names/name-language.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Page } from '../../shell/page.tsx'
import { Panel } from '../../shell/panel.tsx'
import { useStatusSource } from '../../shell/status-sources.tsx'
import { useWritingEnded } from '../../shell/use-writing-ended.ts'
import { WritingEnded } from '../../shell/writing-ended.tsx'
import type { RoomClient } from '../../sync/room-client.ts'
import { isRefused } from '../../sync/room-state.ts'
import { useRoom, useRoomState } from '../../sync/use-room.ts'
import { again } from '../../ui/again.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BracketsLeft } from './brackets-left.tsx'
import { type Draft, DraftContext } from './draft-context.ts'
import type { DraftDesk } from './draft-desk.ts'
import { DraftEmpty } from './draft-empty.tsx'
import { DraftKicker } from './draft-kicker.tsx'
import { DraftList } from './draft-list.tsx'
import { DraftPanel, EmptyDraftPanel } from './draft-panel.tsx'
import { DraftSourcesMenu } from './draft-sources-menu.tsx'
import { NewInNotes } from './new-in-notes.tsx'
import { NewItemMenu } from './new-item-menu.tsx'
import { countItems } from './outline.ts'
import { useEscapeFromPanel } from './panel-focus.ts'
import { useArrival } from './use-arrival.ts'
import { useCommentActs } from './use-comment-acts.ts'
import { useDesk, useItems } from './use-desk.ts'
import { numberOf, useDraftActs } from './use-draft-acts.ts'
import { useItemCommands } from './use-item-commands.ts'
import { useMaking } from './use-making.ts'
import { useMarkPlaces } from './use-marks.ts'
import { useSelectItem } from './use-select-item.ts'
import { useShownItems } from './use-shown-items.ts'

// After the text.
const SentenceLayer = lazy(
  again(async () => ({ default: (await import('./sentence-layer.tsx')).SentenceLayer })),
)
const TextLayer = lazy(again(async () => ({ default: (await import('./text-layer.tsx')).TextLayer })))

/** The draft: one document, edited in place by rapporteurs and chair, read by all. */
export function DraftPage() {
  const { t } = useText()
  const { id, me } = useMeeting()
  // Kept on this device for readers too: without the server it can then still be read.
  const room = useRoom(`m/${id}/draft`, me.id, true)
  const { text, mayWrite } = useRoomState(room)
  const desk = useDesk(room)
  const ended = useWritingEnded(mayWrite, null)
  useStatusSource(room)
  if (text !== 'none' && desk !== null)
    return <LoadedDraft key={desk.doc.guid} room={room} desk={desk} ended={ended} />
  return (
    <Page title={t('draft.title')} at="draft">
      <Skeleton lines={6} />
    </Page>
  )
}

interface LoadedDraftProps {
  room: RoomClient
  desk: DraftDesk
  /** Why writing ended here, for who could write. */
  ended: string | null
}

/** The draft once its text is there: not loaded is not empty. */
function LoadedDraft({ room, desk, ended }: LoadedDraftProps) {
  const { t } = useText()
  const { id, meeting, topics } = useMeeting()
  const { item: selected = null } = useParams()
  const state = useRoomState(room)
  // After a refusal nothing more would be taken.
  const mayWrite = state.mayWrite && !isRefused(state)
  const [isPanelOpen, setPanelOpen] = useState(false)
  const select = useSelectItem()
  const makings = useMaking(id)
  const { shown, commands } = useItemCommands(id, useItems(desk))
  const titles = useMemo(
    () => [
      ...topics.map((topic) => ({ id: topic.id, title: topic.title })),
      { id: GENERAL_SECTION, title: t('draft.general') },
    ],
    [topics, t],
  )
  const agenda = useMemo(() => topics.map((topic) => topic.id), [topics])
  const { sections, items } = useShownItems(shown, makings.list, agenda)
  const showPanel = useCallback(() => setPanelOpen(true), [])
  const { acts, move } = useDraftActs({
    desk,
    sections,
    titleOf: (section) => titles.find((one) => one.id === section)?.title ?? '',
    commands,
    makings,
    select,
    showPanel,
  })
  const comments = useCommentActs({ desk, select, showPanel, focusItem: acts.focusItem })
  const language = parseNameLanguage(meeting.lang) ?? 'en'
  useMarkPlaces(desk, sections, language)
  const draft = useMemo<Draft>(
    () => ({ desk, acts, comments, mayWrite, language, sections: titles }),
    [desk, acts, comments, mayWrite, language, titles],
  )
  const found = selected === null ? undefined : items.get(selected)
  useArrival(found?.id ?? null)
  useEscapeFromPanel(comments.back)
  return (
    <DraftContext value={draft}>
      <Page
        title={t('draft.title')}
        at="draft"
        kicker={<DraftKicker count={countItems(sections)} />}
        actions={
          <>
            <DraftSourcesMenu />
            {mayWrite && <NewItemMenu />}
          </>
        }
        panel={
          <Panel
            label={t('draft.panel')}
            size="draft"
            isOpen={isPanelOpen && found !== undefined}
            onClose={() => setPanelOpen(false)}
          >
            {found === undefined ? (
              <EmptyDraftPanel />
            ) : (
              <DraftPanel room={room} item={found} number={numberOf(sections, found.id)} />
            )}
          </Panel>
        }
      >
        <WritingEnded client={room} reason={ended} />
        <NewInNotes />
        <BracketsLeft />
        {sections.every((section) => section.items.length === 0) ? (
          <DraftEmpty />
        ) : (
          <div className="draft-ground">
            <DraftList sections={sections} items={items} makings={makings} selected={selected} move={move} />
            <Suspense fallback={null}>
              <TextLayer room={room} />
              <SentenceLayer />
            </Suspense>
          </div>
        )}
      </Page>
    </DraftContext>
  )
}
