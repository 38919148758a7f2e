import { useMemo, useState } from 'react'
import { pairKey, readAlikePairs } from '../../../shared/merge/alike-pair.ts'
import type { Combining } from '../../../shared/merge/combination.ts'
import { isItemParent } from '../../../shared/merge/combination.ts'
import type { MergePlan } from '../../../shared/merge/merge-plan.ts'
import { passageKey } from '../../../shared/merge/passage-key.ts'
import { useLookAlikes } from '../../alike/use-look-alikes.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useRoom } from '../../sync/use-room.ts'
import {
  type AlikeDecision,
  type AlikeDecisions,
  type AlikePair,
  combiningOf,
  memoryOf,
  pairsOf,
  UNDECIDED,
  waitingPairs,
} from './alike-state.ts'
import { useAlikeTexts } from './use-alike-texts.ts'

/** Pairs that are looked for: nobody decides more in one sitting. */
const MOST_PAIRS = 200

/** What looks alike, and what somebody decided about it on this page. */
export interface Alike {
  /** Pairs nobody has decided about before. */
  readonly pairs: readonly AlikePair[]
  /** Pairs that somebody called not alike, or kept as two, in the words they have now. */
  readonly remembered: readonly AlikePair[]
  readonly isLooking: boolean
  readonly hasFailed: boolean
  readonly waiting: ReadonlySet<string>
  readonly combinings: readonly { readonly pair: AlikePair; readonly combining: Combining }[]
  readonly memories: readonly { readonly pair: AlikePair; readonly memory: object }[]
  /** Passages of the notes that are combined, and so are not taken by themselves. */
  readonly takenPassages: ReadonlySet<string>
  decisionOf(pair: AlikePair): AlikeDecision
  decide(pair: AlikePair, decision: Partial<AlikeDecision>): void
}

/** Holds what the merge page knows of look-alikes. Nothing is combined by it. */
export function useAlike(plan: MergePlan | null): Alike {
  const { language } = useText()
  const texts = useAlikeTexts(plan)
  const found = useLookAlikes(texts, language, MOST_PAIRS)
  const isRemembered = useRemembered()
  const [decisions, setDecisions] = useState<AlikeDecisions>(new Map())
  const all = useMemo(() => pairsOf(found.pairs ?? [], texts ?? []), [found.pairs, texts])
  const pairs = all.filter((pair) => !isRemembered(pair))
  const waiting = waitingPairs(pairs, decisions)
  const decisionOf = ({ key }: AlikePair): AlikeDecision => decisions.get(key) ?? UNDECIDED
  const free = pairs.filter(({ key }) => !waiting.has(key))
  const combinings = free.flatMap((pair) => {
    const combining = combiningOf(pair, decisionOf(pair))
    return combining === null ? [] : [{ pair, combining }]
  })
  const parents = combinings.flatMap(({ combining }) => combining.parents)
  return {
    pairs,
    remembered: all.filter(isRemembered),
    isLooking: plan !== null && found.isLooking,
    hasFailed: found.hasFailed,
    waiting,
    combinings,
    memories: free.flatMap((pair) => {
      const memory = memoryOf(pair, decisionOf(pair))
      return memory === null ? [] : [{ pair, memory }]
    }),
    takenPassages: new Set(
      parents.flatMap((parent) => (isItemParent(parent) ? [] : [passageKey(parent.topic, parent.passage)])),
    ),
    decisionOf,
    decide: (pair, decision) =>
      setDecisions((before) => {
        const next = { ...(before.get(pair.key) ?? UNDECIDED), ...decision }
        return new Map(before).set(pair.key, next)
      }),
  }
}

/** Tells which pairs somebody has decided to keep as two. */
function useRemembered(): (pair: AlikePair) => boolean {
  const { id, me } = useMeeting()
  const drafting = useRoom(`m/${id}/drafting`, me.id, true)
  const version = useDocVersion(drafting.doc)
  const seeAlso = useFacts('seeAlso')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the document.
  const known = useMemo(() => readAlikePairs(drafting.doc), [drafting, version])
  return ({ a, b }) =>
    known.has(pairKey(a.hash, b.hash)) ||
    (a.item !== null && b.item !== null && seeAlso.has(pairKey(a.item, b.item)))
}
