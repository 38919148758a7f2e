import { useEffect, useMemo, useRef, useState } from 'react'
import { readItems } from '../../../shared/draft/draft-item.ts'
import type { MergePlan, NewProposal } from '../../../shared/merge/merge-plan.ts'
import { mergedPassages, passageKey } from '../../../shared/merge/passage-key.ts'
import { plannedItems } from '../../../shared/merge/read-draft.ts'
import { textHash } from '../../../shared/text/text-hash.ts'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useProvenance } from '../../provenance/use-provenance.ts'
import { useRoom, useRoomField } from '../../sync/use-room.ts'
import type { AlikeText } from './alike-state.ts'

/** What is compared, and the plan that it was read for. */
export interface ReadTexts {
  readonly plan: MergePlan
  readonly texts: readonly AlikeText[]
}

/**
 * Gives the recommendations that are compared: those of the draft, and what the plan has new; null until they are here.
 * Read when a plan is made and when an item comes or goes, so that nothing moves under somebody's hands while others type.
 */
export function useAlikeTexts(plan: MergePlan | null): ReadTexts | null {
  const { id, me, topics } = useMeeting()
  const room = useRoom(`m/${id}/draft`, me.id, true)
  const isHere = useRoomField(room, 'text') !== 'none'
  const version = useDocVersion(room.doc)
  const { provenance, isWhole } = useProvenance()
  const facts = useFacts('itemFacts')
  const sections = useMemo(() => topics.map((topic) => topic.id), [topics])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the document.
  const items = useMemo(
    () =>
      readItems(room.doc, sections)
        .map((item) => item.id)
        .join(),
    [room, sections, version, isHere],
  )
  const [read, setRead] = useState<ReadTexts | null>(null)
  const latest = useRef({ provenance, facts })
  latest.current = { provenance, facts }

  // biome-ignore lint/correctness/useExhaustiveDependencies: which items there are stands for the draft.
  useEffect(() => {
    if (plan === null || !isHere || !isWhole) return
    const recommendations = new Set(
      readItems(room.doc, sections).flatMap(({ id: item, type }) =>
        type === 'recommendation' ? [item] : [],
      ),
    )
    const { provenance: known, facts: statuses } = latest.current
    const drafted = plannedItems(room.doc, sections, statuses)
      .filter((item) => recommendations.has(item.id) && item.words.trim() !== '')
      .map(({ id: item, words, hash }): AlikeText => {
        const [source] = known.get(item)?.sources ?? []
        const said = source && { ...source, passage: source.blocks[0] ?? null }
        const status = statuses.get(item)?.status ?? 'proposed'
        return {
          key: `item/${item}`,
          parent: { item, hash },
          hash,
          words,
          lang: null,
          item,
          status,
          said: said ?? null,
        }
      })
    // The draft is a moment ahead of the plan after a merge: no passage is compared with the item that it became.
    const merged = mergedPassages(known)
    const fresh = plan.proposals
      .filter((proposal): proposal is NewProposal => proposal.change === 'new')
      .filter(({ passage }) => !merged.has(passageKey(passage.topic, passage.id)))
      .map(({ passage }) => textOf(passage))
    const next = [...drafted, ...fresh]
    // The same ones are not looked through again.
    setRead((before) => ({
      plan,
      texts: before !== null && nameOf(before.texts) === nameOf(next) ? before.texts : next,
    }))
  }, [plan, isHere, isWhole, room, sections, items])

  return read
}

function nameOf(texts: readonly AlikeText[]): string {
  return JSON.stringify(texts.map(({ key, hash, status, said }) => [key, hash, status, said]))
}

function textOf({ topic, id: passage, hash, words, lang, speaker }: NewProposal['passage']): AlikeText {
  return {
    key: `notes/${topic}/${passage}`,
    parent: { topic, passage, hash },
    hash: textHash(words),
    words,
    lang,
    item: null,
    status: 'proposed',
    said: { topic, passage, speaker },
  }
}
