import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { asBracket } from '../../../shared/text/brackets.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { useFacts } from '../../meeting/meeting-provider.tsx'
import type { Placed } from '../../outbox/wished-draft.ts'
import { useProvenance } from '../../provenance/use-provenance.ts'
import { useThreadWatch } from '../../threads/use-threads.ts'
import { useDraft } from './draft-context.ts'
import type { Numbered, Section } from './outline.ts'
import { countsOf } from './use-comment-count.ts'
import { heldItem, useItemReadings } from './use-item-readings.ts'
import type { Making } from './use-making.ts'
import { useRestedWords } from './use-rested-words.ts'
import { isShownIn, mechanismsOf } from './view-filter.ts'
import { groupRows, type ViewGroup } from './view-groups.ts'
import { NO_GROUP } from './view-labels.ts'
import { isWhole, type View } from './view-query.ts'

/** The draft as a view shows it. */
export interface Viewed {
  readonly groups: readonly ViewGroup<Placed>[]
  /** Recommendations that are shown, of all. */
  readonly shown: number
  readonly all: number
  /** Headings or paragraphs, which stand in no other view than by topic. */
  readonly hasOthers: boolean
  /** What the view needs is on its way; meanwhile nothing of it is shown. */
  readonly isReading: boolean
}

/**
 * Puts the items of the draft under the groups of a view. What is being made is shown in every view: somebody writes in it
 * while the page goes back to the whole draft.
 */
export function useViewGroups(
  view: View,
  sections: readonly Section<Placed>[],
  items: ReadonlyMap<string, DraftItem>,
  order: readonly string[],
  makings: readonly Making[],
): Viewed {
  const sectionOf = useMemo(
    () =>
      new Map(sections.flatMap(({ id, items: inside }) => inside.map(({ item }) => [item.id, id] as const))),
    [sections],
  )
  const keep = useFilter(view, items, sectionOf)
  const made = useMadeHere(view, makings)
  const groupsOf = useGroupsOf(view, items, sectionOf)
  return useMemo(() => {
    const all = sections.flatMap((section) => section.items)
    const shown = isWhole(view) ? all : all.filter(({ item }) => made(item.id) || keep(item))
    const hasOthers = all.some(({ item }) => item.type !== 'recommendation')
    const groups = groupsOf === null ? [] : groupRows(shown, groupsOf, order)
    return { groups, shown: countOf(shown), all: countOf(all), isReading: groupsOf === null, hasOthers }
  }, [view, sections, keep, made, groupsOf, order])
}

/** Whether an item was made here since the whole draft was last shown: until it is again, its text keeps its caret. */
function useMadeHere(view: View, makings: readonly Making[]): (item: string) => boolean {
  const before = useRef(new Set<string>())
  useEffect(() => {
    if (isWhole(view)) before.current.clear()
    else for (const { id } of makings) before.current.add(id)
  }, [view, makings])
  return useCallback((item) => before.current.has(item) || makings.some(({ id }) => id === item), [makings])
}

function countOf(items: readonly Numbered<Placed>[]): number {
  return items.filter(({ number, version }) => number !== null && version.index === 0).length
}

/** Whether an item is to be shown. One in which somebody stands here does not go away under the caret. */
function useFilter(
  view: View,
  items: ReadonlyMap<string, DraftItem>,
  sectionOf: ReadonlyMap<string, string>,
): (item: Placed) => boolean {
  const { desk } = useDraft()
  const facts = useFacts('itemFacts')
  const { provenance } = useProvenance()
  const version = useRestedWords(desk, view.withBrackets)
  const watch = useThreadWatch('ledger')
  const threads = useSyncExternalStore(watch.subscribe, () => (view.withComments ? watch.threads() : null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the texts.
  return useMemo(() => {
    const comments = threads === null ? null : countsOf(threads)
    return (placed) => {
      const item = items.get(placed.id)
      const filtered = {
        ...placed,
        section: sectionOf.get(placed.id) ?? placed.section,
        status: facts.get(placed.id)?.status ?? ('proposed' as const),
        mechanisms: mechanismsOf((provenance.get(placed.id)?.sources ?? []).map(({ speaker }) => speaker)),
        hasBrackets: view.withBrackets && item !== undefined && hasBrackets(item),
        hasComments: (comments?.get(placed.id) ?? 0) > 0,
      }
      return isShownIn(view, filtered) || heldItem() === placed.id
    }
  }, [view, items, sectionOf, facts, provenance, threads, version])
}

function useGroupsOf(
  { by }: View,
  items: ReadonlyMap<string, DraftItem>,
  sectionOf: ReadonlyMap<string, string>,
): ((item: string) => readonly string[]) | null {
  const facts = useFacts('itemFacts')
  const { provenance } = useProvenance()
  const readings = useItemReadings(by, items)
  return useMemo(() => {
    switch (by) {
      case 'topic':
        return (item) => [sectionOf.get(item) ?? NO_GROUP]
      case 'status':
        return (item) => [facts.get(item)?.status ?? 'proposed']
      case 'mechanism':
        return (item) => {
          const own = mechanismsOf((provenance.get(item)?.sources ?? []).map(({ speaker }) => speaker))
          return own.length === 0 ? [NO_GROUP] : own
        }
      default:
        return readings === null ? null : (item) => readings.get(item) ?? [NO_GROUP]
    }
  }, [by, facts, provenance, readings, sectionOf])
}

function hasBrackets({ text }: DraftItem): boolean {
  return renderBlocks(text).some(({ inlines }) =>
    inlines.some((inline) => 'atom' in inline && asBracket(inline.atom) !== null),
  )
}
