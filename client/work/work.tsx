import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useState } from 'react'
import type { CheckWork } from '../checks/count-checks.ts'
import { again } from '../ui/again.ts'
import type { TopicWork } from './count-work.ts'

/** What is in the notes and in the draft, as far as it has been counted. */
export interface Work {
  readonly topics: ReadonlyMap<string, TopicWork & CheckWork>
  /** Recommendations in the draft; null: not counted yet. */
  readonly drafted: number | null
}

const nothing: Work = { topics: new Map(), drafted: null }
const WorkContext = createContext<Work>(nothing)
const WorkCounter = lazy(
  again(() => import('./work-counter.tsx').then((file) => ({ default: file.WorkCounter }))),
)

/** Counts what the rail and the overview show, once the page has been drawn: nobody waits for a number. */
export function WorkProvider({ children }: { children: ReactNode }) {
  const [work, setWork] = useState(nothing)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true), 0)
    return () => clearTimeout(timer)
  }, [])
  return (
    <WorkContext value={work}>
      {children}
      {isDrawn && (
        <Suspense>
          <WorkCounter onCount={setWork} />
        </Suspense>
      )}
    </WorkContext>
  )
}

/** Gives the numbers that are known by now. */
export function useWork(): Work {
  return useContext(WorkContext)
}
