import { useMemo, useState } from 'react'
import { pairKey, readAlikePairs } from '../../../shared/merge/alike-pair.ts'
import type { Combining } from '../../../shared/merge/combination.ts'
import { isItemParent } from '../../../shared/merge/combination.ts'
import { passageKey } from '../../../shared/merge/passage-key.ts'
import { useLookAlikes } from '../../alike/use-look-alikes.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useRoom, useRoomField } from '../../sync/use-room.ts'
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
import type { MadePlan } from './use-merge-plan.ts'
import { type ShownPairs, useShownPairs } from './use-shown-pairs.ts'

/** Pairs that are looked for: nobody decides more in one sitting. */
const MOST_PAIRS = 200

/** What looks alike, and what somebody decided about it on this page. */
export interface Alike extends ShownPairs {
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

/** Holds what the merge page knows of look-alikes, and the plan that it shows with them. Nothing is combined by it. */
export function useAlike(made: MadePlan | null): Alike {
  const { language } = useText()
  const plan = made?.plan ?? null
  const read = useAlikeTexts(plan)
  const texts = read?.texts ?? null
  const found = useLookAlikes(texts, language, MOST_PAIRS)
  const memory = useRemembered()
  const [decisions, setDecisions] = useState<AlikeDecisions>(new Map())
  const all = useMemo(() => pairsOf(found.pairs ?? [], texts ?? []), [found.pairs, texts])
  const isFound = memory.isHere && texts !== null && read?.plan === plan && found.of === texts
  const isWhole = found.hasFailed || (isFound && !found.isLooking)
  const now = {
    pairs: all.filter((pair) => !memory.holds(pair)),
    remembered: all.filter(memory.holds),
  }
  const shown = useShownPairs(made, now, isWhole)
  const { pairs } = shown
  const waiting = waitingPairs(pairs, decisions)
  const decisionOf = ({ key }: AlikePair): AlikeDecision => decisions.get(key) ?? UNDECIDED
  const free = pairs.filter(({ key }) => !waiting.has(key))
  const combinings = free.flatMap((pair) => {
    const combining = combiningOf(pair, decisionOf(pair))
    return combining === null ? [] : [{ pair, combining }]
  })
  const parents = combinings.flatMap(({ combining }) => combining.parents)
  return {
    ...shown,
    isLooking: plan !== null && !isWhole,
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

/** Tells which pairs somebody has decided to keep as two; `isHere`: it is known. */
function useRemembered(): { readonly isHere: boolean; holds(pair: AlikePair): boolean } {
  const { id, me } = useMeeting()
  const drafting = useRoom(`m/${id}/drafting`, me.id, true)
  const isHere = useRoomField(drafting, 'text') !== 'none'
  const version = useDocVersion(drafting.doc)
  const seeAlso = useFacts('seeAlso')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the document.
  const known = useMemo(() => readAlikePairs(drafting.doc), [drafting, version])
  return {
    isHere,
    holds: ({ a, b }) =>
      known.has(pairKey(a.hash, b.hash)) ||
      (a.item !== null && b.item !== null && seeAlso.has(pairKey(a.item, b.item))),
  }
}
