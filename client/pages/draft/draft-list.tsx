import { Plus } from 'lucide-react'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts } from '../../meeting/meeting-provider.tsx'
import type { MoveTarget } from '../../outbox/draft-wish.ts'
import { useItemWords } from '../../outbox/use-outbox.ts'
import type { Placed } from '../../outbox/wished-draft.ts'
import { useProvenance } from '../../provenance/use-provenance.ts'
import { useCommentKey } from '../../threads/use-comment-key.ts'
import { useThreadWatch } from '../../threads/use-threads.ts'
import { Button } from '../../ui/button.tsx'
import { useDraft } from './draft-context.ts'
import { DraftRow } from './draft-row.tsx'
import { listKeyHandler } from './list-keys.ts'
import { MakingRow } from './making-row.tsx'
import { nextThread } from './next-thread.ts'
import type { Section } from './outline.ts'
import { useSentences } from './sentence-places.ts'
import { type SteadyEntry, SteadyList } from './steady-list.tsx'
import { useCommentItem } from './use-comment-item.ts'
import { useDrop } from './use-drop.ts'
import type { Makings } from './use-making.ts'
import { useProposers } from './use-proposers.ts'
import { itemInAddress } from './use-select-item.ts'
import { orderOf, type ViewGroup } from './view-groups.ts'
import { ViewReference } from './view-reference.tsx'

export interface DraftListProps {
  /** Items of the room and those that are being made, in order, all sections. */
  sections: readonly Section<Placed>[]
  /** What is shown of them, under which headings. */
  groups: readonly ViewGroup<Placed>[]
  names: ReadonlyMap<string, string>
  /** All of it is shown, by topic: then items are moved by hand, and made where they belong. */
  isWhole: boolean
  items: ReadonlyMap<string, DraftItem>
  makings: Makings
  selected: string | null
  move(item: string, target: MoveTarget): void
}

/** The draft as one continuous document: sections in the agenda's order, items edited where they stand. */
export function DraftList(props: DraftListProps) {
  const { sections, groups, names, isWhole, items, makings, selected, move } = props
  const { desk, acts, comments, mayWrite } = useDraft()
  const { place, handlers } = useDrop(sections, move)
  const comment = useCommentItem()
  const commentHere = useCallback(() => {
    const item = itemInAddress()
    if (item !== null) comment?.(item)
  }, [comment])
  useCommentKey(comment === null ? null : commentHere)
  const sentences = useSentences()
  const watch = useThreadWatch('ledger')
  const order = useMemo(() => orderOf(groups), [groups])
  const rowOf = useRows({ items, makings, selected, first: order[0] ?? null })

  const toThread = (item: string, step: 1 | -1): void => {
    const selected = new URLSearchParams(window.location.search).get('thread')
    const next = nextThread(watch.threads(), order, { item, selected }, step)
    if (next !== null) comments.show(next.item, next.thread, true)
  }

  const footOf = (section: string, title: string): ReactNode => (
    <SectionFoot
      section={section}
      title={title}
      isDrop={place?.section === section && place.before === null}
    />
  )

  const entries = groups.flatMap(({ id, rows }): SteadyEntry[] => {
    const title = names.get(id) ?? ''
    // Versions of one recommendation are one.
    const count = rows.filter(({ number, version }) => number !== null && version.index === 0).length
    const entriesOf = rows.map(({ item, number, under }): SteadyEntry => {
      if (under !== null) {
        const key = `${id} also ${item.id}`
        const full = names.get(under) ?? ''
        return {
          key,
          node: <ViewReference key={key} item={items.get(item.id)} number={number} under={full} />,
        }
      }
      const drop = place?.section === id && place.before === item.id
      return {
        key: item.id,
        node: <DropEdge isShown={drop}>{rowOf(item, number)}</DropEdge>,
        // Somebody types already in what is being made.
        mayWait: !makings.list.some(({ id }) => id === item.id),
      }
    })
    return [
      { key: `section ${id}`, node: <SectionHead section={id} title={title} count={count} /> },
      ...entriesOf,
      ...(mayWrite && isWhole ? [{ key: `foot ${id}`, node: footOf(id, title) }] : []),
    ]
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and drops of all items, told apart by where they happen.
    <div
      className="draft"
      onKeyDown={listKeyHandler({ order, desk, acts, mayWrite, comment, toThread, sources: sentences.show })}
      {...(isWhole && handlers)}
    >
      <SteadyList className="draft-list" entries={entries} drawn={desk.rows} start={selected} />
    </div>
  )
}

function useRows({
  items,
  makings,
  selected,
  first,
}: Pick<DraftListProps, 'items' | 'makings' | 'selected'> & { first: string | null }) {
  const { desk } = useDraft()
  const { provenance } = useProvenance()
  const facts = useFacts('itemFacts')
  const tabStop = selected !== null && items.has(selected) ? selected : first
  const proposers = useProposers()
  const words = useItemWords()
  /** Until there is an editor, nothing else brings them into the text. */
  const held = (id: string) => {
    if (!words.all().has(id)) return null
    const letGo = words.hold(id)
    const take = (): string => {
      const text = words.take(id)
      letGo()
      return text
    }
    return { take, letGo }
  }

  return ({ id }: Placed, number: number | null) => {
    const item = items.get(id)
    const making = makings.list.find((one) => one.id === id)
    if (making !== undefined) {
      const hand = (isWrittenIn: boolean): void => {
        // Without a caret here the words are brought as those of earlier pages are.
        if (isWrittenIn) desk.editors.enter(id, 'last', null, held(id))
        makings.release(id)
      }
      return (
        <MakingRow
          making={making}
          number={number}
          isNew={makings.isNew(id)}
          hasArrived={item !== undefined}
          onArrival={hand}
          onAgain={() => makings.again(id)}
          onDiscard={() => makings.discard(id)}
        />
      )
    }
    if (item === undefined) return null
    return (
      <DraftRow
        item={item}
        number={number}
        isSelected={id === selected}
        isTabStop={id === tabStop}
        status={facts.get(id)?.status ?? 'proposed'}
        proposers={proposers.get(id) ?? NOBODY}
        sources={provenance.get(id)?.sources.length ?? 0}
      />
    )
  }
}

const NOBODY: readonly string[] = []

function DropEdge({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  return (
    <>
      {isShown && <div className="draft-drop" />}
      {children}
    </>
  )
}

function SectionHead({ section, title, count }: { section: string; title: string; count: number }) {
  const { t } = useText()
  return (
    <h2 className="draft-section" data-section={section}>
      <span>
        <bdi>{title}</bdi>
        {count > 0 && (
          <span className="draft-section-count" title={t('draft.count', { count })}>
            <span aria-hidden>{count}</span>
            <span className="visually-hidden">, {t('draft.count', { count })}</span>
          </span>
        )}
      </span>
    </h2>
  )
}

function SectionFoot({ section, title, isDrop }: { section: string; title: string; isDrop: boolean }) {
  const { t } = useText()
  const { acts } = useDraft()
  return (
    <div className="draft-foot" data-section={section} data-end>
      {isDrop && <div className="draft-drop" />}
      <Button variant="quiet" size="small" icon={Plus} onPress={() => acts.newIn(section)}>
        <span aria-hidden>{t('draft.new')}</span>
        <span className="visually-hidden">{t('draft.newIn', { section: title })}</span>
      </Button>
    </div>
  )
}
