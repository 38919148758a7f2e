import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Present } from '../meeting/present.ts'

/** Goes to where somebody is at work on this page. */
export type Reach = (person: Pick<Present, 'member' | 'name'>) => void

interface ReachState {
  readonly reach: Reach | null
  set(reach: Reach | null): void
}

const ReachContext = createContext<ReachState | undefined>(undefined)

/** Lets the page inside say how to get to somebody who is on it too; the top bar's faces then lead there. */
export function ReachProvider({ children }: { children: ReactNode }) {
  const [reach, setReach] = useState<Reach | null>(null)
  const state = useMemo<ReachState>(() => ({ reach, set: (next) => setReach(() => next) }), [reach])
  return <ReachContext value={state}>{children}</ReachContext>
}

/** Gives the way to somebody on this page; null: this page has none. */
export function useReach(): Reach | null {
  return useReachState().reach
}

/** Says how to get to somebody, for as long as the page stands. `reach` must keep its identity. */
export function useOfferReach(reach: Reach): void {
  const { set } = useReachState()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `set` is another function at each drawing and does the same.
  useEffect(() => {
    set(reach)
    return () => set(null)
  }, [reach])
}

function useReachState(): ReachState {
  const state = useContext(ReachContext)
  if (!state) throw new Error('Faces need the shell around the page')
  return state
}
