import './draft.css'
import './draft-panel.css'
import './draft-text.css'
import './view.css'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useParams } from 'react-router'
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
import { AdviceReading, AdviceSwitch } from './advice-switch.tsx'
import { BracketsLeft } from './brackets-left.tsx'
import { DraftContext } from './draft-context.ts'
import type { DraftDesk } from './draft-desk.ts'
import { DraftEmpty } from './draft-empty.tsx'
import { DraftKicker } from './draft-kicker.tsx'
import { DraftList, type DraftListProps } from './draft-list.tsx'
import { DraftPanel, EmptyDraftPanel } from './draft-panel.tsx'
import { DraftSourcesMenu } from './draft-sources-menu.tsx'
import { NewInNotes } from './new-in-notes.tsx'
import { NewItemMenu } from './new-item-menu.tsx'
import { countItems } from './outline.ts'
import { useEscapeFromPanel } from './panel-focus.ts'
import { useArrival } from './use-arrival.ts'
import { useDesk } from './use-desk.ts'
import { numberOf } from './use-draft-acts.ts'
import { useGroupNames } from './use-group-names.ts'
import { useLoadedDraft } from './use-loaded-draft.ts'
import { useMarkPlaces } from './use-marks.ts'
import type { ViewChoice } from './use-view.ts'
import { useViewGroups } from './use-view-groups.ts'
import { ViewLine } from './view-line.tsx'
import { ViewMenu } from './view-menu.tsx'
import { isWhole } from './view-query.ts'

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
  const { item: selected = null } = useParams()
  const state = useRoomState(room)
  // After a refusal nothing more would be taken.
  const mayWrite = state.mayWrite && !isRefused(state)
  const [isPanelOpen, setPanelOpen] = useState(false)
  const showPanel = useCallback(() => setPanelOpen(true), [])
  const { draft, sections, items, makings, move, choice } = useLoadedDraft({ desk, mayWrite, showPanel })
  useMarkPlaces(desk, sections, draft.language)
  const found = selected === null ? undefined : items.get(selected)
  useArrival(found?.id ?? null)
  useEscapeFromPanel(draft.comments.back)
  return (
    <DraftContext value={draft}>
      <Page
        title={t('draft.title')}
        at="draft"
        kicker={<DraftKicker count={countItems(sections)} />}
        actions={
          <>
            <ViewMenu choice={choice} />
            {mayWrite && (
              <NewItemMenu
                selected={found?.id ?? null}
                number={found === undefined ? null : numberOf(sections, found.id)}
              />
            )}
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
        <div className="draft-tools">
          <DraftSourcesMenu />
          <AdviceSwitch />
          {/* It comes when the notes are here: in a line that is there it pushes no text. */}
          <NewInNotes as="sign" />
          <BracketsLeft />
          <NewInNotes as="words" />
        </div>
        {sections.every((section) => section.items.length === 0) ? (
          <DraftEmpty />
        ) : (
          <DraftBody
            room={room}
            choice={choice}
            sections={sections}
            items={items}
            makings={makings}
            selected={selected}
            move={move}
          />
        )}
      </Page>
    </DraftContext>
  )
}

type DraftBodyProps = Omit<DraftListProps, 'groups' | 'names' | 'isWhole'> & {
  room: RoomClient
  choice: ViewChoice
}

/** What is shown of the draft, and what stands beside its text. */
function DraftBody({ room, choice, ...list }: DraftBodyProps) {
  const { view } = choice
  const names = useGroupNames(view.by)
  const order = useMemo(() => [...names.keys()], [names])
  const viewed = useViewGroups(view, list.sections, list.items, order, list.makings.list)
  return (
    <div className="draft-ground">
      <ViewLine choice={choice} viewed={viewed} />
      <DraftList {...list} groups={viewed.groups} names={names} isWhole={isWhole(view)} />
      <Suspense fallback={null}>
        <TextLayer room={room} />
        <SentenceLayer />
      </Suspense>
      <AdviceReading sections={list.sections} items={list.items} />
    </div>
  )
}
