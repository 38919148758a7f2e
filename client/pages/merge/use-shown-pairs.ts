import { useEffect, useRef, useState } from 'react'
import type { AlikePair } from './alike-state.ts'
import type { MadePlan } from './use-merge-plan.ts'

/** A plan waits so long for what looks alike in it: then it is there to read, and what comes later waits for a person. */
const LONGEST_WAIT_MS = 1000

/** What is looked for, as far as it was found. */
export interface FoundPairs {
  /** Pairs that nobody has decided about before. */
  readonly pairs: readonly AlikePair[]
  /** Pairs that somebody called not alike, or kept as two, in the words they have now. */
  readonly remembered: readonly AlikePair[]
}

/** What stands on the page; the plan is null before the first one is shown. */
export interface ShownPairs extends FoundPairs {
  readonly made: MadePlan | null
  /** Pairs that were found since, and wait for a person. */
  readonly news: number
  /** Takes over what was found. */
  show(): void
}

/**
 * Shows a plan and what looks alike in it in one go, and then lets nothing move: pairs that are found later wait until
 * somebody wants them. `isWhole`: all that looks alike in this plan has been found, or can't be.
 */
export function useShownPairs(made: MadePlan | null, found: FoundPairs, isWhole: boolean): ShownPairs {
  const [shown, setShown] = useState<FoundPairs & { readonly made: MadePlan | null }>({
    made: null,
    pairs: [],
    remembered: [],
  })
  const latest = useRef({ made, ...found })
  latest.current = { made, ...found }
  const isShown = shown.made === made
  // biome-ignore lint/correctness/useExhaustiveDependencies: each plan waits anew.
  useEffect(() => {
    if (isShown) return
    const show = (): void => setShown(latest.current)
    if (isWhole) return show()
    const timer = setTimeout(show, LONGEST_WAIT_MS)
    return () => clearTimeout(timer)
  }, [made, isShown, isWhole])
  return {
    ...shown,
    news: isShown && isWhole ? countNew(found.pairs, shown.pairs) : 0,
    show: () => setShown({ ...latest.current, made: shown.made }),
  }
}

function countNew(found: readonly AlikePair[], shown: readonly AlikePair[]): number {
  const known = new Set(shown.map(({ key }) => key))
  return found.filter(({ key }) => !known.has(key)).length
}
