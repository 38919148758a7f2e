import { ArrowDown, ArrowUp } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { Status } from '../../../shared/meeting/facts.ts'
import { leftFor } from '../../../shared/meeting/left-for.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { typistsOf } from '../../provenance/typists.ts'
import { useProvenance } from '../../provenance/use-provenance.ts'
import { useWatchedAuthorship } from '../../provenance/use-watched-authorship.ts'
import type { RoomClient } from '../../sync/room-client.ts'
import { again } from '../../ui/again.ts'
import { Button } from '../../ui/button.tsx'
import { StatusGlyph } from '../../ui/status-glyph.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AdviceHere } from './advice-here.tsx'
import { BackNote } from './back-note.tsx'
import { useDraft } from './draft-context.ts'
import { ItemMenu } from './item-menu.tsx'
import { NameList } from './name-list.tsx'
import { SeeAlso } from './see-also.tsx'
import { SentenceHere } from './sentence-here.tsx'
import { useTextPlace } from './sentence-places.ts'
import { SourceView } from './source-view.tsx'
import { useCommentCount } from './use-comment-count.ts'
import { useRestedTextVersion } from './use-desk.ts'
import { useItemNames } from './use-item-names.ts'
import { useItemLabel } from './use-marks.ts'

// With the first thread that somebody looks at.
const ItemComments = lazy(
  again(async () => ({ default: (await import('./item-comments.tsx')).ItemComments })),
)

interface DraftPanelProps {
  room: RoomClient
  item: DraftItem
  number: number | null
}

/** Beside the draft: the selected item, its status, and where it and the sentence at the caret come from. */
export function DraftPanel({ room, item, number }: DraftPanelProps) {
  const { mayWrite } = useDraft()
  const names = useItemNames(item.type, useItemLabel(item.id, number))
  const status = useFacts('itemFacts').get(item.id)?.status ?? 'proposed'
  return (
    <div className="draft-panel">
      <header className="draft-panel-head">
        <h2 className="draft-panel-title">{names.item}</h2>
        {item.type === 'recommendation' && <StatusWords status={status} />}
        <Typists key={item.id} room={room} item={item} />
      </header>
      <AdviceHere item={item.id} />
      <BackNote item={item.id} />
      <SeeAlso item={item.id} />
      <PanelTabs item={item} />
      {mayWrite && <PanelFoot item={item} label={names.more} />}
    </div>
  )
}

/** Where it comes from, and what is said of it. The open one is in the address. */
function PanelTabs({ item }: Pick<DraftPanelProps, 'item'>) {
  const { t } = useText()
  const [search, setSearch] = useSearchParams()
  const count = useCommentCount(item.id)
  const handleSelect = (tab: string): void => {
    const next = new URLSearchParams(window.location.search)
    if (tab === 'comments') next.set('panel', 'comments')
    else next.delete('panel')
    next.delete('thread')
    setSearch(next, { replace: true, state: { isSamePage: true } })
  }
  return (
    <Tabs
      label={t('draft.panel')}
      selected={search.get('panel') === 'comments' ? 'comments' : 'sources'}
      onSelect={handleSelect}
      tabs={[
        { id: 'sources', label: t('draft.where'), content: <Sources item={item} /> },
        {
          id: 'comments',
          label: t('threads.tab'),
          ...(count > 0 && { count }),
          content: (
            <Suspense fallback={null}>
              <ItemComments item={item} />
            </Suspense>
          ),
        },
      ]}
    />
  )
}

function Sources({ item }: Pick<DraftPanelProps, 'item'>) {
  const { t } = useText()
  const sources = useProvenance().provenance.get(item.id)?.sources ?? []
  const hasLeft = leftFor(useFacts('merges')).has(item.id)
  const hasSentence = useTextPlace(item.id) !== null && sources.length > 0
  return (
    <section className="draft-panel-part" aria-labelledby="draft-where">
      <SentenceHere item={item} sources={sources} />
      <h3 id="draft-where" className={hasSentence ? 'draft-panel-heading' : 'visually-hidden'}>
        {t(hasSentence ? 'draft.whole' : 'draft.where')}
      </h3>
      {sources.length === 0 ? (
        <p className="draft-source-note">{t(hasLeft ? 'draft.whereCombined' : 'draft.whereNothing')}</p>
      ) : (
        <ul className="draft-source-list">
          {sources.map((source) => (
            <SourceView
              key={`${source.topic}/${source.blocks[0] ?? source.merge}`}
              item={item.id}
              source={source}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** The panel while no item is selected. */
export function EmptyDraftPanel() {
  const { t } = useText()
  return (
    <div className="draft-panel">
      <p className="draft-panel-part draft-source-note">{t('draft.panelNone')}</p>
    </div>
  )
}

function StatusWords({ status }: { status: Status }) {
  const { t } = useText()
  return (
    <span className={`draft-status draft-status-${status}`}>
      <StatusGlyph status={status} /> {t(`status.${status}`)}
    </span>
  )
}

/** Who typed the words that stand in the draft now: a merge keeps them under their typists. */
function Typists({ room, item }: { room: RoomClient; item: DraftItem }) {
  const { desk } = useDraft()
  const { members } = useMeeting()
  const authorship = useWatchedAuthorship(room)
  useRestedTextVersion(desk, item.id)
  const names = typistsOf(renderBlocks(item.text), authorship).map(
    (member) => members.get(member)?.name ?? member,
  )
  if (names.length === 0) return null
  return (
    <p className="draft-panel-typists">
      <NameList message="draft.textTypedBy" names={names} />
    </p>
  )
}

function PanelFoot({ item, label }: { item: DraftItem; label: string }) {
  const { t } = useText()
  const { acts } = useDraft()
  return (
    <footer className="draft-panel-foot">
      <Button icon={ArrowUp} onPress={() => acts.moveStep(item.id, -1)}>
        {t('draft.moveUp')}
      </Button>
      <Button icon={ArrowDown} onPress={() => acts.moveStep(item.id, 1)}>
        {t('draft.moveDown')}
      </Button>
      <ItemMenu item={item} label={label} placement="top end" />
    </footer>
  )
}
